package microgpt.web.train;

import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;

/**
 * The losses of a run, however long, in at most {@link #CAPACITY} columns, and the looks at its validation text in as many: of
 * the training losses the extremes and the newest average, of the looks the newest. Nats.
 */
final class LossCurve {
    static final int CAPACITY = 800;

    /** The average is over about the last thirty steps, and over fewer at the start, where losses fall fast. */
    private static final double SMOOTHED_OVER = 30;

    private static final double SHARE = 0.1;

    private static final int LOW = 0;
    private static final int HIGH = 1;
    private static final int SMOOTH = 2;

    private final DownsampledSeries training = new DownsampledSeries(CAPACITY, 1, Keep.LEAST, Keep.GREATEST, Keep.LAST);
    private final DownsampledSeries validation = new DownsampledSeries(CAPACITY, 1, Keep.LAST);
    private double average = Double.NaN;
    private long averaged;

    void clear() {
        training.clear();
        validation.clear();
        average = Double.NaN;
        averaged = 0;
    }

    /** The training loss of a step, or the mean over all steps since the last one told; they count from 1 and only rise. */
    void add(long step, double loss) {
        double over = Math.min(SMOOTHED_OVER, 1 + SHARE * averaged);
        average = averaged == 0 ? loss : average + (loss - average) / Math.max(1, over / (step - lastStep()));
        averaged += step - lastStep();
        training.add(step, loss, loss, average);
    }

    /** The validation loss after so many steps. */
    void look(long step, double loss) {
        validation.add(step, loss);
    }

    int size() {
        return training.size();
    }

    /** The last step, 0 before the first. */
    long lastStep() {
        return training.size() == 0 ? 0 : training.end(training.size() - 1);
    }

    /** The moving average of the training loss over all steps so far; NaN before the first. */
    double smoothed() {
        return average;
    }

    double[] steps() {
        return training.ends();
    }

    /** The least training loss in each column, in nats times {@code scale}, like all that follow. */
    double[] low(double scale) {
        return scaled(training, LOW, scale);
    }

    double[] high(double scale) {
        return scaled(training, HIGH, scale);
    }

    double[] smooth(double scale) {
        return scaled(training, SMOOTH, scale);
    }

    double[] lookSteps() {
        return validation.ends();
    }

    double[] looks(double scale) {
        return scaled(validation, 0, scale);
    }

    /** The largest loss, at least {@code floor}. */
    double top(double floor) {
        double top = floor;
        for (int i = 0; i < training.size(); i++) {
            top = Math.max(top, training.value(HIGH, i));
        }
        return top;
    }

    /** The least loss, at most {@code ceiling}. */
    double bottom(double ceiling) {
        double bottom = ceiling;
        for (int i = 0; i < training.size(); i++) {
            bottom = Math.min(bottom, training.value(LOW, i));
        }
        for (int i = 0; i < validation.size(); i++) {
            bottom = Math.min(bottom, validation.value(0, i));
        }
        return bottom;
    }

    /** The column nearest to {@code step}, -1 if there is none. */
    int nearest(double step) {
        return training.nearest(step);
    }

    /** The look nearest to {@code step}, -1 if there is none. */
    int nearestLook(double step) {
        return validation.nearest(step);
    }

    private static double[] scaled(DownsampledSeries series, int channel, double scale) {
        double[] values = series.values(channel);
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }
}
