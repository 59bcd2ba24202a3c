package microgpt.web.chart;

import java.util.Arrays;

/**
 * What gzip needed for the bytes between one measurement and the next, by the difference of the two sizes: means over a
 * window, as moving averages are, and not over the whole stream.
 */
final class GzipSteps {
    /** Fewer bytes than this are taken together with those before. */
    static final long LEAST_BYTES = 1024;

    static final int CAPACITY = 400;
    private static final double BITS = 8;

    private final double[] positions = new double[CAPACITY];
    private final double[] sizes = new double[CAPACITY];
    private int count;

    void clear() {
        count = 0;
    }

    /** The first {@code position} bytes take {@code size}; what is measured again is known. */
    void add(long position, long size) {
        if (count > 0 && position <= positions[count - 1]) {
            return;
        }
        if (count > 0 && positions[count - 1] - (count > 1 ? positions[count - 2] : 0) < LEAST_BYTES) {
            count--;
        }
        if (count == CAPACITY) {
            for (int i = 0; i < CAPACITY / 2; i++) {
                positions[i] = positions[2 * i + 1];
                sizes[i] = sizes[2 * i + 1];
            }
            count = CAPACITY / 2;
        }
        positions[count] = position;
        sizes[count] = size;
        count++;
    }

    /** Bits per byte between the measurements around {@code position}; NaN after the last. */
    double at(double position) {
        int found = Arrays.binarySearch(positions, 0, count, position);
        int i = found < 0 ? -found - 1 : found;
        if (i == count) {
            return Double.NaN;
        }
        double before = i == 0 ? 0 : positions[i - 1];
        return BITS * (sizes[i] - (i == 0 ? 0 : sizes[i - 1])) / (positions[i] - before);
    }
}
