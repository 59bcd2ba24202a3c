package microgpt;

import java.nio.charset.StandardCharsets;
import microgpt.compute.JavaBackend;
import microgpt.config.RunConfig;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.StepResult;
import microgpt.numeric.Rng;
import microgpt.sampling.Generator;
import microgpt.sampling.Sampler;

/**
 * A GPT that learns a stream of bytes while reading it. Each byte is predicted, its cost in bits is recorded, and only then
 * is it learned from: what a line costs tells how much of it was to be expected.
 *
 * <pre>{@code
 * OnlineGpt gpt = new OnlineGpt(recipe);
 * for (String line : lines) {
 *     float[] bits = gpt.observe(line);
 * }
 * }</pre>
 */
public final class OnlineGpt {
    private static final double BITS_PER_NAT = 1.4426950408889634;
    private static final int BYTES = 256;

    private final ByteStream stream = new ByteStream("stream");
    private final PrequentialEngine engine;

    /** A model that has read nothing. */
    public OnlineGpt(RunConfig recipe) {
        engine = new PrequentialEngine(recipe.online(), new JavaBackend(), stream);
    }

    /**
     * Reads {@code bytes}, the next of the stream, in steps of at most the recipe's stride; the last step may be shorter, so
     * that no byte has to wait for those to come.
     *
     * @return the bits that each of them cost, recorded before anything was learned from it
     */
    public float[] observe(byte... bytes) {
        float[] bits = new float[bytes.length];
        int done = 0;
        stream.append(bytes, 0, bytes.length);
        while (done < bits.length) {
            StepResult step = engine.step(bits.length - done);
            for (int i = 0; i < step.count(); i++) {
                bits[done++] = (float) (step.losses()[i] * BITS_PER_NAT);
            }
        }
        return bits;
    }

    /** Reads a text, as UTF-8. */
    public float[] observe(String text) {
        return observe(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The chance of each value of the next byte: what it will be charged for. */
    public float[] predict() {
        float[] chances = new float[BYTES];
        engine.peek(chances);
        return chances;
    }

    /**
     * Continues the stream by {@code length} bytes, which are neither observed nor learned.
     *
     * @param topK 0 for all bytes; {@code topP} likewise 1
     */
    public byte[] sample(int length, double temperature, int topK, double topP, long seed) {
        OnlineConfig config = engine.config();
        byte[] past = new byte[(int) Math.min(stream.size(), config.model().contextLength())];
        stream.read(stream.size() - past.length, past, 0, past.length);
        Generator generator = new Generator(
                engine.gpt(),
                engine.learner().predicting(),
                config.beginning(),
                Sampler.of(temperature, topK, topP, Rng.seeded(seed)),
                past);
        byte[] written = new byte[length];
        for (int i = 0; i < length; i++) {
            written[i] = (byte) generator.next();
        }
        return written;
    }

    /** Puts in force, from the next step on, what of {@code changed} can change while running. */
    public void tune(RunConfig changed) {
        engine.tune(changed.online());
    }

    /** The run: its meter, counters, weights and configuration. */
    public PrequentialEngine engine() {
        return engine;
    }
}
