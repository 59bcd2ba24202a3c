package microgpt.worker.storage;

import java.util.Iterator;
import java.util.function.BiConsumer;

/** One asynchronous step for each item of a list, in order, on a stack that does not grow with the list. */
final class Sequence<T> {
    private final Iterator<T> items;
    private final Callback<?> whole;
    private final BiConsumer<T, Runnable> step;
    private final Runnable end;
    private boolean stepping;
    private boolean more;

    private Sequence(Iterator<T> items, Callback<?> whole, BiConsumer<T, Runnable> step, Runnable end) {
        this.items = items;
        this.whole = whole;
        this.step = step;
        this.end = end;
    }

    /** Each {@code step} runs what it is given when it is over; after the last comes {@code end}. What throws fails {@code whole}. */
    static <T> void forEach(Iterable<T> items, Callback<?> whole, BiConsumer<T, Runnable> step, Runnable end) {
        new Sequence<>(items.iterator(), whole, step, end).next();
    }

    /** A step that is over at once comes back here from within: then the loop below goes on, and nothing is called deeper. */
    private void next() {
        more = true;
        if (!stepping) {
            Continuation.attempt(whole, this::run);
        }
    }

    private void run() {
        stepping = true;
        try {
            while (more && items.hasNext()) {
                more = false;
                step.accept(items.next(), this::next);
            }
        } finally {
            stepping = false;
        }
        if (more) {
            end.run();
        }
    }
}
