package microgpt.worker.loop;

import java.util.function.Consumer;

/** Hands on the page's commands, one at a time, and begins the tasks that answer them. */
public final class Dispatcher<R> {
    private static final int NONE = 0;

    private final Consumer<R> page;
    private final FailureReport<R> report;
    private int command = NONE;

    public Dispatcher(Consumer<R> page, FailureReport<R> report) {
        this.page = page;
        this.report = report;
    }

    /** Runs {@code delivery}, which hands on the command of that number: the tasks that begin meanwhile answer it. */
    public void dispatch(int number, Runnable delivery) {
        command = number;
        attempt("answering the page", delivery);
        command = NONE;
    }

    /** The number of the command being handed on, 0 where a session works by itself. */
    public int command() {
        return command;
    }

    /** A task of the command being handed on, or of none; {@code doing} names it to the reader. */
    public Task task(String doing) {
        int number = command;
        return new Task(number, reason -> page.accept(report.of(number, doing, reason)));
    }

    /** Begins a task and does its first part, which may hand it on to what goes on later. */
    public void begin(String doing, Consumer<Task> action) {
        Task task = task(doing);
        task.run(() -> action.accept(task));
    }

    /** A task that is done at once. */
    public void attempt(String doing, Runnable action) {
        task(doing).run(action);
    }
}
