package microgpt.engine;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/** A curve that falls and settles, kept at a bounded number of evenly spaced points, and how long it took to settle. */
final class SettlingCurve {
    private static final int MOST_POINTS = 512;
    private static final int FIRST_SPACING = 32;
    private static final int FEWEST_POINTS = 32;
    private static final double NEAR = 1.05;

    private final float[] points = new float[MOST_POINTS];
    private int count;
    private long spacing = FIRST_SPACING;
    private long sinceLast;

    /** The next value of the curve; every {@code spacing}th becomes a point. */
    void add(double value) {
        sinceLast++;
        if (sinceLast < spacing) {
            return;
        }
        sinceLast = 0;
        points[count++] = (float) value;
        if (count == MOST_POINTS) {
            thin();
        }
    }

    /** Keeps every second point, so that any number of values fit. */
    private void thin() {
        count = MOST_POINTS / 2;
        for (int i = 0; i < count; i++) {
            points[i] = points[2 * i + 1];
        }
        spacing *= 2;
    }

    /**
     * The number of values until the curve first was at most 5 % above its mean over the last quarter; -1 if it is too
     * short to tell, or came there only in that last quarter.
     */
    long recovery() {
        if (count < FEWEST_POINTS) {
            return -1;
        }
        int lastQuarter = count - count / 4;
        double sum = 0;
        for (int i = lastQuarter; i < count; i++) {
            sum += points[i];
        }
        double limit = NEAR * sum / (count - lastQuarter);
        for (int i = 0; i < lastQuarter; i++) {
            if (points[i] <= limit) {
                return (i + 1) * spacing;
            }
        }
        return -1;
    }

    void save(Snapshot into) {
        into.put("points", Arrays.copyOf(points, count));
        into.put("spacing", spacing, sinceLast);
    }

    void restore(Snapshot from) {
        float[] saved = from.floats("points");
        count = Math.min(saved.length, MOST_POINTS - 1);
        System.arraycopy(saved, 0, points, 0, count);
        long[] spacings = from.longs("spacing", 2);
        spacing = spacings[0];
        sinceLast = spacings[1];
    }
}
