package microgpt.worker.storage;

import microgpt.numeric.Nullable;

/** What is to be saved of a run. The arrays are not copied: nobody may change them until it is saved. */
public final class RunContent {
    private final RunSummary summary;
    private final byte[] state;
    private final @Nullable byte[] best;
    private final @Nullable byte[] text;

    /** With the best model if it is another than last time, and the text, which {@code summary} has the hash of, until it is kept. */
    public RunContent(RunSummary summary, byte[] state, @Nullable byte[] best, @Nullable byte[] text) {
        this.summary = summary;
        this.state = state;
        this.best = best;
        this.text = text;
    }

    RunSummary summary() {
        return summary;
    }

    public byte[] state() {
        return state;
    }

    public @Nullable byte[] best() {
        return best;
    }

    @Nullable byte[] text() {
        return text;
    }
}
