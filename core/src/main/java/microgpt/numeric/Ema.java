package microgpt.numeric;

/**
 * An exponential moving average without the usual bias towards its start (Kingma and Ba 2015): after one value it is that
 * value.
 */
public final class Ema {
    /** By how much a weight, which nears 1, may have been rounded beyond it. */
    private static final double ROUNDING = 1e-9;

    private final double decay;
    private double weightedSum;
    private double weight;

    /** @param decay what remains of the past with each new value, in [0, 1); 1 - 1/n averages over about n values */
    public Ema(double decay) {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("decay " + decay + " must be in [0, 1)");
        }
        this.decay = decay;
    }

    /** An average over about the last {@code count} values. */
    public static Ema over(double count) {
        return new Ema(1 - 1 / count);
    }

    public void add(double x) {
        weightedSum = decay * weightedSum + (1 - decay) * x;
        weight = decay * weight + (1 - decay);
    }

    /** The average; NaN before the first value. */
    public double value() {
        return weightedSum / weight;
    }

    public boolean isEmpty() {
        return weight == 0;
    }

    public void reset() {
        weightedSum = 0;
        weight = 0;
    }

    /** What a checkpoint holds; {@link #restore} takes it back. */
    public double[] state() {
        return new double[] {weightedSum, weight};
    }

    public void restore(double[] state) {
        if (state.length != 2) {
            throw new IllegalArgumentException("a state of " + state.length + " doubles, expected 2");
        }
        boolean isEmpty = state[0] == 0 && state[1] == 0;
        boolean isAverage = state[1] > 0 && state[1] <= 1 + ROUNDING && Double.isFinite(state[0] / state[1]);
        if (!isEmpty && !isAverage) {
            throw new IllegalArgumentException("a sum of " + state[0] + " with weight " + state[1]
                    + ", expected a finite average with a weight from 0 to 1");
        }
        weightedSum = state[0];
        weight = state[1];
    }
}
