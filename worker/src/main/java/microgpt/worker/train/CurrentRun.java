package microgpt.worker.train;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.engine.BatchTrainer;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.Dispatcher;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;
import microgpt.worker.loop.Wakeup;
import microgpt.worker.storage.RunStore;

/**
 * The one run that is loaded, if any: trained a part of a step at a time, so that a command waits for no more than that;
 * samples and saving in between.
 */
final class CurrentRun {
    private static final double SLICE_MILLIS = 12;
    private static final int SAMPLE_BYTES = 200;

    private final EventLoop loop;
    private final RunStore store;
    private final Consumer<TrainReport> page;
    private final Dispatcher<TrainReport> dispatcher;
    private final Wakeup wakeup;
    private final Checkpointing saving;
    private final TrainReporter news;
    private final TrainSamples samples;
    private @Nullable TrainRun run;
    private boolean running;

    /** {@code clockMillis} tells the milliseconds since 1970. */
    CurrentRun(
            EventLoop loop,
            RunStore store,
            DoubleSupplier clockMillis,
            Consumer<TrainReport> page,
            Dispatcher<TrainReport> dispatcher) {
        this.loop = loop;
        this.store = store;
        this.page = page;
        this.dispatcher = dispatcher;
        wakeup = new Wakeup(loop, this::turn);
        saving = new Checkpointing(store, clockMillis, page, dispatcher, wakeup::soon);
        news = new TrainReporter(loop, page);
        samples = new TrainSamples(loop, page);
    }

    /**
     * Leaves the present run for another one, which stands, and then does {@code then}; if it cannot be left, gives that one
     * up. {@code between} is done when there is no run: what belongs to a run is exchanged there.
     */
    void install(TrainRun built, Runnable between, Runnable then) {
        leaveFor(
                built.id(),
                () -> {
                    try {
                        between.run();
                        page.accept(TrainReports.started(built));
                    } catch (RuntimeException | OutOfMemoryError e) {
                        giveUp(built);
                        throw e;
                    }
                    run = built;
                    news.begin(built);
                    announce();
                    then.run();
                },
                () -> giveUp(built));
    }

    private void giveUp(TrainRun built) {
        built.end();
        if (!is(built.id())) {
            store.release(built.id());
        }
    }

    /** Ends the present run, if there is one, once it is saved. If it cannot be saved it stays, paused: nothing of it is lost. */
    void leave() {
        leaveFor("", this::announce, () -> {});
    }

    /** Ends the present run as it is: it is to be deleted. */
    void drop() {
        halt();
        end(present(), "");
        announce();
    }

    private void leaveFor(String next, Runnable then, Runnable otherwise) {
        TrainRun of = run;
        if (of == null) {
            then.run();
        } else if (!of.isSound() || of.isSaved()) {
            end(of, next);
            then.run();
        } else {
            halt();
            saving.save(of, () -> leaveFor(next, then, otherwise), otherwise);
        }
    }

    /** Lets go of it for other tabs, too, unless {@code next} is the same run. */
    private void end(TrainRun of, String next) {
        running = false;
        samples.clear();
        run = null;
        of.end();
        if (!of.id().equals(next)) {
            store.release(of.id());
        }
    }

    /** Trains until paused or done. */
    void train() {
        TrainRun of = present();
        if (!of.isSound()) {
            throw new IllegalStateException("the run has come to an end: go on from where it was saved");
        }
        running = !of.trainer().isDone();
        news.resume(of);
        announce();
        wakeup.soon();
    }

    /** The page is told at once; then it is saved. */
    void pause() {
        halt();
        save(present());
    }

    private void halt() {
        running = false;
        news.tell(present());
        announce();
    }

    void stop() {
        news.tell(present());
        leave();
    }

    void goOn(long steps) {
        present().goOn(steps);
        train();
    }

    void setLearningRate(double learningRate) {
        TrainRun of = present();
        of.setLearningRate(learningRate);
        page.accept(new TrainReport.Tuned(of.id(), learningRate));
    }

    /** Saves what is not saved yet. */
    void save() {
        save(present());
    }

    private void save(TrainRun of) {
        if (of.isSound() && !of.isSaved()) {
            saving.save(of);
        }
    }

    void sample(TrainCommand.Sample sample, Task task) {
        samples.add(sample, present(), task);
        wakeup.soon();
    }

    void stopSamples() {
        samples.clear();
    }

    /** Whether it is the run of that name. */
    boolean is(String id) {
        return run != null && run.id().equals(id);
    }

    boolean isThere() {
        return run != null;
    }

    /** @throws IllegalStateException if there is none */
    TrainRun present() {
        if (run == null) {
            throw new IllegalStateException("there is no run: start or load one first");
        }
        return run;
    }

    /** A slice of work, and the arrangement for the next. */
    private void turn() {
        TrainRun of = run;
        if (of == null) {
            return;
        }
        double start = loop.nowMillis();
        double now = start;
        while (isAtWork() && now < start + SLICE_MILLIS) {
            advance(of);
            now = loop.nowMillis();
        }
        news.worked(now - start);
        write(of, now + Math.max(SLICE_MILLIS / 3, (now - start) / 2));
        news.tellIfDue(of);
        wakeup.in(isAtWork() || !samples.isEmpty() ? 0 : news.waitMillis());
    }

    /** Training waits for the disk, so a tab that dies loses the steps since the last checkpoint and no more. */
    private boolean isAtWork() {
        return running && !saving.isUnderWay();
    }

    /** The last sample of a run may be done after the run is: then it is saved with it. */
    private void write(TrainRun of, double endMillis) {
        if (!samples.isEmpty()) {
            samples.generate(endMillis);
            if (samples.isEmpty() && !running) {
                dispatcher.attempt("saving", () -> save(of));
            }
        }
    }

    private void advance(TrainRun of) {
        try {
            switch (of.advance()) {
                case STEP -> afterStep(of);
                case LOOK -> news.looked(of);
                case NONE -> {}
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            of.breakOff();
            dispatcher.task("training").fail(e);
            halt();
            return;
        }
        if (of.isSound() && of.trainer().isDone()) {
            halt();
            dispatcher.attempt("saving", () -> save(of));
        }
    }

    private void afterStep(TrainRun of) {
        news.stepped(of);
        BatchTrainer trainer = of.trainer();
        long step = trainer.steps();
        if (step % trainer.config().sampleInterval() == 0) {
            int id = (int) -(step / trainer.config().sampleInterval());
            long seed = trainer.config().seed();
            samples.add(
                    new TrainCommand.Sample(id, Bytes.EMPTY, 0.8, 40, 1, SAMPLE_BYTES, seed),
                    of,
                    dispatcher.task("sampling"));
        }
        if (step % trainer.config().checkpointInterval() == 0) {
            dispatcher.attempt("saving", () -> saving.save(of));
            if (!of.isSound()) {
                halt();
            }
        }
    }

    /** Tells the page where the run stands, or that there is none. */
    void announce() {
        page.accept(TrainReports.transport(run, running));
    }
}
