package microgpt.worker.storage;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A disk that does one thing whenever it is told to. */
public final class DelayedDisk extends ForwardingDisk {
    private final Queue<Runnable> asked = new ArrayDeque<>();

    public DelayedDisk(Disk files) {
        super(files);
    }

    /** Does the next thing, if there is one. */
    public boolean turn() {
        Runnable next = asked.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    public void exhaust() {
        while (turn()) {}
    }

    /** Locks that come in their turn, too. */
    Locks locks(Locks locks) {
        return (name, callback) -> asked.add(() -> locks.take(name, callback));
    }

    @Override
    public void write(String name, byte[] bytes, Callback<String> callback) {
        asked.add(() -> super.write(name, bytes, callback));
    }

    @Override
    public void read(String name, int most, Callback<byte[]> callback) {
        asked.add(() -> super.read(name, most, callback));
    }

    @Override
    public void delete(String name, Callback<String> callback) {
        asked.add(() -> super.delete(name, callback));
    }

    @Override
    public void names(Callback<List<String>> callback) {
        asked.add(() -> super.names(callback));
    }

    @Override
    public void usage(Callback<Usage> callback) {
        asked.add(() -> super.usage(callback));
    }
}
