package microgpt.predict;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;

/**
 * Counts, matches and other experts, mixed bit by bit: itself an expert. A part predicts a bit from what came before it
 * and learns when it is told; nothing else flows, so a decoder that repeats the calls repeats the predictions to the bit.
 */
public final class Mixture implements Expert, BitExpert {

    /**
     * What can be set of a mixture that a run has.
     *
     * @param enabled can change while running; the rest cannot
     * @param counts how much of what is known is counted
     * @param megabytes room for the counts, a power of two
     */
    public record Settings(boolean enabled, Size counts, int megabytes) {
        public Settings {
            MixtureConfig.checkMegabytes(megabytes);
        }

        /** What the mixture is made of. */
        public MixtureConfig config() {
            return counts.config().megabytes(megabytes);
        }

        /** The same, switched on or off. */
        public Settings enabled(boolean changed) {
            return new Settings(changed, counts, megabytes);
        }

        /** Bytes of memory that a mixture takes at most; none if it is off. */
        public long memoryBytes() {
            return enabled ? config().memoryBytes() : 0;
        }
    }

    private static final byte[] NOTHING = {};

    private final Logistic logistic = new Logistic();
    private final Journal journal = new Journal();
    private final Moment moment = new Moment();
    private final Inputs inputs;
    private final Mixer mixer;
    private final @Nullable FinalMaps finalMaps;
    private final @Nullable CountsAlone countsAlone;
    private final Shares shares;
    private boolean predicted;
    private float logit;
    private int chance;
    private double probability = 1;
    private double countsBits = Double.NaN;

    /** Of counts alone. */
    public Mixture(MixtureConfig config) {
        this(config, List.of());
    }

    /**
     * Of counts and {@code others}, who learn from now on through this mixture alone; the weights that look at another
     * expert look at the first.
     */
    public Mixture(MixtureConfig config, List<Expert> others) {
        this(config, others, JavaBackend.alone(), Scores.OWN);
    }

    /**
     * The same, which also keeps {@link #countsBits}. That costs about as much time as the mixing itself, which {@code on}
     * computes, to the same bits as any other back end.
     */
    public static Mixture withCountsScore(MixtureConfig config, List<Expert> others, Backend on) {
        return new Mixture(config, others, on, Scores.OWN_AND_COUNTS);
    }

    private Mixture(MixtureConfig config, List<Expert> others, Backend on, Scores scores) {
        inputs = new Inputs(config, others, logistic, journal);
        finalMaps = config.stages().contains(Stage.FINAL_MAPS) ? new FinalMaps(config.stages(), logistic) : null;
        mixer = new Mixer(inputs.possible(config.sets()), config.secondSets(), inputs.firstWeights(), logistic, on);
        countsAlone = scores == Scores.OWN_AND_COUNTS ? new CountsAlone(config, inputs, logistic, on) : null;
        shares = new Shares(mixer, inputs.voicesAt(), others.size());
    }

    @Override
    public int chance() {
        if (!predicted) {
            predict();
        }
        return chance;
    }

    private void predict() {
        inputs.predict(moment, mixer.inputs);
        inputs.ownRows(mixer);
        logit = mixer.mix(moment, inputs.text, inputs.longMatch, inputs.shortMatch);
        float p = finalMaps == null
                ? logistic.squash(logit)
                : finalMaps.refine(logit, moment, inputs.text, inputs.expected(moment));
        chance = Chance.of(p);
        predicted = true;
    }

    @Override
    public void learn(int bit) {
        if (moment.bit == 0) {
            probability = 1;
        }
        probability *= Chance.share(chance(), bit);
        shares.add(logit);
        if (countsAlone != null) {
            countsAlone.learn(bit, moment, mixer.inputs);
        }
        learnBit(bit);
        if (moment.bit == 8) {
            shares.endByte();
            if (countsAlone != null) {
                countsBits = countsAlone.endByte();
            }
            inputs.endByte(moment.partial & 0xff);
            moment.endByte();
        }
    }

    /** All but what a whole byte changes. */
    private void learnBit(int bit) {
        mixer.learn(bit, inputs.text.length());
        inputs.learn(bit);
        if (finalMaps != null) {
            finalMaps.learn(bit);
        }
        moment.learn(bit);
        if (moment.bit == 4) {
            inputs.beginSecondHalf(moment.partial);
        }
        predicted = false;
    }

    @Override
    public double observe(int next) {
        for (int bit = 7; bit >= 0; bit--) {
            learn((next >> bit) & 1);
        }
        return bits();
    }

    /** What the latest byte cost, in bits. */
    public double bits() {
        return Chance.bits(probability);
    }

    /** What the latest byte cost by the counts alone, in bits, as a mixture without others charges it; NaN if not kept. */
    public double countsBits() {
        return countsBits;
    }

    /** What the latest byte cost by the other expert i alone, in bits; NaN before the first byte. */
    public double otherBits(int i) {
        return inputs.otherBits(i);
    }

    /**
     * How much of the latest byte's prediction was the other expert i's, from 0 to 1; NaN before the first byte. A bit's
     * logit is the sum of w x over all inputs x, where w is an input's weight in each set of the first layer times that
     * set's weight in the second, added over the sets. An expert's part P is that sum over its own inputs, the counts' part
     * the sum over all others. The share is sum |P| / sum (|P of the counts| + |P of each other|), over the byte's bits.
     */
    public double otherShare(int i) {
        return shares.of(i);
    }

    /** What the other experts leave to counts, matches, pairs and bias, by the same measure. */
    public double countsShare() {
        return shares.ofCounts();
    }

    @Override
    public void peek(float[] probs) {
        peekAfter(NOTHING, 0, probs);
    }

    @Override
    public void peekAfter(byte[] supposed, int count, float[] probs) {
        requireByteBoundary();
        predicted = false;
        journal.open();
        try {
            inputs.suppose(supposed, count);
            walk(probs, 1.0);
        } finally { // memory may end on the way
            journal.backTo(0);
            journal.close();
            inputs.backFromSupposed();
            moment.endByte();
            predicted = false;
        }
    }

    /** Follows both bits from here, taking back what was learned on the way. */
    private void walk(float[] probs, double mass) {
        int partial = moment.partial;
        int bit = moment.bit;
        for (int next = 0; next < 2; next++) {
            double share = mass * Chance.share(chance(), next);
            if (bit == 7) {
                probs[(2 * partial + next) & 0xff] = (float) share;
                continue;
            }
            int mark = journal.mark();
            keep();
            learnBit(next);
            walk(probs, share);
            journal.backTo(mark);
            moment.back(partial, bit);
            predicted = false;
        }
    }

    /** Keeps all that learning this bit would change. */
    private void keep() {
        mixer.keep(journal);
        inputs.keep(journal);
        if (finalMaps != null) {
            finalMaps.keep(journal);
        }
    }

    private void requireByteBoundary() {
        if (moment.bit != 0) {
            throw new IllegalStateException("expected to stand between two bytes, found " + moment.bit + " bits known");
        }
    }

    @Override
    public void save(Snapshot into) {
        List<Runnable> parts = new ArrayList<>();
        saving(into, parts);
        parts.forEach(Runnable::run);
    }

    /** Adds the parts of {@link #save}, to be run in order. */
    public void saving(Snapshot into, List<Runnable> parts) {
        requireByteBoundary();
        inputs.saving(into, parts);
        parts.add(() -> mixer.save(into.part("mixer")));
        if (finalMaps != null) {
            finalMaps.saving(into, parts);
        }
        if (countsAlone != null) {
            countsAlone.saving(into.part("counts_alone"), parts);
        }
    }

    @Override
    public void restore(Snapshot from) {
        List<Runnable> parts = new ArrayList<>();
        restoring(from, parts);
        parts.forEach(Runnable::run);
    }

    /** Adds the parts of {@link #restore}, to be run in order. */
    public void restoring(Snapshot from, List<Runnable> parts) {
        requireByteBoundary();
        inputs.restoring(from, parts);
        parts.add(() -> mixer.restore(from.part("mixer")));
        if (finalMaps != null) {
            finalMaps.restoring(from, parts);
        }
        if (countsAlone != null) {
            countsAlone.restoring(from.part("counts_alone"), parts);
        }
        predicted = false;
    }

    /** What is kept of each byte. */
    private enum Scores {
        OWN,
        OWN_AND_COUNTS
    }
}
