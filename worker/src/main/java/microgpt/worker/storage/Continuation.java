package microgpt.worker.storage;

import java.util.function.Consumer;
import microgpt.worker.loop.FailureText;

/** An answer with the next step of a piece of work: it takes that step, or passes the failure on to the whole. */
final class Continuation<T> implements Answer<T> {
    private final Consumer<T> next;
    private final Answer<?> whole;

    Continuation(Answer<?> whole, Consumer<T> next) {
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
    static void attempt(Answer<?> whole, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | VirtualMachineError e) {
            whole.failed(FailureText.describe(e));
        }
    }
}
