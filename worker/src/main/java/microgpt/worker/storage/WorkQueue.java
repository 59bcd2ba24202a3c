package microgpt.worker.storage;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Asynchronous work that is done one piece after the other. */
final class WorkQueue {
    private final Queue<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Begins {@code work} when all work before it has run what it was given: so it says that it is over. */
    void add(Consumer<Runnable> work) {
        waiting.add(work);
        next();
    }

    /** The same for work that ends with an answer. */
    <T> void add(Answer<T> answer, Consumer<Answer<T>> work) {
        add(over -> work.accept(new Answer<>() {
            @Override
            public void done(T result) {
                over.run();
                answer.done(result);
            }

            @Override
            public void failed(String reason) {
                over.run();
                answer.failed(reason);
            }
        }));
    }

    private void next() {
        Consumer<Runnable> work = busy ? null : waiting.poll();
        if (work != null) {
            busy = true;
            work.accept(() -> {
                busy = false;
                next();
            });
        }
    }
}
