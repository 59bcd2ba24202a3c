package microgpt.web.step;

import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;

/** The loss of every step, raw and smoothed, in at most {@link #CAPACITY} columns: when there are more, neighbours become their mean. */
final class LossSeries {
    static final int CAPACITY = 1024;
    /** The weight of the past in the smoothed loss; half of it is younger than 23 steps. */
    private static final double MEMORY = 0.97;

    private static final int RAW = 0;
    private static final int SMOOTH = 1;

    private final DownsampledSeries series = new DownsampledSeries(CAPACITY, 1, Keep.MEAN, Keep.LAST);
    private double average;
    private double averageWeight;

    void clear() {
        series.clear();
        average = 0;
        averageWeight = 0;
    }

    void add(int step, double loss) {
        average = MEMORY * average + (1 - MEMORY) * loss;
        averageWeight = MEMORY * averageWeight + (1 - MEMORY);
        series.add(step, loss, smoothed());
    }

    int size() {
        return series.size();
    }

    /** The moving average over all steps so far. */
    double smoothed() {
        return average / averageWeight;
    }

    /** The column nearest to a step; there must be one. */
    int nearest(double step) {
        return series.nearest(step);
    }

    double[] steps() {
        return series.ends();
    }

    double[] raw() {
        return series.values(RAW);
    }

    double[] smooth() {
        return series.values(SMOOTH);
    }

    /** The largest raw loss of a column, at least {@code floor}. */
    double top(double floor) {
        double top = floor;
        for (int i = 0; i < series.size(); i++) {
            top = Math.max(top, series.value(RAW, i));
        }
        return top;
    }
}
