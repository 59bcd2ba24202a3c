package microgpt.engine;

import microgpt.corpus.BosPlacement;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.optim.OptimizerConfig;
import microgpt.predict.ContinuousCache;
import microgpt.predict.FixedShare;
import microgpt.predict.Mixture;

/**
 * Everything that an online run is made of, but for the stream: with the same bytes, the same losses.
 *
 * @param context how many bytes before the new ones each step looks back at
 * @param stride how many new bytes each step reads
 * @param seed where all random numbers start from
 */
public record OnlineConfig(
        ModelConfig model,
        OptimizerConfig optimizer,
        int context,
        int stride,
        TrainOn trainOn,
        BosPlacement beginning,
        SelectiveBackprop.Settings selectiveBackprop,
        ExperienceReplay.Settings experienceReplay,
        AdaptiveRate.Settings adaptiveRate,
        ContinuousCache.Settings cache,
        Mixture.Settings mixture,
        FixedShare.Settings fixedShare,
        long seed) {

    private static final int BYTES = 256;

    /** Which losses of a window make up its gradient. */
    public enum TrainOn {
        /** Those of the new bytes. */
        NEW,
        /** Those of the context bytes as well, which earlier steps have learned from already. */
        WINDOW
    }

    public OnlineConfig {
        if (context < 0) {
            throw new IllegalArgumentException("context " + context + " must not be negative");
        }
        if (stride < 1) {
            throw new IllegalArgumentException("stride " + stride + " must be at least 1");
        }
        if (stride > model.contextLength() - context) {
            throw new IllegalArgumentException("context " + context + " and stride " + stride
                    + " together must not exceed contextLength " + model.contextLength());
        }
        int tokens = beginning == BosPlacement.NEVER ? BYTES : BYTES + 1;
        if (model.vocabSize() < tokens) {
            throw new IllegalArgumentException("vocabSize " + model.vocabSize() + " must be at least " + tokens
                    + ": all bytes" + (tokens > BYTES ? ", and the token that begins a stream" : ""));
        }
        if (model.outputSize() < BYTES) {
            throw new IllegalArgumentException(
                    "outputSize " + model.outputSize() + " must be at least " + BYTES + ": any byte may follow");
        }
    }

    /** Whether context bytes are learned from again. */
    boolean retrainsContext() {
        return trainOn == TrainOn.WINDOW && context > 0;
    }

    /**
     * Bytes of memory that a run takes when it begins: weights, gradients, moments, average, activations and their gradients,
     * and the mixture.
     */
    public long memoryBytes() {
        long floats = (long) optimizer.copies() * model.parameterCount()
                + Gpt.floatsFor(model, PrequentialEngine.REPLAY_BATCH);
        return Float.BYTES * floats + cacheBytes() + mixture.memoryBytes();
    }

    private long cacheBytes() {
        return cache.enabled() ? cache.memoryBytes(model.dModel(), stride) : 0;
    }

    /**
     * Bytes of memory that a run holds at most on a stream that is read once, however long: the above, the windows that may
     * be replayed, what of the stream is held for them and to look back at, and the baselines. What is not read yet
     * comes on top, and some hundred bytes for each phase.
     */
    public long mostHeldBytes() {
        int length = model.contextLength();
        return memoryBytes()
                + experienceReplay.mostMemoryBytes(length)
                + Retention.mostStreamBytes(experienceReplay, length)
                + Baselines.MOST_BYTES;
    }

    /** This, with all of {@code changed} that can change while running: how to learn, but not what. */
    OnlineConfig tunedTo(OnlineConfig changed) {
        return new OnlineConfig(
                model,
                changed.optimizer,
                context,
                stride,
                changed.trainOn,
                beginning,
                changed.selectiveBackprop,
                changed.experienceReplay,
                changed.adaptiveRate,
                changed.cache,
                mixture.enabled(changed.mixture.enabled()),
                changed.fixedShare,
                seed);
    }
}
