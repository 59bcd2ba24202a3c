package microgpt.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.Backend;
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
    private final float[] start;
    /** The sets that are chosen a row at a time, and the place of each among all. */
    private final Rows rows;

    private final int[] places;
    /** Their sums or their steps. */
    private final float[] numbers;
    /** The weights of the set whose rows differ from input to input, and its place, -1 if there is none. */
    private final float[] own;

    private final int ownPlace;
    /** One for each set, and zeros up to a whole vector. */
    final float[] logits;

    /**
     * All rows begin with the same weights.
     *
     * @param inputs where they will be written, zeros after the last
     * @param ownRows where each input's row begins in {@link WeightSet#OWN_COUNT}
     * @param start the first weight of each input
     */
    Layer(List<WeightSet> sets, float[] inputs, int[] ownRows, float[] start, Logistic logistic, Backend on) {
        this.sets = sets.toArray(new WeightSet[0]);
        this.inputs = inputs;
        this.ownRows = ownRows;
        this.logistic = logistic;
        this.start = Arrays.copyOf(start, inputs.length);
        logits = new float[Lanes.padded(this.sets.length)];
        ownPlace = sets.indexOf(WeightSet.OWN_COUNT);
        own = new float[ownPlace < 0 ? 0 : WeightSet.OWN_COUNT.rows() * inputs.length];
        for (int at = 0; at < own.length; at += inputs.length) {
            System.arraycopy(this.start, 0, own, at, inputs.length);
        }
        List<WeightSet> others = new ArrayList<>(sets);
        others.remove(WeightSet.OWN_COUNT);
        rows = new Rows(others, this.start, on);
        numbers = new float[others.size()];
        places = new int[others.size()];
        for (int r = 0; r < places.length; r++) {
            places[r] = sets.indexOf(others.get(r));
        }
    }

    /** Computes the logits. */
    void mix(Moment moment, Text text, Match longMatch, Match shortMatch) {
        for (int r = 0; r < places.length; r++) {
            rows.choose(r, sets[places[r]].row(moment, text, longMatch, shortMatch));
        }
        rows.dot(inputs, numbers);
        for (int r = 0; r < places.length; r++) {
            logits[places[r]] = Logistic.clamp(numbers[r], LOGIT_LIMIT);
        }
        if (ownPlace >= 0) {
            logits[ownPlace] = Logistic.clamp(Lanes.dot(own, ownRows, inputs, inputs.length), LOGIT_LIMIT);
        }
    }

    /** What {@code count} inputs from {@code from} on add to the logits, each times its set's weights in {@code next}. */
    float part(int from, int count, Layer next) {
        float sum = 0;
        for (int s = 0, r = 0; s < sets.length; s++) {
            sum += (s == ownPlace ? ownPart(from, count) : part(r++, from, count)) * next.weights(s);
        }
        return sum;
    }

    private float part(int r, int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += rows.get(r, i) * inputs[i];
        }
        return sum;
    }

    private float ownPart(int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += own[ownRows[i] + i] * inputs[i];
        }
        return sum;
    }

    /** The weights of input i at this moment, added over all sets, none of which has rows of its own for each input. */
    private float weights(int i) {
        float sum = 0;
        for (int r = 0; r < places.length; r++) {
            sum += rows.get(r, i);
        }
        return sum;
    }

    void learn(int bit, float rate) {
        for (int r = 0; r < places.length; r++) {
            numbers[r] = step(places[r], bit, rate);
        }
        rows.add(numbers);
        if (ownPlace >= 0) {
            Lanes.add(own, ownRows, inputs, inputs.length, step(ownPlace, bit, rate));
        }
    }

    private float step(int s, int bit, float rate) {
        return (bit - logistic.squash(logits[s])) * rate;
    }

    void keep(Journal journal) {
        journal.keep(rows);
        if (ownPlace >= 0) {
            journal.keep(own, 0, own.length);
        }
    }

    void save(Snapshot into) {
        for (int r = 0; r < places.length; r++) {
            Sparse.save(into, sets[places[r]].name(), rows.all(r), start);
        }
        if (ownPlace >= 0) {
            Sparse.save(into, sets[ownPlace].name(), own, start);
        }
    }

    void restore(Snapshot from) {
        for (int r = 0; r < places.length; r++) {
            float[] values = rows.all(r);
            Sparse.restore(from, sets[places[r]].name(), values, start);
            rows.replace(r, values);
        }
        if (ownPlace >= 0) {
            Sparse.restore(from, sets[ownPlace].name(), own, start);
        }
    }
}
