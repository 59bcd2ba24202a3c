package microgpt.predict;

import java.util.Arrays;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;

/**
 * Counts, matches and other experts, mixed bit by bit: itself an expert. A part predicts a bit from what came before it
 * and learns when it is told; nothing else flows, so a decoder that repeats the calls repeats the predictions to the bit.
 */
public final class Mixture implements BitExpert {
    private static final int LONG_MATCH = 6;
    private static final int SHORT_MATCH = 4;
    private static final int RING_PER_MEGABYTE = 1 << 18;
    private static final float BIAS = 0.3f;
    /** First weights: of a context's inputs for 31 contexts with five inputs, of matches and bias, of pairs, of experts. */
    private static final float CONTEXT_WEIGHT = 0.02f;

    private static final float MATCH_WEIGHT = 0.2f;
    private static final float PAIR_WEIGHT = 0.03f;
    private static final float EXPERT_WEIGHT = 0.3f;

    private final Logistic logistic = new Logistic();
    private final Journal journal = new Journal();
    private final Moment moment = new Moment();
    private final Expert[] others;
    private final Voice[] voices;
    private final Text text;
    private final Match[] matches;
    private final Match longMatch;
    private final Match shortMatch;
    private final Counts counts;
    private final PairMaps pairs;
    private final Mixer mixer;
    private final @Nullable FinalMaps finalMaps;
    private boolean listened;
    private boolean predicted;
    private int chance;
    private double probability = 1;

    /** Of counts alone. */
    public Mixture(MixtureConfig config) {
        this(config, List.of());
    }

    /** Of counts and {@code others}; the weights that look at another expert look at the first. */
    public Mixture(MixtureConfig config, List<Expert> others) {
        this.others = others.toArray(new Expert[0]);
        voices = new Voice[others.size()];
        for (int v = 0; v < voices.length; v++) {
            voices[v] = new Voice(logistic);
        }
        text = new Text(config.megabytes() * RING_PER_MEGABYTE);
        longMatch = new Match(LONG_MATCH, text, logistic);
        shortMatch = new Match(SHORT_MATCH, text, logistic);
        matches = Arrays.copyOf(new Match[] {longMatch, shortMatch}, config.matches());
        counts = new Counts(config, logistic, journal);
        pairs = new PairMaps(config, logistic);
        finalMaps = config.stages().contains(Stage.FINAL_MAPS) ? new FinalMaps(logistic) : null;
        mixer = new Mixer(sets(config), config.secondSets(), firstWeights(config), logistic);
        counts.beginByte(text, longMatch, shortMatch);
    }

    private List<WeightSet> sets(MixtureConfig config) {
        return config.sets().stream()
                .filter(set -> voices.length > 0 || !set.needsAnother())
                .toList();
    }

    private float[] firstWeights(MixtureConfig config) {
        int of = counts.inputs();
        float[] weights = new float[of + 2 * matches.length + 1 + pairs.inputs() + Voice.INPUTS * voices.length];
        float context = CONTEXT_WEIGHT
                * (33f / (config.contexts().size() + 2))
                * (5f / Math.max(1, config.evidence().size()));
        Arrays.fill(weights, 0, of, context);
        int matchesEnd = of + 2 * matches.length + 1;
        Arrays.fill(weights, of, matchesEnd, MATCH_WEIGHT);
        Arrays.fill(weights, matchesEnd, matchesEnd + pairs.inputs(), PAIR_WEIGHT);
        for (int at = matchesEnd + pairs.inputs(); at < weights.length; at += Voice.INPUTS) {
            weights[at] = EXPERT_WEIGHT / voices.length;
        }
        return weights;
    }

    @Override
    public int chance() {
        if (!predicted) {
            predict();
        }
        return chance;
    }

    private void predict() {
        if (!listened) {
            for (int v = 0; v < voices.length; v++) {
                voices[v].listen(others[v]);
            }
            listened = true;
        }
        float[] inputs = mixer.inputs;
        counts.predict(moment, inputs, mixer.ownRows);
        int at = counts.inputs();
        for (Match match : matches) {
            match.predict(moment, inputs, at);
            at += 2;
        }
        inputs[at++] = BIAS;
        pairs.predict(counts, inputs, at);
        at += pairs.inputs();
        for (int v = 0; v < voices.length; v++) {
            float logit = voices[v].predict(moment, inputs, at);
            at += Voice.INPUTS;
            if (v == 0) {
                moment.logit = logit;
                moment.favourite = voices[v].favourite();
                moment.favouriteShare = voices[v].favouriteShare();
            }
        }
        float logit = mixer.mix(moment, text, longMatch, shortMatch);
        float p = finalMaps == null ? logistic.squash(logit) : finalMaps.refine(logit, moment, text, expected());
        chance = Chance.of(p);
        predicted = true;
    }

    /** The byte that the longer match is sure of, else the other expert's favourite, else 0. */
    private int expected() {
        return longMatch.speaks() ? longMatch.expected() : moment.favourite;
    }

    @Override
    public void learn(int bit) {
        probability *= Chance.share(chance(), bit);
        learnBit(bit);
        if (moment.bit == 8) {
            endByte(moment.partial & 0xff);
        } else if (moment.bit == 4) {
            counts.beginSecondHalf(moment.partial);
        }
    }

    private void learnBit(int bit) {
        mixer.learn(bit, text.length());
        counts.learn(bit);
        pairs.learn(bit);
        for (Match match : matches) {
            match.learn(bit);
        }
        for (Voice voice : voices) {
            voice.learn(bit);
        }
        if (finalMaps != null) {
            finalMaps.learn(bit);
        }
        moment.learn(bit);
        predicted = false;
    }

    private void endByte(int next) {
        counts.endByte(next);
        text.append(next);
        for (Match match : matches) {
            match.advance();
        }
        moment.endByte();
        counts.beginByte(text, longMatch, shortMatch);
        for (Expert other : others) {
            other.observe(next);
        }
        listened = false;
    }

    @Override
    public double observe(int next) {
        probability = 1;
        for (int bit = 7; bit >= 0; bit--) {
            learn(next >> bit & 1);
        }
        return Chance.bits(probability);
    }

    @Override
    public void peek(float[] probs) {
        requireByteBoundary();
        journal.open();
        walk(probs, 1.0);
        journal.close();
        moment.endByte();
        predicted = false;
    }

    /** Follows both bits from here, taking back what was learned on the way. */
    private void walk(float[] probs, double mass) {
        int partial = moment.partial;
        int bit = moment.bit;
        for (int next = 0; next < 2; next++) {
            double share = mass * Chance.share(chance(), next);
            if (bit == 7) {
                probs[2 * partial + next & 0xff] = (float) share;
                continue;
            }
            int mark = journal.mark();
            keep();
            learnBit(next);
            if (moment.bit == 4) {
                counts.beginSecondHalf(moment.partial);
            }
            walk(probs, share);
            journal.backTo(mark);
            moment.back(partial, bit);
            predicted = false;
        }
    }

    /** Keeps all that learning this bit would change. */
    private void keep() {
        mixer.keep(journal);
        counts.keep(journal);
        pairs.keep(journal);
        for (Match match : matches) {
            match.keep(journal);
        }
        for (Voice voice : voices) {
            voice.keep(journal);
        }
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
        text.save(into.part("text"));
        longMatch.save(into.part("long_match"));
        shortMatch.save(into.part("short_match"));
        counts.save(into.part("counts"));
        pairs.save(into);
        mixer.save(into.part("mixer"));
        for (int v = 0; v < voices.length; v++) {
            voices[v].save(into.part("voice." + v));
            others[v].save(into.part("expert." + v));
        }
        if (finalMaps != null) {
            finalMaps.save(into);
        }
    }

    @Override
    public void restore(Snapshot from) {
        requireByteBoundary();
        text.restore(from.part("text"));
        longMatch.restore(from.part("long_match"));
        shortMatch.restore(from.part("short_match"));
        counts.restore(from.part("counts"));
        pairs.restore(from);
        mixer.restore(from.part("mixer"));
        for (int v = 0; v < voices.length; v++) {
            voices[v].restore(from.part("voice." + v));
            others[v].restore(from.part("expert." + v));
        }
        if (finalMaps != null) {
            finalMaps.restore(from);
        }
        listened = false;
        predicted = false;
    }
}
