package microgpt.engine;

import microgpt.compute.Backend;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.model.Decoder;
import microgpt.predict.BitExpert;

/**
 * An online run that is told its stream bit by bit: what an encoder and a decoder code by. It predicts one byte at a time,
 * with the transformer's keys and values kept, and learns after each stride, with the same costs as {@link
 * PrequentialEngine#step} where a row does not depend on how many are computed with it.
 */
public final class OnlineExpert implements BitExpert {
    private final PrequentialEngine engine;
    private final ByteStream stream = new ByteStream("text").readOnce();
    private final Window window;
    private final Decoder decoder;
    private int partial = 1;

    /**
     * A run that has read nothing.
     *
     * @throws IllegalArgumentException if there is no mixture: only its predictions are exact to the bit that is coded
     */
    public OnlineExpert(OnlineConfig config, Backend on) {
        if (!config.mixture().enabled()) {
            throw new IllegalArgumentException("mixture.enabled must be true where a text is coded, found false");
        }
        engine = new PrequentialEngine(config, on, stream);
        window = new Window(config.model().contextLength(), config.beginning());
        decoder = engine.gpt().decoder(engine.learner().predicting());
        beginStep();
    }

    /** The transformer reads what stands before the first byte of a step. */
    private void beginStep() {
        decoder.forget();
        window.cutBefore(stream, engine.position(), engine.config().context());
        for (int i = 0; i < window.length(); i++) {
            decoder.read(window.inputs()[i]);
        }
        engine.experts().hear(decoder);
    }

    @Override
    public int chance() {
        return engine.experts().chance();
    }

    @Override
    public void learn(int bit) {
        engine.experts().learn(bit);
        partial = 2 * partial + bit;
        if (partial < 256) {
            return;
        }
        int next = partial & 0xff;
        partial = 1;
        engine.experts().endByte(next);
        stream.append(new byte[] {(byte) next}, 0, 1);
        if (engine.experts().told() == engine.config().stride()) {
            engine.step();
            beginStep();
        } else {
            decoder.read(next);
            engine.experts().hear(decoder);
        }
    }

    /** The run: its meter has what was read in whole steps. */
    public PrequentialEngine engine() {
        return engine;
    }
}
