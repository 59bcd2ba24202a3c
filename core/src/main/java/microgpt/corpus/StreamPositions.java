package microgpt.corpus;

import java.util.Arrays;

/** Positions in a stream, each after the one before it, never empty once begun. */
final class StreamPositions {
    private long[] positions = new long[4];
    private int count;

    void add(long position) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, 2 * count);
        }
        positions[count++] = position;
    }

    int count() {
        return count;
    }

    long at(int index) {
        if (index >= count) {
            throw new IndexOutOfBoundsException("mark " + index + " of " + count);
        }
        return positions[index];
    }

    long last() {
        return positions[count - 1];
    }

    /** The index of the last mark at or before {@code position}. */
    int lastUpTo(long position) {
        if (position < positions[0]) {
            throw new IndexOutOfBoundsException("position " + position + " must not be negative");
        }
        int index = Arrays.binarySearch(positions, 0, count, position);
        return index >= 0 ? index : -index - 2;
    }
}
