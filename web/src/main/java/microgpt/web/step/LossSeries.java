package microgpt.web.step;

import java.util.Arrays;

/** The loss of every step, raw and smoothed, in at most {@link #CAPACITY} points: when there are more, pairs become their mean. */
final class LossSeries {
    static final int CAPACITY = 1024;
    /** The weight of the past in the smoothed loss; half of it is younger than 23 steps. */
    private static final double MEMORY = 0.97;

    private final double[] steps = new double[CAPACITY];
    private final double[] raw = new double[CAPACITY];
    private final double[] smooth = new double[CAPACITY];
    private int size;
    private int perPoint = 1;
    private int pending;
    private double pendingSum;
    private double average;
    private double averageWeight;

    void clear() {
        size = 0;
        perPoint = 1;
        pending = 0;
        pendingSum = 0;
        average = 0;
        averageWeight = 0;
    }

    void add(int step, double loss) {
        average = MEMORY * average + (1 - MEMORY) * loss;
        averageWeight = MEMORY * averageWeight + (1 - MEMORY);
        pendingSum += loss;
        if (++pending == perPoint && size == CAPACITY) {
            halve();
        }
        if (pending < perPoint) {
            return;
        }
        steps[size] = step;
        raw[size] = pendingSum / pending;
        smooth[size++] = smoothed();
        pending = 0;
        pendingSum = 0;
    }

    private void halve() {
        size = CAPACITY / 2;
        for (int i = 0; i < size; i++) {
            steps[i] = steps[2 * i + 1];
            raw[i] = (raw[2 * i] + raw[2 * i + 1]) / 2;
            smooth[i] = smooth[2 * i + 1];
        }
        perPoint *= 2;
    }

    int size() {
        return size;
    }

    /** The moving average over all steps so far. */
    double smoothed() {
        return average / averageWeight;
    }

    /** The point nearest to a step; there must be one. */
    int nearest(double step) {
        int nearest = 0;
        for (int i = 1; i < size; i++) {
            if (Math.abs(steps[i] - step) < Math.abs(steps[nearest] - step)) {
                nearest = i;
            }
        }
        return nearest;
    }

    double[] steps() {
        return Arrays.copyOf(steps, size);
    }

    double[] raw() {
        return Arrays.copyOf(raw, size);
    }

    double[] smooth() {
        return Arrays.copyOf(smooth, size);
    }

    /** The largest point, at least {@code floor}. */
    double top(double floor) {
        double top = floor;
        for (int i = 0; i < size; i++) {
            top = Math.max(top, raw[i]);
        }
        return top;
    }
}
