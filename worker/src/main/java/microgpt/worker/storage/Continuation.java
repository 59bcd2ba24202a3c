package microgpt.worker.storage;

import java.util.function.Consumer;

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
        next.accept(result);
    }

    @Override
    public void failed(String reason) {
        whole.failed(reason);
    }
}
