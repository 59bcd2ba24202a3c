package microgpt.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.numeric.FloatMath;

/** What a cache said last: how much each remembered position weighed, and each byte in all. */
final class Recall {
    /** Below e^-17 of the weightiest a position counts nothing: a float's sum would not notice it. */
    private static final float NEGLIGIBLE = -17;

    /** By row of the ring: the scores, and in their place the weights. */
    private final float[] weights;

    private final double[] sums = new double[256];
    private double sum = 1;
    /** Of weight times exponent, likewise. */
    private final double[] exponents = new double[256];

    private double exponent;
    private long end;
    private int first;
    private int count;

    /** Of a ring of {@code rows}. */
    Recall(int rows) {
        weights = new float[rows];
    }

    /** Where the scores are to be put, by row, before {@link #weigh}. */
    float[] scores() {
        return weights;
    }

    /** Weighs the {@code positions} before {@code position}, which begin in row {@code row}, by e^(theta score). */
    void weigh(long position, int row, int positions, float theta, byte[] followed) {
        end = position;
        first = row;
        count = positions;
        int tail = Math.min(count, weights.length - first);
        float top = Math.max(top(first, first + tail), top(0, count - tail));
        forgetSums();
        weigh(first, first + tail, top, theta, followed);
        weigh(0, count - tail, top, theta, followed);
        sum = 0;
        for (int b = 0; b < sums.length; b++) {
            sum += sums[b];
            exponent += exponents[b];
        }
    }

    private float top(int from, int to) {
        float top = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            top = Math.max(top, weights[i]);
        }
        return top;
    }

    private void weigh(int from, int to, float top, float theta, byte[] followed) {
        for (int i = from; i < to; i++) {
            float below = theta * (weights[i] - top);
            if (below < NEGLIGIBLE) {
                weights[i] = 0;
                continue;
            }
            float weight = FloatMath.exp(below);
            weights[i] = weight;
            sums[followed[i] & 0xff] += weight;
            exponents[followed[i] & 0xff] += weight * below;
        }
    }

    /** How likely the cache held byte {@code value}. */
    float chance(int value) {
        return (float) (sums[value] / sum);
    }

    /** How ln {@link #chance} of {@code value} changes with ln theta; 0 where there is no chance. */
    float slope(int value) {
        return sums[value] == 0 ? 0 : (float) (exponents[value] / sums[value] - exponent / sum);
    }

    /** The {@code most} places that weighed most, the weightiest first, of equal ones the latest. */
    List<Neighbour> neighbours(int most, byte[] followed) {
        int[] best = new int[Math.min(most, count)]; // places, counted from the latest back
        int found = 0;
        for (int back = 1; back <= count; back++) {
            float weight = weights[rowOf(back)];
            if (weight == 0 || (found == best.length && weight <= weightOf(best, found))) {
                continue;
            }
            int at = found < best.length ? found++ : found - 1;
            while (at > 0 && weights[rowOf(best[at - 1])] < weight) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = back;
        }
        List<Neighbour> neighbours = new ArrayList<>();
        for (int i = 0; i < found; i++) {
            int row = rowOf(best[i]);
            neighbours.add(new Neighbour(end - best[i], followed[row] & 0xff, weights[row] / sum));
        }
        return neighbours;
    }

    private float weightOf(int[] best, int found) {
        return found == 0 ? Float.POSITIVE_INFINITY : weights[rowOf(best[found - 1])];
    }

    private int rowOf(int back) {
        return (first + count - back) % weights.length;
    }

    /** Forgets what was said. */
    void forget() {
        count = 0;
        forgetSums();
        sum = 1;
    }

    private void forgetSums() {
        Arrays.fill(sums, 0);
        Arrays.fill(exponents, 0);
        exponent = 0;
    }
}
