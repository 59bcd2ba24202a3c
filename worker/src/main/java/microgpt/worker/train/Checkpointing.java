package microgpt.worker.train;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.model.NonFiniteException;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.Dispatcher;
import microgpt.worker.loop.Task;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.RunContent;
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

    /**
     * The same; {@code then} is run once the state is on the disk, {@code otherwise} if it cannot be put there. A run whose
     * weights are no longer numbers ends instead, and what was saved of it before stays: there is nothing to keep, so
     * {@code then} is run as well.
     */
    void save(TrainRun run, Runnable then, Runnable otherwise) {
        Save save;
        try {
            save = new Save(run, then, otherwise);
        } catch (NonFiniteException e) {
            run.breakOff();
            dispatcher.task("saving").fail(e.getMessage() + "; the run ends here, " + safety(run));
            then.run();
            return;
        }
        underWay++;
        store.save(run.id(), clockMillis.getAsDouble(), save.content, save);
    }

    /** One save, with the run as it stood when it began. */
    private final class Save implements Callback<RunStore.Saved> {
        private final TrainRun run;
        private final Runnable then;
        private final Runnable otherwise;
        private final Task saving = dispatcher.task("saving");
        private final Task keeping = dispatcher.task("keeping the text");
        private final RunContent content;
        private final long steps;
        private final int remarks;
        private boolean over;

        Save(TrainRun run, Runnable then, Runnable otherwise) {
            this.run = run;
            this.then = then;
            this.otherwise = otherwise;
            byte[] text = run.unkeptText();
            byte[] state = run.state();
            content = new RunContent(run.summary(), state, run.takeBest(), text); // taken last: nothing can fail then
            steps = run.trainer().steps();
            remarks = run.remarks();
        }

        @Override
        public void done(RunStore.Saved saved) {
            end();
            run.savedAt(steps, remarks);
            if (saved.textTrouble().isEmpty()) {
                run.keptText();
            } else {
                keeping.fail(saved.textTrouble() + "; to go on with this run later, load the text again first");
            }
            page.accept(new TrainReport.Saved(
                    run.id(), steps, content.state().length, saved.record().savedAtMillis()));
            then.run();
        }

        @Override
        public void failed(String reason) {
            if (over) {
                saving.fail("it is saved, but then: " + reason);
                return;
            }
            end();
            run.giveBack(content.best());
            saving.fail(reason + "; the run stays here, " + safety(run));
            otherwise.run();
        }

        private void end() {
            over = true;
            underWay--;
            ended.run();
        }
    }

    private static String safety(TrainRun run) {
        return run.savedSteps() < 0 ? "and is not saved" : "and is safe up to step " + run.savedSteps();
    }
}
