package microgpt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig;
import microgpt.engine.Predictor;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.SampledText;
import microgpt.engine.StepResult;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
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
 *
 * <p>It may read for ever: it never holds more than {@link OnlineConfig#mostHeldBytes} and what one call is given.
 */
public final class OnlineGpt {
    private static final int BYTES = 256;
    private static final String STREAM = "stream";

    /** "mGO" and the version. */
    private static final int MARK = 0x6d474f01;

    private final ByteStream stream;
    private final Backend on;
    private final PrequentialEngine engine;
    private OnlineRecipe recipe;
    /** By predictor: what each byte of the latest call of {@link #observe} cost it. */
    private final Map<Predictor, float[]> latest = new EnumMap<>(Predictor.class);

    private int latestBytes;

    /** A model that has read nothing. */
    public OnlineGpt(OnlineRecipe recipe) {
        this(recipe, JavaBackend.alone());
    }

    /** The same, computed by {@code machine}. */
    public OnlineGpt(OnlineRecipe recipe, Backend machine) {
        this(recipe, new ByteStream(STREAM).readOnce(), machine, PrequentialEngine::new);
    }

    /** Makes an engine of what a new one, or a saved one, begins with. */
    private interface Start {
        PrequentialEngine engine(OnlineConfig config, Backend on, ByteStream stream);
    }

    private OnlineGpt(OnlineRecipe recipe, ByteStream stream, Backend machine, Start start) {
        this.recipe = recipe;
        this.stream = stream;
        on = machine.forOneRun();
        try {
            engine = start.engine(recipe.online(), on, stream);
        } catch (RuntimeException | OutOfMemoryError e) {
            on.release();
            throw e;
        }
    }

    /** Whether these bytes say that {@link #save} wrote them. */
    public static boolean isSaved(byte... bytes) {
        return bytes.length >= 2 * Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == MARK;
    }

    /**
     * The model that {@link #save} was called on.
     *
     * @throws IllegalArgumentException if {@code saved} is something else
     */
    public static OnlineGpt restored(byte... saved) {
        return restored(JavaBackend.alone(), saved);
    }

    /** The same, computed by {@code machine}. */
    public static OnlineGpt restored(Backend machine, byte... saved) {
        ByteBuffer in = ByteBuffer.wrap(saved);
        if (!isSaved(saved)) {
            throw new IllegalArgumentException("these " + saved.length + " bytes are no saved OnlineGpt");
        }
        int length = in.getInt(Integer.BYTES);
        in.position(2 * Integer.BYTES);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("the saved OnlineGpt is cut short: it has " + saved.length + " bytes");
        }
        Checkpoint checkpoint =
                Checkpoint.read("saved", Arrays.copyOfRange(saved, in.position() + length, saved.length));
        @Nullable ByteStream held = checkpoint.stream();
        ByteStream stream = held != null ? held : new ByteStream(STREAM).readOnce();
        stream.append(saved, in.position(), length);
        OnlineRecipe recipe = checkpoint.online();
        if (recipe == null) {
            throw new IllegalArgumentException("what was saved is no online run");
        }
        return new OnlineGpt(recipe, stream, machine, (config, on, read) -> checkpoint.resume(on, read));
    }

    /**
     * Everything, what is held of the stream included, as bytes from which {@link #restored} makes a model that goes on
     * alike.
     */
    public byte[] save() {
        byte[] run = Checkpoint.of(recipe, engine, stream);
        byte[] read = new byte[stream.isWhole() ? Math.toIntExact(stream.size()) : 0];
        stream.read(stream.size() - read.length, read, 0, read.length);
        return ByteBuffer.allocate(2 * Integer.BYTES + read.length + run.length)
                .putInt(MARK)
                .putInt(read.length)
                .put(read)
                .put(run)
                .array();
    }

    /**
     * Reads {@code bytes}, the next of the stream, in steps of at most the recipe's stride; the last step may be shorter, so
     * that no byte has to wait for those to come.
     *
     * @return the bits that each of them cost, recorded before anything was learned from it
     */
    public float[] observe(byte... bytes) {
        float[] bits = new float[bytes.length];
        latestBytes = bytes.length;
        latest.clear();
        int done = 0;
        stream.append(bytes, 0, bytes.length);
        while (done < bits.length) {
            StepResult step = engine.step(bits.length - done);
            for (int i = 0; i < step.count(); i++) {
                for (Predictor predictor : step.predictors()) {
                    latestOf(predictor)[done] = (float) step.bits(predictor, i);
                }
                bits[done++] = (float) step.bits(i);
            }
        }
        return bits;
    }

    /**
     * What each byte of the latest call of {@link #observe(byte...)} cost {@code predictor}, in bits; NaN where it did not
     * predict.
     */
    public float[] latestBits(Predictor predictor) {
        return latestOf(predictor).clone();
    }

    private float[] latestOf(Predictor predictor) {
        return latest.computeIfAbsent(predictor, unused -> {
            float[] bits = new float[latestBytes];
            Arrays.fill(bits, Float.NaN);
            return bits;
        });
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
     * Continues the stream by {@code length} bytes, which are neither observed nor learned. Each is drawn from what would be
     * charged for it, by the mixture or the cache where the recipe has one: what {@link #predict()} says of the first.
     *
     * @param length at least 0
     * @param topK 0 for all bytes; {@code topP} likewise 1
     */
    public byte[] sample(int length, double temperature, int topK, double topP, long seed) {
        if (length < 0) {
            throw new IllegalArgumentException("length " + length + " must be at least 0");
        }
        SampledText text = write(Sampler.of(temperature, topK, topP, Rng.seeded(seed)));
        byte[] written = new byte[length];
        for (int i = 0; i < length; i++) {
            written[i] = (byte) text.next();
        }
        return written;
    }

    /** A text that goes on with the stream, or with {@code prompt} on a line of its own if there is one. */
    public SampledText write(Sampler sampler, byte... prompt) {
        return prompt.length == 0
                ? SampledText.goingOn(engine, stream, sampler)
                : SampledText.from(engine, stream, sampler, prompt);
    }

    /**
     * Puts {@code changed} in force from the next step on.
     *
     * @throws IllegalArgumentException if it changes what cannot change while running
     */
    public void tune(OnlineRecipe changed) {
        List<String> fixed = changed.needingRestart(recipe);
        if (!fixed.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", fixed) + " cannot change while running");
        }
        engine.tune(changed.online());
        recipe = changed;
    }

    /** Gives back the memory that is not collected by itself. The model is of no use afterwards. */
    public void release() {
        on.release();
    }

    /** What computes: the name of a {@link Backend}. */
    public String backend() {
        return on.name();
    }

    /** The recipe in force. */
    public OnlineRecipe recipe() {
        return recipe;
    }

    /** The run: its meter, counters, weights and configuration. */
    public PrequentialEngine engine() {
        return engine;
    }
}
