package microgpt.web.chart;

import java.util.Arrays;
import microgpt.engine.Predictor;
import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import microgpt.protocol.lab.LabReport;

/**
 * The curves of a run in at most {@link #CAPACITY} columns, however long the run. The fast average keeps its extremes, the
 * others their newest value.
 */
public final class Curves {
    public static final int CAPACITY = 800;

    /** What is drawn, all in bits per byte, the ones below first. */
    public enum Curve {
        FAST_MIN(Keep.LEAST),
        FAST_MAX(Keep.GREATEST),
        FAST(Keep.LAST),
        ORDER_0(Keep.LAST, Predictor.ORDER_0),
        ORDER_2(Keep.LAST, Predictor.ORDER_2),
        PPM(Keep.LAST, Predictor.PPM),
        GZIP(Keep.LAST),
        FIXED_SHARE_BOUND(Keep.LAST, Predictor.FIXED_SHARE_BOUND),
        FIXED_SHARE(Keep.LAST, Predictor.FIXED_SHARE),
        COUNTS(Keep.LAST, Predictor.COUNTS),
        TRANSFORMER(Keep.LAST, Predictor.TRANSFORMER),
        CACHE(Keep.LAST, Predictor.CACHE),
        WHOLE(Keep.LAST),
        SLOW(Keep.LAST);

        private final Keep keep;
        /** What reports call whose curve it is, beside the run's own; empty for those. */
        private final String predictor;

        Curve(Keep keep) {
            this.keep = keep;
            predictor = "";
        }

        Curve(Keep keep, Predictor of) {
            this.keep = keep;
            predictor = of.label();
        }

        @SuppressWarnings("EnumOrdinal") // no series outlives the page
        private int channel() {
            return ordinal();
        }

        /** A bound holds for all bytes so far, not for the latest; so what is beside it is the mean of the run. */
        private boolean isOfTheWholeRun() {
            return this == FIXED_SHARE || this == FIXED_SHARE_BOUND;
        }
    }

    private final DownsampledSeries series = new DownsampledSeries(CAPACITY, 1, keeps());

    private static Keep[] keeps() {
        Keep[] keeps = new Keep[Curve.values().length];
        for (Curve curve : Curve.values()) {
            keeps[curve.channel()] = curve.keep;
        }
        return keeps;
    }

    public void clear() {
        series.clear();
    }

    /** One report, with the latest measurement of gzip, NaN if there is none. Of the others the slow averages are kept. */
    public void add(LabReport.Progress p, double gzip) {
        double[] values = new double[Curve.values().length];
        Arrays.fill(values, Double.NaN);
        values[Curve.FAST.channel()] = p.fast();
        values[Curve.FAST_MIN.channel()] = p.fastMin();
        values[Curve.FAST_MAX.channel()] = p.fastMax();
        values[Curve.SLOW.channel()] = p.slow();
        values[Curve.WHOLE.channel()] = p.whole();
        values[Curve.GZIP.channel()] = gzip;
        for (int i = 1; i < p.scores().size(); i++) { // the first is the run's own
            LabReport.Score score = p.scores().get(i);
            for (Curve curve : Curve.values()) {
                if (curve.predictor.equals(score.predictor())) {
                    values[curve.channel()] = curve.isOfTheWholeRun() ? score.whole() : score.slow();
                }
            }
        }
        series.add(p.position(), values);
    }

    /** Whether a curve has anything to draw. */
    public boolean has(Curve curve) {
        return size() > 0 && !Double.isNaN(value(curve, size() - 1));
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
