package microgpt.predict;

import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;

/**
 * Counts, matches and other experts, mixed bit by bit: itself an expert. A part predicts a bit from what came before it
 * and learns when it is told; nothing else flows, so a decoder that repeats the calls repeats the predictions to the bit.
 */
public final class Mixture implements BitExpert {
    private final Logistic logistic = new Logistic();
    private final Journal journal = new Journal();
    private final Moment moment = new Moment();
    private final Inputs inputs;
    private final Mixer mixer;
    private final @Nullable FinalMaps finalMaps;
    private boolean predicted;
    private int chance;
    private double probability = 1;

    /** Of counts alone. */
    public Mixture(MixtureConfig config) {
        this(config, List.of());
    }

    /**
     * Of counts and {@code others}, who learn from now on through this mixture alone; the weights that look at another
     * expert look at the first.
     */
    public Mixture(MixtureConfig config, List<Expert> others) {
        inputs = new Inputs(config, others, logistic, journal);
        finalMaps = config.stages().contains(Stage.FINAL_MAPS) ? new FinalMaps(logistic) : null;
        mixer = new Mixer(inputs.possible(config.sets()), config.secondSets(), inputs.firstWeights(), logistic);
    }

    @Override
    public int chance() {
        if (!predicted) {
            predict();
        }
        return chance;
    }

    private void predict() {
        inputs.predict(moment, mixer.inputs, mixer.ownRows);
        float logit = mixer.mix(moment, inputs.text, inputs.longMatch, inputs.shortMatch);
        float p = finalMaps == null
                ? logistic.squash(logit)
                : finalMaps.refine(logit, moment, inputs.text, inputs.expected(moment));
        chance = Chance.of(p);
        predicted = true;
    }

    @Override
    public void learn(int bit) {
        probability *= Chance.share(chance(), bit);
        learnBit(bit);
        if (moment.bit == 8) {
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
        probability = 1;
        for (int bit = 7; bit >= 0; bit--) {
            learn((next >> bit) & 1);
        }
        return Chance.bits(probability);
    }

    @Override
    public void peek(float[] probs) {
        requireByteBoundary();
        predicted = false;
        journal.open();
        walk(probs, 1.0);
        journal.close();
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
        requireByteBoundary();
        inputs.save(into);
        mixer.save(into.part("mixer"));
        if (finalMaps != null) {
            finalMaps.save(into);
        }
    }

    @Override
    public void restore(Snapshot from) {
        requireByteBoundary();
        inputs.restore(from);
        mixer.restore(from.part("mixer"));
        if (finalMaps != null) {
            finalMaps.restore(from);
        }
        predicted = false;
    }
}
