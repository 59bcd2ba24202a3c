package microgpt.worker.storage;

import java.util.function.Consumer;
import microgpt.worker.loop.FailureText;

/** A callback with the next step of a piece of work: it takes that step, or passes the failure on to the whole. */
final class Continuation<T> implements Callback<T> {
    private final Consumer<T> next;
    private final Callback<?> whole;

    Continuation(Callback<?> whole, Consumer<T> next) {
        this.whole = whole;
        this.next = next;
    }

    @Override
    public void done(T result) {
        attempt(whole, () -> next.accept(result));
    }

    @Override
    public void failed(String reason) {
        whole.failed(reason);
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
