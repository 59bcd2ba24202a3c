package microgpt.worker;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.numeric.Nullable;
import microgpt.protocol.TrainReport;
import microgpt.worker.storage.Answer;
import microgpt.worker.storage.RunRecord;
import microgpt.worker.storage.RunStore;

/** Puts runs into the store as they stand, while they go on. What cannot be saved is said, and no run ends by it. */
final class Saving {
    private final RunStore store;
    private final DoubleSupplier clockMillis;
    private final Consumer<TrainReport> page;
    private int underWay;

    Saving(RunStore store, DoubleSupplier clockMillis, Consumer<TrainReport> page) {
        this.store = store;
        this.clockMillis = clockMillis;
        this.page = page;
    }

    /** The same, unless the last save has not ended: on a slow disk the next one will do. */
    void saveIfIdle(BatchRun run) {
        if (underWay == 0) {
            save(run);
        }
    }

    void save(BatchRun run) {
        if (run.keepsText()) {
            store.keepText(run.text().hash(), run.text().bytes(), new Answer<>() {
                @Override
                public void done(String hash) {}

                @Override
                public void failed(String reason) {
                    page.accept(new TrainReport.Failed(
                            "keeping the text", reason + "; to go on with this run later, load the text again first"));
                }
            });
        }
        underWay++;
        byte[] state = run.state();
        @Nullable byte[] best = run.takeBest();
        long steps = run.trainer().steps();
        store.save(run.id(), clockMillis.getAsDouble(), run.summary(), state, best, new Answer<>() {
            @Override
            public void done(RunRecord record) {
                underWay--;
                run.savedAt(steps);
                page.accept(new TrainReport.Saved(run.id(), steps, state.length, record.savedAtMillis()));
            }

            @Override
            public void failed(String reason) {
                underWay--;
                run.giveBack(best);
                page.accept(new TrainReport.Failed("saving", reason + "; the run goes on, " + safety(run)));
            }
        });
    }

    private static String safety(BatchRun run) {
        return run.savedSteps() < 0 ? "and is not saved" : "and is safe up to step " + run.savedSteps();
    }
}
