package microgpt.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.Meter;
import microgpt.engine.Predictor;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.Score;
import microgpt.model.NonFiniteException;
import microgpt.numeric.Nullable;

/** Runs of recipes that differ in a part, on one text and with the same seeds. What was run once is remembered. */
final class AblationRuns {
    private static final int WARM_UP_BYTES = 10_000;

    private final byte[] bytes;
    private final long seeds;
    private final Map<String, Outcome> known = new LinkedHashMap<>();

    /**
     * Means over the seeds, in bits per byte, not a number if a run diverged.
     *
     * @param bits what the recipe as a whole was charged
     * @param deviation the standard deviation of {@code bits}
     * @param transformer what its transformer was charged by itself, with its cache if it has one
     * @param transformerDeviation the standard deviation of {@code transformer}
     * @param perSecond bytes per second of processor time
     */
    record Outcome(double bits, double deviation, double transformer, double transformerDeviation, double perSecond) {}

    AblationRuns(byte[] bytes, long seeds) {
        this.bytes = bytes;
        this.seeds = seeds;
    }

    /** Lets the virtual machine compile what will be measured. */
    void warmUp(OnlineRecipe recipe) {
        learn(recipe, Arrays.copyOf(bytes, Math.min(bytes.length, WARM_UP_BYTES)));
    }

    Outcome of(OnlineRecipe recipe) {
        return known.computeIfAbsent(recipe.toJson(), json -> measure(recipe));
    }

    private Outcome measure(OnlineRecipe recipe) {
        double[] bits = new double[(int) seeds];
        double[] transformer = new double[(int) seeds];
        long start = ProcessorTime.nanos();
        for (int i = 0; i < seeds; i++) {
            @Nullable Meter meter = learn(recipe.with("seed", Long.toString(i + 1L)), bytes);
            bits[i] = meter == null ? Double.NaN : meter.whole();
            transformer[i] = meter == null ? Double.NaN : transformer(meter);
        }
        double perSecond = seeds * bytes.length / ProcessorTime.secondsSince(start);
        return new Outcome(mean(bits), deviation(bits), mean(transformer), deviation(transformer), perSecond);
    }

    private static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double... values) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean(values)) * (value - mean(values));
        }
        return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
    }

    private static double transformer(Meter meter) {
        Score cached = meter.score(Predictor.CACHE);
        return cached.bytes() > 0
                ? cached.mean()
                : meter.score(Predictor.TRANSFORMER).mean();
    }

    /** Learns all of {@code text}; null if the weights become something that is no number. */
    static @Nullable Meter learn(OnlineRecipe recipe, byte[] text) {
        PrequentialEngine engine =
                new PrequentialEngine(recipe.online(), JavaBackend.alone(), ByteStream.of("input", text));
        try {
            while (engine.canStep()) {
                engine.step();
            }
        } catch (NonFiniteException e) {
            return null;
        }
        return engine.meter();
    }
}
