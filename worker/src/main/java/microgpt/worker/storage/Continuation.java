package microgpt.worker.storage;

import java.util.function.Consumer;
import microgpt.worker.loop.FailureText;

/** A callback with the next step of a piece of work: it takes that step, once, and whatever throws there fails the whole. */
final class Continuation<T> implements Callback<T> {
    private final Callback<?> whole;
    private final Consumer<T> next;
    private final Consumer<String> otherwise;
    private boolean ended;

    /** A failure is that of the whole. */
    Continuation(Callback<?> whole, Consumer<T> next) {
        this(whole, next, whole::failed);
    }

    /** After a failure the work goes on with {@code otherwise}. */
    Continuation(Callback<?> whole, Consumer<T> next, Consumer<String> otherwise) {
        this.whole = whole;
        this.next = next;
        this.otherwise = otherwise;
    }

    @Override
    public void done(T result) {
        end("a step was over, and is done again");
        attempt(whole, () -> next.accept(result));
    }

    @Override
    public void failed(String reason) {
        end(reason);
        attempt(whole, () -> otherwise.accept(reason));
    }

    /** What goes wrong after the end has nobody left to hear of it: it is thrown, not swallowed, and nothing is done twice. */
    private void end(String how) {
        if (ended) {
            throw new IllegalStateException(how);
        }
        ended = true;
    }

    /** Takes a step; if it throws, {@code whole} has failed: nobody else would ever tell it so. */
    static void attempt(Callback<?> whole, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | VirtualMachineError e) {
            whole.failed(FailureText.describe(e));
        }
    }
}
