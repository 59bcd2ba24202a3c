package microgpt.worker.train;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.Dispatcher;
import microgpt.worker.loop.Task;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.RunRecord;
import microgpt.worker.storage.RunStore;

/** Puts runs into the store as they stand. What cannot be saved is said, and no run ends by it. */
final class Checkpointing {
    private final RunStore store;
    private final DoubleSupplier clockMillis;
    private final Consumer<TrainReport> page;
    private final Dispatcher<TrainReport> dispatcher;
    private final Runnable ended;
    private int underWay;

    /** {@code ended} is run whenever a save has ended, well or badly. */
    Checkpointing(
            RunStore store,
            DoubleSupplier clockMillis,
            Consumer<TrainReport> page,
            Dispatcher<TrainReport> dispatcher,
            Runnable ended) {
        this.store = store;
        this.clockMillis = clockMillis;
        this.page = page;
        this.dispatcher = dispatcher;
        this.ended = ended;
    }

    /** Whether a state is not on the disk yet: who trains on meanwhile could lose more than what is between two states. */
    boolean isUnderWay() {
        return underWay > 0;
    }

    void save(TrainRun run) {
        save(run, () -> {}, () -> {});
    }

    /** The same; {@code then} is run once the state is on the disk, {@code otherwise} if it cannot be put there. */
    void save(TrainRun run, Runnable then, Runnable otherwise) {
        Task saving = dispatcher.task("saving");
        if (run.keepsText()) {
            Task keeping = dispatcher.task("keeping the text");
            store.keepText(run.text().hash(), run.text().bytes(), new Callback<>() {
                @Override
                public void done(String hash) {}

                @Override
                public void failed(String reason) {
                    keeping.fail(reason + "; to go on with this run later, load the text again first");
                }
            });
        }
        byte[] state = run.state();
        @Nullable byte[] best = run.takeBest();
        long steps = run.trainer().steps();
        int remarks = run.remarks();
        underWay++;
        store.save(run.id(), clockMillis.getAsDouble(), run.summary(), state, best, new Callback<>() {
            @Override
            public void done(RunRecord record) {
                underWay--;
                run.savedAt(steps, remarks);
                page.accept(new TrainReport.Saved(run.id(), steps, state.length, record.savedAtMillis()));
                then.run();
                ended.run();
            }

            @Override
            public void failed(String reason) {
                underWay--;
                run.giveBack(best);
                saving.fail(reason + "; the run stays here, " + safety(run));
                otherwise.run();
                ended.run();
            }
        });
    }

    private static String safety(TrainRun run) {
        return run.savedSteps() < 0 ? "and is not saved" : "and is safe up to step " + run.savedSteps();
    }
}
