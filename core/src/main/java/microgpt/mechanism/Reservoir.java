package microgpt.mechanism;

import java.util.Arrays;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;

/** A uniform random sample, of fixed capacity, of all windows ever offered (Algorithm R, Vitter 1985). */
final class Reservoir {
    /** A start and a loss. */
    static final int BYTES_EACH = Long.BYTES + Float.BYTES;

    /** By how much a loss of next to nothing may have been rounded below 0. */
    private static final float ROUNDING = 1e-6f;

    private final Rng rng;
    private int capacity;
    private int size;
    private long offered;
    private long[] starts = {};
    private float[] losses = {};
    private @Nullable WindowCopies copies;

    Reservoir(int capacity, Rng rng) {
        this.capacity = capacity;
        this.rng = rng;
    }

    /** Takes the window in or not; the slot it got, or -1. */
    int offer(long start, float loss) {
        offered++;
        int slot = slotForNewest();
        if (slot >= 0) {
            starts[slot] = start;
            losses[slot] = loss;
        }
        return slot;
    }

    private int slotForNewest() {
        if (size < capacity) {
            if (size == starts.length) {
                int room = Math.min(capacity, Math.max(64, 2 * size));
                starts = Arrays.copyOf(starts, room);
                losses = Arrays.copyOf(losses, room);
            }
            return size++;
        }
        long drawn = (long) (rng.nextDouble() * offered); // offered < 2^53: uniform but for a bias of 2^-53 n
        return drawn < capacity ? (int) drawn : -1;
    }

    /** Another capacity. What no longer fits is chosen at random: a slot's number says something about age. */
    void resize(int changed) {
        if (changed < size) {
            for (int i = 0; i < changed; i++) {
                swap(i, i + rng.nextInt(size - i));
            }
            size = changed;
            starts = Arrays.copyOf(starts, size);
            losses = Arrays.copyOf(losses, size);
            if (copies != null) {
                copies.shrink(size);
            }
        }
        capacity = changed;
    }

    /** From now on the windows themselves are held as well, which {@code all} has of every slot. */
    void keep(WindowCopies all) {
        copies = all;
    }

    @Nullable WindowCopies copies() {
        return copies;
    }

    long memoryBytes() {
        return (long) BYTES_EACH * starts.length + (copies == null ? 0 : copies.memoryBytes());
    }

    private void swap(int i, int j) {
        long start = starts[i];
        float loss = losses[i];
        starts[i] = starts[j];
        losses[i] = losses[j];
        starts[j] = start;
        losses[j] = loss;
        if (copies != null) {
            copies.swap(i, j);
        }
    }

    long start(int slot) {
        return starts[slot];
    }

    float loss(int slot) {
        return losses[slot];
    }

    void refresh(int slot, float loss) {
        losses[slot] = loss;
    }

    int size() {
        return size;
    }

    long offered() {
        return offered;
    }

    void save(Snapshot into) {
        into.put("offered", offered);
        into.put("starts", Arrays.copyOf(starts, size));
        into.put("losses", Arrays.copyOf(losses, size));
        if (copies != null) {
            copies.save(into.part("copies"));
        }
    }

    /**
     * Goes on from what another one saved.
     *
     * @param position how many bytes the windows offered were of
     * @param length how many tokens a window has
     */
    void restore(Snapshot from, long position, int length) {
        long windows = Math.max(0, position - length + 1);
        from.longs("offered", 1);
        starts = from.longs("starts").clone();
        size = starts.length;
        if (size > capacity) {
            throw new IllegalArgumentException("a reservoir of " + size + " windows, expected at most " + capacity);
        }
        offered = from.whole("offered", 0, size, windows);
        losses = from.finiteFloats("losses", size).clone();
        for (int i = 0; i < size; i++) {
            from.whole("starts", i, 0, windows - 1);
            if (losses[i] < -ROUNDING) {
                throw from.bad("losses", i, losses[i], "a loss");
            }
        }
        copies = null;
        if (from.part("copies").has("page.0")) {
            copies = new WindowCopies(length);
            copies.restore(from.part("copies"), size);
        }
    }
}
