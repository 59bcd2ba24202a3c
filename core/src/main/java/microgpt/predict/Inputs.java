package microgpt.predict;

import java.util.Arrays;
import java.util.List;
import microgpt.numeric.Snapshot;

/** All that tells a mixer something of the next bit: counts, matches, a bias, pairs of opinions, other experts. */
final class Inputs {
    private static final int LONG_MATCH = 6;
    private static final int SHORT_MATCH = 4;
    private static final int PER_MATCH = 2;
    private static final int RING_PER_MEGABYTE = 1 << 18;
    private static final float BIAS = 0.3f;
    /** First weights: of a context's inputs for 31 contexts with five inputs, of matches and bias, of pairs, of experts. */
    private static final float CONTEXT_WEIGHT = 0.02f;

    private static final float MATCH_WEIGHT = 0.2f;
    private static final float PAIR_WEIGHT = 0.03f;
    private static final float EXPERT_WEIGHT = 0.3f;

    final Text text;
    final Match longMatch;
    final Match shortMatch;
    private final MixtureConfig config;
    private final Match[] matches;
    private final Counts counts;
    private final PairMaps pairs;
    private final Expert[] others;
    private final Voice[] voices;
    /** What comes before the byte to predict beside what was observed. */
    private byte[] supposed = {};

    private int supposedLength;

    Inputs(MixtureConfig config, List<Expert> others, Logistic logistic, Journal journal) {
        this.config = config;
        this.others = others.toArray(new Expert[0]);
        voices = new Voice[others.size()];
        for (int v = 0; v < voices.length; v++) {
            voices[v] = new Voice(logistic);
        }
        text = new Text(config.megabytes() * RING_PER_MEGABYTE, journal);
        longMatch = new Match(LONG_MATCH, text, logistic, journal);
        shortMatch = new Match(SHORT_MATCH, text, logistic, journal);
        matches = Arrays.copyOf(new Match[] {longMatch, shortMatch}, config.matches());
        counts = new Counts(config, logistic, journal);
        pairs = new PairMaps(config, logistic);
        counts.beginByte(text, longMatch, shortMatch);
    }

    /** The sets of weights for which there is everything they look at. */
    List<WeightSet> possible(List<WeightSet> sets) {
        return sets.stream()
                .filter(set -> voices.length > 0 || !set.needsAnother())
                .toList();
    }

    /** Where the inputs of the other experts begin: after all that is counted. */
    int voicesAt() {
        return pairsAt() + pairs.inputs();
    }

    private int pairsAt() {
        return counts.inputs() + PER_MATCH * matches.length + 1;
    }

    float[] firstWeights() {
        float[] weights = Arrays.copyOf(firstWeightsAlone(), voicesAt() + Voice.INPUTS * voices.length);
        for (int at = voicesAt(); at < weights.length; at += Voice.INPUTS) {
            weights[at] = EXPERT_WEIGHT / voices.length;
        }
        return weights;
    }

    /** Without the other experts'. */
    float[] firstWeightsAlone() {
        float[] weights = new float[voicesAt()];
        int evidence = Math.max(1, config.evidence().size());
        float context = CONTEXT_WEIGHT * (33f / (config.contexts().size() + 2)) * (5f / evidence);
        Arrays.fill(weights, 0, counts.inputs(), context);
        Arrays.fill(weights, counts.inputs(), pairsAt(), MATCH_WEIGHT);
        Arrays.fill(weights, pairsAt(), voicesAt(), PAIR_WEIGHT);
        return weights;
    }

    /** Writes all inputs for the next bit, and into {@code moment} what was found. */
    void predict(Moment moment, float[] inputs) {
        if (moment.bit == 0) {
            listen();
        }
        counts.predict(moment, inputs);
        int at = counts.inputs();
        for (Match match : matches) {
            match.predict(moment, inputs, at);
            at += PER_MATCH;
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
    }

    /** Writes for each input where its row begins in a set of weights chosen by own count. */
    void ownRows(Mixer mixer) {
        counts.ownRows(mixer.ownRows, mixer.inputs.length);
    }

    /** Asks the other experts: again for every prediction of a first bit, since they may know better by now. */
    private void listen() {
        for (int v = 0; v < voices.length; v++) {
            voices[v].listen(others[v], supposed, supposedLength);
        }
    }

    /** The byte that the longer match is sure of, else the other expert's favourite, else 0. */
    int expected(Moment moment) {
        return longMatch.speaks() ? longMatch.expected() : moment.favourite;
    }

    void learn(int bit) {
        counts.learn(bit);
        pairs.learn(bit);
        for (Match match : matches) {
            match.learn(bit);
        }
        for (Voice voice : voices) {
            voice.learn(bit);
        }
    }

    void beginSecondHalf(int partial) {
        counts.beginSecondHalf(partial);
    }

    void endByte(int next) {
        counts.endByte(next);
        text.append(next);
        for (Match match : matches) {
            match.advance();
        }
        counts.beginByte(text, longMatch, shortMatch);
        for (int v = 0; v < voices.length; v++) {
            voices[v].endByte(next);
            others[v].observe(next);
        }
    }

    /** Stands where {@code length} of {@code bytes} had come, of which nothing is learned, until it is taken back. */
    void suppose(byte[] bytes, int length) {
        if (length == 0) {
            return;
        }
        text.mark(length);
        for (Match match : matches) {
            match.mark();
        }
        counts.keepPlaces();
        supposed = bytes;
        supposedLength = length;
        for (int i = 0; i < length; i++) {
            text.append(bytes[i] & 0xff);
            for (Match match : matches) {
                match.advance();
            }
        }
        counts.beginByte(text, longMatch, shortMatch);
    }

    /** Stands again where the bytes that were observed end; what the journal kept is given back by itself. */
    void backFromSupposed() {
        if (supposedLength == 0) {
            return;
        }
        supposedLength = 0;
        text.back();
        for (Match match : matches) {
            match.back();
        }
    }

    /** What the latest byte cost by the other expert v, in bits; NaN before the first. */
    double otherBits(int v) {
        return voices[v].latestBits();
    }

    /** Keeps all that learning this bit would change. */
    void keep(Journal journal) {
        counts.keep(journal);
        pairs.keep(journal);
        for (Match match : matches) {
            match.keep(journal);
        }
        for (Voice voice : voices) {
            voice.keep(journal);
        }
    }

    /** Adds the parts of saving. */
    void saving(Snapshot into, List<Runnable> parts) {
        parts.add(() -> {
            text.save(into.part("text"));
            longMatch.save(into.part("long_match"));
            shortMatch.save(into.part("short_match"));
        });
        counts.saving(into.part("counts"), parts);
        parts.add(() -> {
            pairs.save(into);
            for (int v = 0; v < voices.length; v++) {
                voices[v].save(into.part("voice." + v));
                others[v].save(into.part("expert." + v));
            }
        });
    }

    /** Adds the parts of restoring. */
    void restoring(Snapshot from, List<Runnable> parts) {
        parts.add(() -> {
            text.restore(from.part("text"));
            longMatch.restore(from.part("long_match"));
            shortMatch.restore(from.part("short_match"));
        });
        counts.restoring(from.part("counts"), parts);
        parts.add(() -> {
            pairs.restore(from);
            for (int v = 0; v < voices.length; v++) {
                voices[v].restore(from.part("voice." + v));
                others[v].restore(from.part("expert." + v));
            }
        });
    }
}
