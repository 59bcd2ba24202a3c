package microgpt.web.train;

import java.util.Arrays;

/**
 * The losses of a run, however long, in at most {@link #CAPACITY} columns and as many looks at the validation text: when
 * columns are full, neighbours merge, keeping their extremes and the newest average. Nats.
 */
final class LossCurve {
    static final int CAPACITY = 800;

    /** The average is over about the last thirty steps, and over fewer at the start, where losses fall fast. */
    private static final double SMOOTHED_OVER = 30;

    private static final double SHARE = 0.1;

    private double average = Double.NaN;
    private long averaged;
    private final double[] steps = new double[CAPACITY];
    private final double[] low = new double[CAPACITY];
    private final double[] high = new double[CAPACITY];
    private final double[] smooth = new double[CAPACITY];
    private final double[] lookSteps = new double[CAPACITY];
    private final double[] looks = new double[CAPACITY];
    private int size;
    private long stepsPerColumn = 1;
    private int lookCount;
    private int keepEvery = 1;
    private int skipped;

    void clear() {
        average = Double.NaN;
        averaged = 0;
        size = 0;
        stepsPerColumn = 1;
        lookCount = 0;
        keepEvery = 1;
        skipped = 0;
    }

    /** The training loss of a step, or the mean over all steps since the last one told; they count from 1 and only rise. */
    void add(long step, double loss) {
        double over = Math.min(SMOOTHED_OVER, 1 + SHARE * averaged);
        average = averaged == 0 ? loss : average + (loss - average) / Math.max(1, over / (step - lastStep()));
        averaged += step - lastStep();
        if (size > 0 && column(steps[size - 1]) == column((double) step)) {
            low[size - 1] = Math.min(low[size - 1], loss);
            high[size - 1] = Math.max(high[size - 1], loss);
        } else {
            if (size == CAPACITY) {
                halve();
            }
            low[size] = loss;
            high[size++] = loss;
        }
        steps[size - 1] = step;
        smooth[size - 1] = average;
    }

    /** The validation loss after so many steps. */
    void look(long step, double loss) {
        if (skipped + 1 < keepEvery) {
            skipped++;
            return;
        }
        skipped = 0;
        if (lookCount == CAPACITY) {
            keepEvery *= 2;
            lookCount /= 2;
            for (int i = 0; i < lookCount; i++) {
                lookSteps[i] = lookSteps[2 * i];
                looks[i] = looks[2 * i];
            }
        }
        lookSteps[lookCount] = step;
        looks[lookCount++] = loss;
    }

    private long column(double step) {
        return ((long) step - 1) / stepsPerColumn;
    }

    private void halve() {
        stepsPerColumn *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && column(steps[kept - 1]) == column(steps[i])) {
                low[kept - 1] = Math.min(low[kept - 1], low[i]);
                high[kept - 1] = Math.max(high[kept - 1], high[i]);
            } else {
                low[kept] = low[i];
                high[kept++] = high[i];
            }
            steps[kept - 1] = steps[i];
            smooth[kept - 1] = smooth[i];
        }
        size = kept;
    }

    int size() {
        return size;
    }

    /** The last step, 0 before the first. */
    long lastStep() {
        return size == 0 ? 0 : (long) steps[size - 1];
    }

    /** The moving average of the training loss over all steps so far; NaN before the first. */
    double smoothed() {
        return average;
    }

    double[] steps() {
        return Arrays.copyOf(steps, size);
    }

    /** The least training loss in each column, in nats times {@code scale}, like all that follow. */
    double[] low(double scale) {
        return scaled(low, size, scale);
    }

    double[] high(double scale) {
        return scaled(high, size, scale);
    }

    double[] smooth(double scale) {
        return scaled(smooth, size, scale);
    }

    double[] lookSteps() {
        return Arrays.copyOf(lookSteps, lookCount);
    }

    double[] looks(double scale) {
        return scaled(looks, lookCount, scale);
    }

    /** The largest loss, at least {@code floor}. */
    double top(double floor) {
        double top = floor;
        for (int i = 0; i < size; i++) {
            top = Math.max(top, high[i]);
        }
        return top;
    }

    /** The least loss, at most {@code ceiling}. */
    double bottom(double ceiling) {
        double bottom = ceiling;
        for (int i = 0; i < size; i++) {
            bottom = Math.min(bottom, low[i]);
        }
        for (int i = 0; i < lookCount; i++) {
            bottom = Math.min(bottom, looks[i]);
        }
        return bottom;
    }

    /** The column nearest to {@code step}, -1 if there is none. */
    int nearest(double step) {
        return nearest(steps, size, step);
    }

    /** The look nearest to {@code step}, -1 if there is none. */
    int nearestLook(double step) {
        return nearest(lookSteps, lookCount, step);
    }

    private static int nearest(double[] sorted, int size, double wanted) {
        int at = Arrays.binarySearch(sorted, 0, size, wanted);
        if (at >= 0 || size == 0) {
            return at >= 0 ? at : -1;
        }
        int after = -at - 1;
        if (after == 0 || after == size) {
            return after == 0 ? 0 : size - 1;
        }
        return wanted - sorted[after - 1] <= sorted[after] - wanted ? after - 1 : after;
    }

    private static double[] scaled(double[] values, int size, double scale) {
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            copy[i] = values[i] * scale;
        }
        return copy;
    }
}
