package microgpt.engine;

import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import microgpt.numeric.Snapshot;

/** A curve that falls and settles, kept at a bounded number of evenly spaced points, and how long it took to settle. */
final class SettlingCurve {
    private static final int MOST_POINTS = 512;
    private static final int FIRST_SPACING = 32;
    private static final int FEWEST_POINTS = 32;
    private static final double NEAR = 1.05;

    /** A column is a point once all its values are there: then it keeps the one at its end. */
    private final DownsampledSeries points = new DownsampledSeries(MOST_POINTS, FIRST_SPACING, Keep.LAST);

    private long values;

    /** The next value of the curve; every {@code spacing}th becomes a point. */
    void add(double value) {
        values++;
        points.add(values, (float) value);
    }

    private int count() {
        return (int) (values / points.span());
    }

    /**
     * The number of values until the curve first was at most 5 % above its mean over the last quarter; -1 if it is too
     * short to tell, or came there only in that last quarter.
     */
    long recovery() {
        int count = count();
        if (count < FEWEST_POINTS) {
            return -1;
        }
        int lastQuarter = count - count / 4;
        double sum = 0;
        for (int i = lastQuarter; i < count; i++) {
            sum += points.value(0, i);
        }
        double limit = NEAR * sum / (count - lastQuarter);
        for (int i = 0; i < lastQuarter; i++) {
            if (points.value(0, i) <= limit) {
                return points.end(i);
            }
        }
        return -1;
    }

    void save(Snapshot into) {
        float[] saved = new float[count()];
        for (int i = 0; i < saved.length; i++) {
            saved[i] = (float) points.value(0, i);
        }
        into.put("points", saved);
        into.put("spacing", points.span(), values % points.span());
    }

    void restore(Snapshot from) {
        float[] saved = from.floats("points");
        long[] spacings = from.longs("spacing", 2);
        long spacing = spacings[0];
        if (spacings[1] < 0 || spacings[1] >= spacing) {
            throw new IllegalArgumentException(
                    spacings[1] + " values since the last point must be fewer than the spacing " + spacing);
        }
        double[] ends = new double[saved.length];
        long[] counts = new long[saved.length];
        double[] kept = new double[saved.length];
        for (int i = 0; i < saved.length; i++) {
            ends[i] = (double) (i + 1) * spacing;
            counts[i] = spacing;
            kept[i] = saved[i];
        }
        Snapshot columns = new Snapshot();
        columns.put("span", spacing);
        columns.put("ends", ends);
        columns.put("counts", counts);
        columns.put("channel.0", kept);
        points.restore(columns);
        values = saved.length * spacing + spacings[1];
    }
}
