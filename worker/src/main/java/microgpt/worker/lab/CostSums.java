package microgpt.worker.lab;

import java.util.Arrays;

/** What the bytes of a course cost so far, in bits, at places that two courses of one run have in common. */
final class CostSums {
    /** About how many bytes lie between two places. */
    private static final int EVERY = 256;
    /** However long a run: farther than these reach nobody can go back. */
    private static final int MOST = (int) (LabRun.HELD_BYTES / EVERY);

    private long[] positions = new long[16];
    private double[] sums = new double[16];
    private int count;

    /** From {@code position} on, up to which the bytes cost {@code bits}. */
    CostSums(long position, double bits) {
        keep(position, bits);
    }

    /** A step from {@code start} to {@code end} was made, up to which the bytes cost {@code bits}. */
    void add(long start, long end, double bits) {
        if (count < MOST && end > positions[count - 1] && start / EVERY != end / EVERY) {
            keep(end, bits);
        }
    }

    private void keep(long position, double bits) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, 2 * count);
            sums = Arrays.copyOf(sums, 2 * count);
        }
        positions[count] = position;
        sums[count++] = bits;
    }

    /** Gives up the places after {@code position}, but for the first. */
    void forgetAfter(long position) {
        while (count > 1 && positions[count - 1] > position) {
            count--;
        }
    }

    /** The last place that {@code other} has as well; -1 if there is none. */
    long lastCommon(CostSums other) {
        int mine = count - 1;
        int its = other.count - 1;
        while (mine >= 0 && its >= 0 && positions[mine] != other.positions[its]) {
            if (positions[mine] > other.positions[its]) {
                mine--;
            } else {
                its--;
            }
        }
        return mine < 0 || its < 0 ? -1 : positions[mine];
    }

    /** What the bytes up to {@code position}, one of the places, cost. */
    double upTo(long position) {
        return sums[Arrays.binarySearch(positions, 0, count, position)];
    }
}
