package microgpt.engine;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.model.Activations;
import microgpt.model.Decoder;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;
import microgpt.predict.Chance;
import microgpt.predict.ContinuousCache;
import microgpt.predict.Expert;
import microgpt.predict.Mixture;
import microgpt.predict.Neighbour;

/**
 * Everyone who predicts the bytes of a step, each charged for a byte before anyone learns from it. The transformer has said
 * of all bytes of the step what it expects; cache, counts and mixing weights learn after each byte, as a decoder can.
 */
final class Experts {
    private static final int BYTES = 256;
    /** The least probability that is charged for: a transformer may be surer than a float can say. */
    private static final float LEAST = Float.MIN_NORMAL;

    private final Backend on;
    /** Holds the mixture's weights. */
    private final Backend mixing;

    /** (stride,256): who enters the mixture, the transformer, with its cache where there is one. */
    private final float[] rows;

    private final float[] probs = new float[BYTES];
    private final StepResult result;
    private final Row row = new Row();
    private @Nullable ContinuousCache cache;
    private @Nullable Mixture mixture;
    private final SharedExperts shared;
    private OnlineConfig config;
    /** How many bytes of the step were told bit by bit: everyone but the transformer has been charged for them. */
    private int told;

    Experts(OnlineConfig config, Backend on, StepResult result) {
        this.on = on;
        mixing = on.forOnePart();
        this.config = config;
        this.result = result;
        rows = new float[config.stride() * BYTES];
        shared = new SharedExperts(config.fixedShare());
        tune(config, 0);
    }

    /**
     * Who is asked from the byte at {@code position} on. A mixture or a cache that joins has read nothing; a mixture that
     * leaves is forgotten, a cache goes on to remember.
     */
    void tune(OnlineConfig changed, long position) {
        config = changed;
        if (config.cache().enabled() && cache == null) {
            cache = new ContinuousCache(config.cache(), on, config.model().dModel(), config.stride());
            cache.startAt(position);
        } else if (cache != null) {
            cache.tune(config.cache());
        }
        if (config.mixture().enabled() != (mixture != null)) {
            mixture = null;
            mixing.release();
            if (config.mixture().enabled()) {
                mixture = Mixture.withCountsScore(config.mixture().config(), List.of(row), mixing);
            }
        }
        List<Predictor> predictors = new ArrayList<>();
        if (mixture != null) {
            predictors.add(Predictor.MIXTURE);
        }
        if (config.cache().enabled()) {
            predictors.add(Predictor.CACHE);
        }
        predictors.add(Predictor.TRANSFORMER);
        if (mixture != null) {
            predictors.add(Predictor.COUNTS);
        }
        shared.tune(config.fixedShare(), predictors);
        if (shared.isOn()) {
            predictors.add(Predictor.FIXED_SHARE);
            predictors.add(Predictor.FIXED_SHARE_BOUND);
        }
        result.predictedBy(List.copyOf(predictors));
    }

    /**
     * Rows from {@code first} on of the forward pass {@code a} are the transformer's say on {@code count} bytes of the step.
     * Those that were told bit by bit have been heard.
     */
    void hear(Activations a, int first, int count) {
        if (told > 0) {
            return;
        }
        if (mixture != null || config.cache().enabled()) {
            for (int k = 0; k < count; k++) {
                a.readProbs(first + k, rows, k * BYTES, BYTES);
            }
        }
        if (cache != null) {
            cache.states(a.headInput(), first, count);
        }
    }

    /** Charges everyone for byte {@code k}, which is {@code value} and cost the transformer {@code loss} nats. */
    void charge(int k, int value, float loss) {
        result.transformer(k, loss);
        if (k >= told) {
            observe(k, value);
        }
        shared.charge(result, k);
    }

    /** Everyone but the transformer is charged for byte {@code k}, then learns it. */
    private void observe(int k, int value) {
        mixCache(k);
        row.at = k;
        if (mixture != null) {
            mixture.observe(value);
        }
        endByte(k, value);
        if (mixture != null) {
            result.share(Predictor.TRANSFORMER, k, mixture.otherShare(0));
            result.share(Predictor.COUNTS, k, mixture.countsShare());
        }
    }

    /** The mixture has learned byte {@code k}: what it cost is written down, and the cache learns it. */
    private void endByte(int k, int value) {
        if (config.cache().enabled()) {
            result.cost(Predictor.CACHE, k, Chance.bits(Math.max(rows[k * BYTES + value], LEAST)));
        }
        if (mixture != null) {
            result.cost(Predictor.MIXTURE, k, mixture.bits());
            result.cost(Predictor.COUNTS, k, mixture.countsBits());
        }
        if (cache != null) {
            cache.observe(value);
        }
    }

    /** Row {@code k} becomes what the transformer says with its cache, if it has one. */
    private void mixCache(int k) {
        if (cache != null && config.cache().enabled()) {
            System.arraycopy(rows, k * BYTES, probs, 0, BYTES);
            cache.mix(probs);
            System.arraycopy(probs, 0, rows, k * BYTES, BYTES);
        }
    }

    /** All bytes of the step were charged. */
    void endStep() {
        told = 0;
        row.at = 0;
    }

    /**
     * The distribution of the byte after {@code count} bytes that are only supposed to come, which the transformer foretells
     * in row {@code r} of {@code a}. The cache remembers what came, and nothing that is supposed.
     */
    void peekAfter(byte[] supposed, int count, Activations a, int r, float[] into) {
        if (mixture == null && !config.cache().enabled()) {
            a.readProbs(r, into, 0, into.length);
            return;
        }
        hear(a, r, 1);
        mixCache(0);
        if (mixture == null) {
            System.arraycopy(rows, 0, into, 0, Math.min(into.length, BYTES));
        } else {
            mixture.peekAfter(supposed, count, into);
        }
    }

    /** The {@code most} places that weighed most in the cache's latest prediction, the weightiest first. */
    List<Neighbour> neighbours(int most) {
        return cache == null ? List.of() : cache.neighbours(most);
    }

    /** How many bytes of the step were told bit by bit. */
    int told() {
        return told;
    }

    /** The transformer's say on the byte after those told: what {@code decoder} expects. */
    void hear(Decoder decoder) {
        decoder.readProbs(rows, told * BYTES, BYTES);
        if (cache != null) {
            cache.states(decoder.headInput(), 0, 1);
        }
        mixCache(told);
        row.at = told;
    }

    /** The chance that the next bit is 1, by the mixture, which there must be. */
    int chance() {
        return mixture().chance();
    }

    /** Takes in the next bit. */
    void learn(int bit) {
        mixture().learn(bit);
    }

    /** The bits taken in were the last of a byte, which is {@code value}. */
    void endByte(int value) {
        endByte(told, value);
        told++;
    }

    private Mixture mixture() {
        Mixture there = mixture;
        if (there == null) {
            throw new IllegalStateException("no bit can be predicted: the recipe's mixture is off");
        }
        return there;
    }

    /** Bytes of memory held. */
    long memoryBytes() {
        return config.mixture().memoryBytes() + (cache == null ? 0 : cache.memoryBytes());
    }

    /** Adds the parts of saving. */
    void saving(Snapshot into, List<Runnable> parts) {
        if (mixture != null) {
            mixture.saving(into.part("mixture"), parts);
        }
        parts.add(() -> {
            if (cache != null) {
                cache.save(into.part("cache"));
            }
            shared.save(into.part("fixed_share"));
        });
    }

    /** Adds the parts of going on from what another one saved before the byte at {@code position}. */
    void restoring(Snapshot from, long position, List<Runnable> parts) {
        if (mixture != null) {
            mixture.restoring(from.part("mixture"), parts);
        }
        parts.add(() -> {
            if (cache != null) {
                cache.restore(from.part("cache"), position);
            }
            shared.restore(from.part("fixed_share"), position);
        });
    }

    /** The transformer, as the mixture asks it: its row for the byte that is due, or is looked at. */
    private final class Row implements Expert {
        private int at;

        @Override
        public void peek(float[] probs) {
            System.arraycopy(rows, at * BYTES, probs, 0, BYTES);
        }

        @Override
        public void peekAfter(byte[] supposed, int count, float[] probs) {
            peek(probs); // the row is that of the byte after them
        }

        @Override
        public double observe(int next) {
            return Chance.bits(rows[at * BYTES + next]);
        }

        @Override
        public void save(Snapshot into) {} // it is saved with its weights

        @Override
        public void restore(Snapshot from) {}
    }
}
