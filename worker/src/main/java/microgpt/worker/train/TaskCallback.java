package microgpt.worker.train;

import java.util.function.Consumer;
import microgpt.worker.loop.Task;
import microgpt.worker.storage.Callback;

/** A callback of storage as a part of a task: the task goes on with the result, or fails. */
final class TaskCallback<T> implements Callback<T> {
    private final Task task;
    private final Runnable otherwise;
    private final Consumer<T> next;

    TaskCallback(Task task, Consumer<T> next) {
        this(task, () -> {}, next);
    }

    /** {@code otherwise} runs where the task fails, here or in storage. */
    TaskCallback(Task task, Runnable otherwise, Consumer<T> next) {
        this.task = task;
        this.otherwise = otherwise;
        this.next = next;
    }

    @Override
    public void done(T result) {
        if (!task.run(() -> next.accept(result))) {
            otherwise.run();
        }
    }

    @Override
    public void failed(String reason) {
        task.fail(reason);
        otherwise.run();
    }
}
