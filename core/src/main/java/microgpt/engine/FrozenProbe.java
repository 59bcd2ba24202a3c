package microgpt.engine;

import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.model.Gpt;
import microgpt.model.NonFiniteException;
import microgpt.model.Weights;
import microgpt.numeric.DoubleMath;
import microgpt.numeric.Rng;

/**
 * What the transformer of a run, with weights that stand still, needs for texts that it does not learn: read window by window
 * as the run reads its stream, with as much context. The weights are a copy, and of the run only activations are used that it
 * computes anew in each step: it is not touched.
 */
public final class FrozenProbe {
    private final OnlineConfig config;
    private final Gpt gpt;
    private final Weights weights;
    private final Window window;
    private final float[] losses;
    private ByteStream text = new ByteStream("none");
    private long position;
    private double nats;

    /** Weights, all zeros, in memory that {@code on} has for them. */
    public FrozenProbe(PrequentialEngine engine, Backend on) {
        config = engine.config();
        gpt = engine.gpt();
        weights = new Weights(config.model(), on);
        window = new Window(config.model().contextLength(), config.beginning());
        losses = new float[config.model().contextLength()];
    }

    /** From now on texts are read by the weights that {@code values} are, in the order of {@link Weights#all()}. */
    public void freeze(float... values) {
        Tensor all = weights.all();
        all.memory().write(all.offset(), values, 0, all.size());
    }

    /** From now on texts are read by the weights that the run began with. */
    public void freezeUntrained() {
        PrequentialEngine.initialize(weights, config, Rng.seeded(config.seed()));
    }

    /** Begins with a text, which must be complete and not empty. */
    public void begin(ByteStream read) {
        text = read;
        position = 0;
        nats = 0;
    }

    /** Reads the next window, and says whether more are to come. What overflows costs infinitely much. */
    public boolean advance() {
        window.cut(text, position, config.context(), config.stride());
        try {
            gpt.forward(weights, window.inputs(), window.targets(), losses, 1, window.length());
        } catch (NonFiniteException e) {
            Arrays.fill(losses, Float.POSITIVE_INFINITY);
        }
        for (int row = window.contextLength(); row < window.length(); row++) {
            nats += losses[row];
        }
        position += window.newLength();
        return position < text.size();
    }

    /** The mean cost of the bytes read so far, in bits. */
    public double bitsPerByte() {
        return nats / DoubleMath.log(2) / position;
    }
}
