package microgpt.worker.storage;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Asynchronous work that is done one piece after the other. A piece that throws has failed, and the next one begins. */
final class WorkQueue {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Begins {@code work} when all work before it is over and its callback was told. */
    <T> void add(Callback<T> callback, Consumer<Callback<T>> work) {
        waiting.add(() -> {
            Piece<T> piece = new Piece<>(callback);
            Continuation.attempt(piece, () -> work.accept(piece));
        });
        next();
    }

    /** The same for work that does not wait for anything. */
    void add(Runnable work) {
        waiting.add(() -> {
            try {
                work.run();
            } finally {
                over();
            }
        });
        next();
    }

    private void next() {
        Runnable work = busy ? null : waiting.poll();
        if (work != null) {
            busy = true;
            work.run();
        }
    }

    private void over() {
        busy = false;
        next();
    }

    /** The end of one piece of work, which comes once. */
    private final class Piece<T> implements Callback<T> {
        private final Callback<T> callback;
        private boolean ended;

        Piece(Callback<T> callback) {
            this.callback = callback;
        }

        @Override
        public void done(T result) {
            end("work was over, and is done again");
            try {
                Continuation.attempt(callback, () -> callback.done(result));
            } finally {
                over();
            }
        }

        @Override
        public void failed(String reason) {
            end(reason);
            try {
                callback.failed(reason);
            } finally {
                over();
            }
        }

        /** What goes wrong after the end has nobody left to hear of it: it is thrown, not swallowed. */
        private void end(String how) {
            if (ended) {
                throw new IllegalStateException(how);
            }
            ended = true;
        }
    }
}
