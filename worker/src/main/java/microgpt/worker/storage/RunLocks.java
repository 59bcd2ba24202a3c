package microgpt.worker.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import microgpt.protocol.train.RunLock;

/** The locks that this tab holds on runs: such a run no other tab changes. */
final class RunLocks {
    private final Locks locks;
    private final WorkQueue queue;
    private final Map<String, Runnable> held = new HashMap<>();

    /** Whatever is asked for waits its turn in {@code queue}. */
    RunLocks(Locks locks, WorkQueue queue) {
        this.locks = locks;
        this.queue = queue;
    }

    /** Holds a run until it is released. The result is its name. */
    void claim(String run, Callback<String> callback) {
        queue.add(callback, whole -> hold(run, whole));
    }

    /** The same as a part of other work. */
    void hold(String run, Callback<String> whole) {
        if (held.containsKey(run)) {
            whole.done(run);
            return;
        }
        locks.take(RunLock.name(run), new Continuation<>(whole, letGo -> {
            held.put(run, letGo);
            whole.done(run);
        }));
    }

    boolean holds(String run) {
        return held.containsKey(run);
    }

    void release(String run) {
        queue.add(() -> letGo(run));
    }

    /** The same as a part of other work. */
    void letGo(String run) {
        Runnable letGo = held.remove(run);
        if (letGo != null) {
            letGo.run();
        }
    }

    /** Does {@code work} in a turn during which the run is held, and no longer unless it was held before. */
    <T> void alone(String run, Callback<T> callback, Consumer<Callback<T>> work) {
        queue.add(callback, whole -> {
            if (held.containsKey(run)) {
                work.accept(whole);
            } else {
                during(RunLock.name(run), whole, work, whole::failed);
            }
        });
    }

    /** Takes the lock of that name for as long as {@code work} takes; {@code otherwise} if it cannot be had. */
    <T> void during(String name, Callback<T> whole, Consumer<Callback<T>> work, Consumer<String> otherwise) {
        locks.take(
                name,
                new Continuation<>(
                        whole,
                        letGo -> {
                            Callback<T> freeing = new Continuation<>(
                                    whole,
                                    result -> {
                                        letGo.run();
                                        whole.done(result);
                                    },
                                    reason -> {
                                        letGo.run();
                                        whole.failed(reason);
                                    });
                            Continuation.attempt(freeing, () -> work.accept(freeing));
                        },
                        otherwise));
    }
}
