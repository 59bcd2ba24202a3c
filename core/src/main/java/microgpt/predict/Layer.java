package microgpt.predict;

import java.util.Arrays;
import java.util.List;
import microgpt.numeric.Snapshot;

/**
 * Sets of weights over the same inputs: in each, the row that this moment chooses gives one logit, the weighted sum of the
 * inputs, and learns from its own error.
 */
final class Layer {
    static final float LOGIT_LIMIT = 11.9f;

    private final WeightSet[] sets;
    private final Logistic logistic;
    private final float[] inputs;
    private final int[] ownRows;
    private final float[][] weights;
    private final float[] start;
    private final int[] rows;
    /** One for each set, and zeros up to a whole vector. */
    final float[] logits;

    /**
     * All rows begin with the same weights.
     *
     * @param inputs where they will be written, zeros after the last
     * @param ownRows where each input's row begins in {@link WeightSet#OWN_COUNT}
     * @param start the first weight of each input
     */
    Layer(List<WeightSet> sets, float[] inputs, int[] ownRows, float[] start, Logistic logistic) {
        this.sets = sets.toArray(new WeightSet[0]);
        this.inputs = inputs;
        this.ownRows = ownRows;
        this.logistic = logistic;
        this.start = Arrays.copyOf(start, inputs.length);
        rows = new int[this.sets.length];
        logits = new float[Lanes.padded(this.sets.length)];
        weights = new float[this.sets.length][];
        for (int s = 0; s < weights.length; s++) {
            weights[s] = new float[this.sets[s].rows() * inputs.length];
            for (int row = 0; row < this.sets[s].rows(); row++) {
                System.arraycopy(this.start, 0, weights[s], row * inputs.length, inputs.length);
            }
        }
    }

    /** Computes the logits. */
    void mix(Moment moment, Text text, Match longMatch, Match shortMatch) {
        int width = inputs.length;
        for (int s = 0; s < sets.length; s++) {
            rows[s] = sets[s].row(moment, text, longMatch, shortMatch) * width;
            float sum = sets[s] == WeightSet.OWN_COUNT
                    ? Lanes.dot(weights[s], ownRows, inputs, width)
                    : Lanes.dot(weights[s], rows[s], inputs, width);
            logits[s] = Logistic.clamp(sum, LOGIT_LIMIT);
        }
    }

    /** What {@code count} inputs from {@code from} on add to the logit of set s. */
    float part(int s, int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            int row = sets[s] == WeightSet.OWN_COUNT ? ownRows[i] : rows[s];
            sum += weights[s][row + i] * inputs[i];
        }
        return sum;
    }

    /** The weights of input i at this moment, added over all sets. */
    float weights(int i) {
        float sum = 0;
        for (int s = 0; s < sets.length; s++) {
            sum += weights[s][rows[s] + i];
        }
        return sum;
    }

    void learn(int bit, float rate) {
        int width = inputs.length;
        for (int s = 0; s < sets.length; s++) {
            float step = (bit - logistic.squash(logits[s])) * rate;
            if (sets[s] == WeightSet.OWN_COUNT) {
                Lanes.add(weights[s], ownRows, inputs, width, step);
            } else {
                Lanes.add(weights[s], rows[s], inputs, width, step);
            }
        }
    }

    void keep(Journal journal) {
        for (int s = 0; s < sets.length; s++) {
            if (sets[s] == WeightSet.OWN_COUNT) {
                journal.keep(weights[s], 0, weights[s].length);
            } else {
                journal.keep(weights[s], rows[s], inputs.length);
            }
        }
    }

    void save(Snapshot into) {
        for (int s = 0; s < sets.length; s++) {
            Sparse.save(into, sets[s].name(), weights[s], start);
        }
    }

    void restore(Snapshot from) {
        for (int s = 0; s < sets.length; s++) {
            Sparse.restore(from, sets[s].name(), weights[s], start);
        }
    }
}
