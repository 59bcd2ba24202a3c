package microgpt.worker;

import microgpt.compute.Backend;
import microgpt.config.TrainingRecipe;
import microgpt.corpus.BatchSampler;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchConfig;
import microgpt.engine.OnlineConfig;
import microgpt.model.ModelConfig;
import microgpt.protocol.TrainReport;

/** What a run would need: memory, and by a short probe time. */
final class Preflight {
    /** What a 32-bit memory can hold, less what everything else needs. */
    private static final long MOST_BYTES = 1_800_000_000L;
    /** A file is put together in memory, in a few copies. */
    private static final long MOST_SAVED_BYTES = 400_000_000L;

    private static final int MOMENTS_AND_WEIGHTS = 3;

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
            if (textBytes > 0) {
                BatchSampler.checkEnough(
                        DatasetManifest.trainTokens(textBytes, config.trainSplit()), model.contextLength());
            }
            seconds = Probe.secondsPerStep(config, machine, loop);
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
}
