package microgpt.predict;

import java.util.List;
import microgpt.compute.Backend;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;

/**
 * What the counts of a mixture would have charged without the other experts: a mixer and final maps of its own over the
 * inputs that come first, with the same bits as a mixture of counts alone. It only listens: nothing flows back.
 */
final class CountsAlone {
    private final Logistic logistic;
    private final Inputs from;
    private final Mixer mixer;
    private final @Nullable FinalMaps finalMaps;
    /** How many of the inputs are not another expert's. */
    private final int used;
    /** What weights of counts alone may look at: the same but for what another expert says. */
    private final Moment moment = new Moment();

    private double probability = 1;

    CountsAlone(MixtureConfig config, Inputs from, Logistic logistic, Backend on) {
        this.logistic = logistic;
        this.from = from;
        float[] start = from.firstWeightsAlone();
        used = start.length;
        List<WeightSet> sets =
                config.sets().stream().filter(set -> !set.needsAnother()).toList();
        mixer = new Mixer(sets, config.secondSets(), start, logistic, on);
        finalMaps = config.stages().contains(Stage.FINAL_MAPS) ? new FinalMaps(config.stages(), logistic) : null;
    }

    /** Charges for the next bit and learns it, after the mixture's inputs were written and before they learn. */
    void learn(int bit, Moment now, float[] inputs) {
        moment.copyOfText(now);
        System.arraycopy(inputs, 0, mixer.inputs, 0, used);
        from.ownRows(mixer);
        float logit = mixer.mix(moment, from.text, from.longMatch, from.shortMatch);
        float p = finalMaps == null
                ? logistic.squash(logit)
                : finalMaps.refine(logit, moment, from.text, from.expected(moment));
        probability *= Chance.share(Chance.of(p), bit);
        mixer.learn(bit, from.text.length());
        if (finalMaps != null) {
            finalMaps.learn(bit);
        }
    }

    /** What the byte cost whose last bit was learned, in bits. */
    double endByte() {
        double bits = Chance.bits(probability);
        probability = 1;
        return bits;
    }

    /** Adds the parts of saving. */
    void saving(Snapshot into, List<Runnable> parts) {
        parts.add(() -> mixer.save(into.part("mixer")));
        if (finalMaps != null) {
            finalMaps.saving(into, parts);
        }
    }

    /** Adds the parts of restoring. */
    void restoring(Snapshot saved, List<Runnable> parts) {
        parts.add(() -> mixer.restore(saved.part("mixer")));
        if (finalMaps != null) {
            finalMaps.restoring(saved, parts);
        }
    }
}
