package microgpt.corpus;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/** Positions in a stream, each after the one before it, never empty once begun; old ones can be given up. */
final class StreamPositions {
    private long[] positions = new long[4];
    private int held;
    private long forgotten;

    void add(long position) {
        if (held == positions.length) {
            positions = Arrays.copyOf(positions, 2 * held);
        }
        positions[held++] = position;
    }

    /** Those given up count. */
    long count() {
        return forgotten + held;
    }

    long at(long index) {
        if (index < forgotten || index >= count()) {
            throw new IndexOutOfBoundsException(
                    "mark " + index + " of those from " + forgotten + " to before " + count());
        }
        return positions[(int) (index - forgotten)];
    }

    long last() {
        return positions[held - 1];
    }

    /** The index of the last mark at or before {@code position}. */
    long lastUpTo(long position) {
        if (position < positions[0]) {
            throw new IndexOutOfBoundsException(
                    "position " + position + " lies before the first mark, " + positions[0]);
        }
        int index = Arrays.binarySearch(positions, 0, held, position);
        return forgotten + (index >= 0 ? index : -index - 2);
    }

    /** Those at {@code position} or after it come so much later, but for the very first, which is 0. */
    void shift(long position, long by) {
        for (int i = 0; i < held; i++) {
            positions[i] += positions[i] >= position && positions[i] > 0 ? by : 0;
        }
    }

    /** Gives up all but the last one before {@code position} and those after it. */
    void forgetBefore(long position) {
        int gone = 0;
        while (gone + 1 < held && positions[gone + 1] < position) {
            gone++;
        }
        System.arraycopy(positions, gone, positions, 0, held - gone);
        held -= gone;
        forgotten += gone;
    }

    long memoryBytes() {
        return (long) Long.BYTES * positions.length;
    }

    void save(String name, Snapshot into) {
        into.put(name, Arrays.copyOf(positions, held));
        into.put(name + "_forgotten", forgotten);
    }

    void restore(String name, Snapshot from) {
        long[] saved = from.longs(name);
        for (int i = 0; i < saved.length; i++) {
            from.whole(name, i, i == 0 ? 0 : saved[i - 1] + 1, Long.MAX_VALUE);
        }
        if (saved.length == 0) {
            throw new IllegalArgumentException(name + " holds no position, expected at least 1");
        }
        positions = saved.clone();
        held = saved.length;
        from.longs(name + "_forgotten", 1);
        forgotten = from.whole(name + "_forgotten", 0, 0, saved[0]);
    }
}
