package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * A gated logistic mixer of two layers: in every set of weights the row that this moment chooses gives one logit, the
 * weighted sum of the inputs, and learns from its own error; a second layer, chosen by the known bits of the byte, weighs
 * those logits and learns slowly (Mahoney 2005; Mattern 2012).
 */
final class Mixer {
    private static final float LOGIT_LIMIT = 11.9f;
    private static final float RATE = 0.01f;
    private static final float LEAST_RATE = 0.0015f;
    private static final float RATE_SPAN = 2000; // bytes
    private static final float SECOND_RATE = 0.001f;
    private static final int PARTIALS = 256;

    private final WeightSet[] sets;
    private final Logistic logistic;
    /** Zeros after the last. */
    final float[] inputs;
    /** Where each input's row begins in a set whose rows differ from input to input. */
    final int[] ownRows;

    private final float[][] weights;
    private final float[] second;
    private final int[] rows;
    private final float[] logits;
    private int partial;
    private float mixed;

    /** {@code start} has a first weight for each input. */
    Mixer(WeightSet[] sets, float[] start, Logistic logistic) {
        this.sets = sets.clone();
        this.logistic = logistic;
        int width = Lanes.padded(start.length);
        inputs = new float[width];
        ownRows = new int[width];
        weights = new float[sets.length][];
        for (int s = 0; s < sets.length; s++) {
            weights[s] = new float[sets[s].rows() * width];
            for (int row = 0; row < sets[s].rows(); row++) {
                System.arraycopy(start, 0, weights[s], row * width, start.length);
            }
        }
        second = new float[PARTIALS * Lanes.padded(sets.length)];
        Arrays.fill(second, 1f / sets.length);
        rows = new int[sets.length];
        logits = new float[Lanes.padded(sets.length)];
    }

    /** The logit of the next bit. */
    float mix(Moment moment, Text text, Match longMatch, Match shortMatch) {
        int width = inputs.length;
        for (int s = 0; s < sets.length; s++) {
            rows[s] = sets[s].row(moment, text, longMatch, shortMatch) * width;
            float sum = sets[s] == WeightSet.OWN_COUNT
                    ? Lanes.dot(weights[s], 0, ownRows, inputs, width)
                    : Lanes.dot(weights[s], rows[s], inputs, width);
            logits[s] = Logistic.clamp(sum, LOGIT_LIMIT);
        }
        partial = moment.partial;
        mixed = Logistic.clamp(Lanes.dot(second, partial * logits.length, logits, logits.length), LOGIT_LIMIT);
        return mixed;
    }

    void learn(int bit, long position) {
        float rate = LEAST_RATE + RATE / (1 + position / RATE_SPAN);
        int width = inputs.length;
        for (int s = 0; s < sets.length; s++) {
            float step = (bit - logistic.squash(logits[s])) * rate;
            if (sets[s] == WeightSet.OWN_COUNT) {
                Lanes.add(weights[s], 0, ownRows, inputs, width, step);
            } else {
                Lanes.add(weights[s], rows[s], inputs, width, step);
            }
        }
        float step = (bit - logistic.squash(mixed)) * SECOND_RATE;
        Lanes.add(second, partial * logits.length, logits, logits.length, step);
    }

    void keep(Journal journal) {
        int width = inputs.length;
        for (int s = 0; s < sets.length; s++) {
            if (sets[s] == WeightSet.OWN_COUNT) {
                journal.keep(weights[s], 0, weights[s].length);
            } else {
                journal.keep(weights[s], rows[s], width);
            }
        }
        journal.keep(second, partial * logits.length, logits.length);
    }

    /** How much the logit of set {@code s} weighs, where the latest prediction was made. */
    float weight(int s) {
        return second[partial * logits.length + s];
    }

    void save(Snapshot into) {
        for (int s = 0; s < sets.length; s++) {
            into.put("set." + sets[s].name(), weights[s].clone());
        }
        into.put("second", second.clone());
    }

    void restore(Snapshot from) {
        for (int s = 0; s < sets.length; s++) {
            float[] saved = from.floats("set." + sets[s].name(), weights[s].length);
            System.arraycopy(saved, 0, weights[s], 0, saved.length);
        }
        System.arraycopy(from.floats("second", second.length), 0, second, 0, second.length);
    }
}
