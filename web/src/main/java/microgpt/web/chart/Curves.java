package microgpt.web.chart;

import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;

/**
 * The curves of a run in at most {@link #CAPACITY} columns, however long the run. The fast average keeps its extremes, the
 * others their newest value.
 */
public final class Curves {
    public static final int CAPACITY = 800;

    /** What is drawn, all in bits per byte. */
    public enum Curve {
        FAST(0, Keep.LAST),
        FAST_MIN(1, Keep.LEAST),
        FAST_MAX(2, Keep.GREATEST),
        SLOW(3, Keep.LAST),
        WHOLE(4, Keep.LAST),
        ORDER_0(5, Keep.LAST),
        ORDER_2(6, Keep.LAST);

        private final int channel;
        private final Keep keep;

        Curve(int channel, Keep keep) {
            this.channel = channel;
            this.keep = keep;
        }
    }

    private final DownsampledSeries series = new DownsampledSeries(CAPACITY, 1, keeps());

    private static Keep[] keeps() {
        Keep[] keeps = new Keep[Curve.values().length];
        for (Curve curve : Curve.values()) {
            keeps[curve.channel] = curve.keep;
        }
        return keeps;
    }

    public void clear() {
        series.clear();
    }

    /** One measurement at {@code position}, which never decreases; the values stand in the order of {@link Curve}. */
    public void add(long position, double... measured) {
        series.add(position, measured);
    }

    public int size() {
        return series.size();
    }

    public long bytesPerColumn() {
        return series.span();
    }

    public double position(int column) {
        return series.end(column);
    }

    public double value(Curve curve, int column) {
        return series.value(curve.channel, column);
    }

    public double[] positions() {
        return series.ends();
    }

    public double[] values(Curve curve) {
        return series.values(curve.channel);
    }

    /** The column nearest to {@code position}, -1 if there is none. */
    public int nearest(double position) {
        return series.nearest(position);
    }
}
