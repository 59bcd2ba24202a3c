package microgpt.worker;

import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.config.TrainingRecipe;
import microgpt.engine.BatchConfig;
import microgpt.engine.OnlineConfig;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;
import microgpt.protocol.TrainReport;

/** What a run would need: memory, and by a short probe time. */
final class Preflight {
    /** What a 32-bit memory can hold, less what everything else needs. */
    private static final long MOST_BYTES = 1_800_000_000L;
    /** A file is put together in memory, in a few copies. */
    private static final long MOST_SAVED_BYTES = 400_000_000L;

    private static final int MOMENTS_AND_WEIGHTS = 3;
    private static final int ROWS = 128;
    /** Multiplications and additions that a probe may take: about a second on a slow machine. */
    private static final double MOST_WORK = 5e9;

    private Preflight() {}

    /**
     * Refuses what no tab can hold.
     *
     * @throws IllegalArgumentException saying what is needed and what there is
     */
    static void check(OnlineConfig config) {
        require("memory", config.memoryBytes(), MOST_BYTES);
    }

    /** Likewise. */
    static void check(BatchConfig config) {
        require("memory", config.memoryBytes(), MOST_BYTES);
        require("a file", savedBytes(config.model()), MOST_SAVED_BYTES);
    }

    private static void require(String what, long bytes, long most) {
        if (bytes > most || bytes < 0) {
            throw new IllegalArgumentException("this model needs " + what + " of "
                    + (bytes < 0 ? "more than can be counted" : bytes / 1_000_000 + " MB")
                    + ", and a tab can have " + most / 1_000_000 + " MB: choose a smaller one");
        }
    }

    private static long savedBytes(ModelConfig model) {
        return 4L * MOMENTS_AND_WEIGHTS * model.parameterCount();
    }

    /** {@code textBytes} is 0 where there is no text yet. */
    static TrainReport.Estimated estimate(TrainingRecipe recipe, long textBytes, Backend machine, EventLoop loop) {
        BatchConfig config = recipe.batches();
        ModelConfig model = config.model();
        String trouble = "";
        double seconds = 0;
        try {
            check(config);
            seconds = secondsPerStep(config, machine, loop);
        } catch (IllegalArgumentException | OutOfMemoryError e) {
            trouble = Trouble.describe(e);
        }
        return new TrainReport.Estimated(
                model.parameterCount(),
                config.memoryBytes(),
                savedBytes(model),
                textBytes * config.trainSplit() / model.parameterCount(),
                seconds,
                config.maxSteps(),
                trouble);
    }

    /** Times one part of a step, after one that warms up; 0 if even that would take too long. */
    private static double secondsPerStep(BatchConfig config, Backend machine, EventLoop loop) {
        ModelConfig model = config.model();
        int windows = Math.min(config.batchSize(), Math.max(1, ROWS / model.contextLength()));
        int rows = windows * model.contextLength();
        if (3.0 * rows * model.parameterCount() > MOST_WORK) {
            return 0;
        }
        Backend own = machine.forOneRun();
        try {
            Gpt gpt = new Gpt(model, own, windows);
            Weights weights = new Weights(model, own);
            Weights gradients = new Weights(model, own);
            int[] tokens = new int[rows];
            float[] losses = new float[rows];
            float[] rowWeights = new float[rows];
            Arrays.fill(rowWeights, 1f / rows);
            double start = loop.nowMillis();
            for (int i = 0; i < 2; i++) {
                start = loop.nowMillis();
                gpt.forward(weights, tokens, tokens, losses, windows, model.contextLength());
                gpt.backward(weights, gradients, rowWeights);
            }
            return (loop.nowMillis() - start) / 1000 * config.batchSize() / windows;
        } finally {
            own.release();
        }
    }
}
