package microgpt.web.chart;

import java.util.Arrays;
import microgpt.engine.Predictor;
import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;

/**
 * The curves of a run in at most {@link #CAPACITY} columns, however long the run. The fast average keeps its extremes, the
 * others their newest value. What the run is compared with is averaged over the same window: moving averages beside the
 * run's, gzip between its measurements.
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

    /** The channel after those of the curves: the cumulative mean of PPM. */
    private static final int PPM_WHOLE = Curve.values().length;

    private final DownsampledSeries series = new DownsampledSeries(CAPACITY, 1, keeps());
    private final KeptSeries kept = new KeptSeries();
    private final GzipSteps gzip = new GzipSteps();

    private static Keep[] keeps() {
        Keep[] keeps = new Keep[PPM_WHOLE + 1];
        for (Curve curve : Curve.values()) {
            keeps[curve.channel()] = curve.keep;
        }
        keeps[PPM_WHOLE] = Keep.LAST;
        return keeps;
    }

    public void clear() {
        series.clear();
        kept.clear();
        gzip.clear();
    }

    /** The first {@code position} bytes take gzip so many. */
    public void add(LabReport.Gzipped report) {
        gzip.add(report.position(), report.bytes());
    }

    /** One report. Of the others the fast averages are kept. */
    public void add(LabReport.Progress p) {
        double[] values = new double[PPM_WHOLE + 1];
        Arrays.fill(values, Double.NaN);
        values[Curve.FAST.channel()] = p.fast();
        values[Curve.FAST_MIN.channel()] = p.fastMin();
        values[Curve.FAST_MAX.channel()] = p.fastMax();
        values[Curve.SLOW.channel()] = p.slow();
        values[Curve.WHOLE.channel()] = p.whole();
        for (int i = 1; i < p.scores().size(); i++) { // the first is the run's own
            LabReport.Score score = p.scores().get(i);
            for (Curve curve : Curve.values()) {
                if (curve.predictor.equals(score.predictor())) {
                    values[curve.channel()] = curve.isOfTheWholeRun() ? score.whole() : score.fast();
                }
            }
            if (Curve.PPM.predictor.equals(score.predictor())) {
                values[PPM_WHOLE] = score.whole();
            }
        }
        series.add(p.position(), values);
    }

    /** The run leaves the course {@code from} and stands at {@code position} of {@code to}: so do the curves. */
    public void travel(int from, int to, long position) {
        kept.travel(series, from, to, position);
    }

    /** All curves of a course that was left, for {@link #value(DownsampledSeries, Curve, int)}; null if it was not. */
    public @Nullable DownsampledSeries kept(int course) {
        return kept.of(course);
    }

    public static double value(DownsampledSeries kept, Curve curve, int column) {
        return kept.value(curve.channel(), column);
    }

    /** Whether a curve has anything to draw. */
    public boolean has(Curve curve) {
        return size() > 0 && !Double.isNaN(value(curve, curve == Curve.GZIP ? 0 : size() - 1));
    }

    /** The mean of the bytes from the end of a column (-1: from the first) to the end of another, in bits per byte. */
    public double mean(int from, int to) {
        return mean(Curve.WHOLE.channel(), from, to);
    }

    /** The same of PPM, NaN if it is not there. */
    public double meanOfPpm(int from, int to) {
        return mean(PPM_WHOLE, from, to);
    }

    private double mean(int channel, int from, int to) {
        double start = from < 0 ? 0 : position(from);
        double before = from < 0 ? 0 : series.value(channel, from) * start;
        return (series.value(channel, to) * position(to) - before) / (position(to) - start);
    }

    /** The last column that ends at {@code position} or before, -1 if there is none. */
    public int lastUpTo(double position) {
        int column = nearest(position);
        return column >= 0 && position(column) > position ? column - 1 : column;
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
        return curve == Curve.GZIP ? gzip.at(position(column)) : series.value(curve.channel(), column);
    }

    public double[] positions() {
        return series.ends();
    }

    public double[] values(Curve curve) {
        if (curve != Curve.GZIP) {
            return series.values(curve.channel());
        }
        double[] values = new double[size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = value(curve, column);
        }
        return values;
    }

    /** The column nearest to {@code position}, -1 if there is none. */
    public int nearest(double position) {
        return series.nearest(position);
    }
}
