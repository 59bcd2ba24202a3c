package microgpt.worker.storage;

import java.util.function.Consumer;

/** An answer that goes on with the next piece of work, or passes the failure on. */
final class Then<T> implements Answer<T> {
    private final Consumer<T> next;
    private final Answer<?> whole;

    Then(Answer<?> whole, Consumer<T> next) {
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
