package microgpt.worker.backend;

import microgpt.engine.BatchConfig;
import microgpt.engine.OnlineConfig;
import microgpt.model.ModelConfig;

/** What a tab can hold: runs that need more are refused before they take any of it. */
public final class TabMemory {
    /** What a 32-bit memory can hold, less what everything else needs. */
    private static final long MOST_BYTES = 1_800_000_000L;
    /** A file is put together in memory, in a few copies. */
    private static final long MOST_SAVED_BYTES = 400_000_000L;

    private static final int MOMENTS_AND_WEIGHTS = 3;

    private TabMemory() {}

    /**
     * Refuses what no tab can hold.
     *
     * @throws IllegalArgumentException saying what is needed and what there is
     */
    public static void check(OnlineConfig config) {
        require("memory", config.memoryBytes(), MOST_BYTES);
    }

    /** Likewise. */
    public static void check(BatchConfig config) {
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

    /** The size of the file that a run is saved in, but for its loss history. */
    public static long savedBytes(ModelConfig model) {
        return 4L * MOMENTS_AND_WEIGHTS * model.parameterCount();
    }
}
