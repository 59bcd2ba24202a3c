package microgpt.web.race;

import java.util.Arrays;
import microgpt.numeric.Interval;
import microgpt.numeric.Nullable;
import microgpt.numeric.PairedDifferences;

/**
 * One contender beside the first, on the bytes that both have read: how many bits more it needed, the interval of that as the
 * race went on, and where the two part.
 */
final class Pairing {
    /** Positions at which the interval is kept are so many times the one before. */
    private static final double STEP = 1.06;

    private static final int FIRST_BYTES = 1024;

    private final PairedDifferences differences = new PairedDifferences();
    private double[] positions = new double[64];
    private double[] lows = new double[64];
    private double[] highs = new double[64];
    private int kept;
    private double nextAt = FIRST_BYTES;
    private @Nullable Parting parting;

    /** The first byte whose costs are not the same, and what it cost the first contender and the other. */
    record Parting(long position, int value, double first, double other) {}

    /** Byte {@code position} was {@code value}. */
    void add(long position, int value, double first, double other) {
        differences.add(other - first);
        if (parting == null && first != other) {
            parting = new Parting(position, value, first, other);
        }
        if (position + 1 >= nextAt) {
            keep(position + 1);
        }
    }

    private void keep(long position) {
        if (kept == positions.length) {
            positions = Arrays.copyOf(positions, 2 * kept);
            lows = Arrays.copyOf(lows, 2 * kept);
            highs = Arrays.copyOf(highs, 2 * kept);
        }
        Interval interval = differences.interval();
        positions[kept] = position;
        lows[kept] = interval.low();
        highs[kept] = interval.high();
        kept++;
        nextAt = position * STEP;
    }

    /** Null while both cost the same. */
    @Nullable Parting parting() {
        return parting;
    }

    /** Bits per byte that the other one needs more; NaN before the first byte. */
    double mean() {
        return differences.mean();
    }

    /** The 95 % interval of it now. */
    Interval interval() {
        return differences.interval();
    }

    /** Where intervals were kept; they do not depend on when the page looked. */
    double[] positions() {
        return Arrays.copyOf(positions, kept);
    }

    double[] lows() {
        return Arrays.copyOf(lows, kept);
    }

    double[] highs() {
        return Arrays.copyOf(highs, kept);
    }
}
