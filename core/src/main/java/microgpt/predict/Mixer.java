package microgpt.predict;

import java.util.Arrays;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Snapshot;

/**
 * A gated logistic mixer (Mahoney 2005; Mattern 2012): a first layer over all inputs, a second one over the first one's
 * logits that learns slowly, and the mean of the second one's logits.
 */
final class Mixer {
    private static final float RATE = 0.01f;
    private static final float LEAST_RATE = 0.0015f;
    private static final float RATE_SPAN = 2000; // bytes
    private static final float SECOND_RATE = 0.001f;

    /** Zeros after the last. */
    final float[] inputs;
    /** Where each input's row begins in a set whose rows differ from input to input. */
    final int[] ownRows;

    private final Layer first;
    private final Layer second;
    private final int opinions;

    /**
     * {@code start} has a first weight for each input; the second layer begins as a mean. The first layer is computed on
     * {@code on}; the second one is too small to be worth a call.
     */
    Mixer(List<WeightSet> firstSets, List<WeightSet> secondSets, float[] start, Logistic logistic, Backend on) {
        inputs = new float[Lanes.padded(start.length)];
        ownRows = new int[inputs.length];
        first = new Layer(firstSets, inputs, ownRows, start, logistic, on);
        float[] mean = new float[firstSets.size()];
        Arrays.fill(mean, 1f / mean.length);
        second = new Layer(secondSets, first.logits, new int[first.logits.length], mean, logistic, JavaBackend.alone());
        opinions = secondSets.size();
    }

    /** The logit of the next bit. */
    float mix(Moment moment, Text text, Match longMatch, Match shortMatch) {
        first.mix(moment, text, longMatch, shortMatch);
        second.mix(moment, text, longMatch, shortMatch);
        float sum = 0;
        for (int i = 0; i < opinions; i++) {
            sum += second.logits[i];
        }
        return sum / opinions;
    }

    /** What {@code count} inputs from {@code from} on add to the logit of this bit, before anything is clamped. */
    float part(int from, int count) {
        return first.part(from, count, second) / opinions;
    }

    void learn(int bit, long position) {
        first.learn(bit, LEAST_RATE + RATE / (1 + position / RATE_SPAN));
        second.learn(bit, SECOND_RATE);
    }

    void keep(Journal journal) {
        first.keep(journal);
        second.keep(journal);
    }

    void save(Snapshot into) {
        first.save(into.part("first"));
        second.save(into.part("second"));
    }

    void restore(Snapshot from) {
        first.restore(from.part("first"));
        second.restore(from.part("second"));
    }
}
