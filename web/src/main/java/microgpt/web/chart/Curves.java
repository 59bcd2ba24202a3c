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
        FAST(Keep.LAST),
        FAST_MIN(Keep.LEAST),
        FAST_MAX(Keep.GREATEST),
        SLOW(Keep.LAST),
        WHOLE(Keep.LAST),
        ORDER_0(Keep.LAST),
        ORDER_2(Keep.LAST);

        private final Keep keep;

        Curve(Keep keep) {
            this.keep = keep;
        }

        @SuppressWarnings("EnumOrdinal") // the order is that in which measurements are added
        private int channel() {
            return ordinal();
        }
    }

    private final DownsampledSeries series = new DownsampledSeries(CAPACITY, 1, keeps());

    private static Keep[] keeps() {
        Curve[] curves = Curve.values();
        Keep[] keeps = new Keep[curves.length];
        for (int i = 0; i < keeps.length; i++) {
            keeps[i] = curves[i].keep;
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
        return series.value(curve.channel(), column);
    }

    public double[] positions() {
        return series.ends();
    }

    public double[] values(Curve curve) {
        return series.values(curve.channel());
    }

    /** The column nearest to {@code position}, -1 if there is none. */
    public int nearest(double position) {
        return series.nearest(position);
    }
}
