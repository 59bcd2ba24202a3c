package microgpt.worker;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.config.TrainingRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.worker.storage.Answer;
import microgpt.worker.storage.RunRecord;
import microgpt.worker.storage.RunStore;

/**
 * What the page that trains by batches asks for: one run at a time, trained a few windows at a time, so that a command waits
 * for a part of a step at most; samples and saving in between.
 */
final class BatchSession implements TrainCommand.Handler {
    private static final double SLICE_MILLIS = 12;
    private static final int SAMPLE_BYTES = 200;

    private final Backend machine;
    private final EventLoop loop;
    private final Fetching fetching;
    private final Consumer<TrainReport> page;
    private final Wakeup wakeup;
    private final BatchNews news;
    private final BatchSamples samples;
    private final BatchLibrary library;
    private final BatchFiles files;
    private final Saving saving;
    private @Nullable BatchText text;
    private @Nullable BatchRun run;
    private boolean running;

    /** {@code clockMillis} tells the milliseconds since 1970. */
    BatchSession(
            Backend machine,
            EventLoop loop,
            Fetching fetching,
            RunStore store,
            DoubleSupplier clockMillis,
            Consumer<TrainReport> page) {
        this.machine = machine;
        this.loop = loop;
        this.fetching = fetching;
        this.page = page;
        wakeup = new Wakeup(loop, this::turn);
        news = new BatchNews(loop, page);
        samples = new BatchSamples(loop, page);
        library = new BatchLibrary(store, page);
        files = new BatchFiles(library, clockMillis, page);
        saving = new Saving(store, clockMillis, page, wakeup::soon);
    }

    @Override
    public void on(TrainCommand.LoadText load) {
        attempt("loading the text", () -> {
            BatchText begun = new BatchText(load.source(), loop, page);
            leave();
            use(begun);
            begun.tell(-1);
            if (load.source() instanceof Source.Url url) {
                begun.fetch(fetching, url);
            }
        });
    }

    private void use(BatchText other) {
        if (text != null && text != other) {
            text.abandon();
        }
        text = other;
    }

    @Override
    public void on(TrainCommand.Append append) {
        attempt("loading the text", () -> presentText().append(append.piece(), append.last()));
    }

    @Override
    public void on(TrainCommand.CancelLoading cancel) {
        attempt("loading the text", () -> presentText().cancel());
    }

    @Override
    public void on(TrainCommand.Estimate estimate) {
        attempt("estimating", () -> {
            long bytes = text == null ? 0 : text.stream().size();
            TrainingRecipe recipe = recipe(estimate.model(), estimate.training());
            page.accept(Preflight.estimate(recipe, bytes, machine, loop));
        });
    }

    private static TrainingRecipe recipe(String model, String training) {
        return TrainingRecipe.parse(model, "the model", training, "the training");
    }

    @Override
    public void on(TrainCommand.Start start) {
        attempt("starting the run", () -> {
            TrainingRecipe recipe = recipe(start.model(), start.training());
            BatchRun built =
                    BatchRun.begin(files.newId(), start.name(), recipe, presentText(), machine, files.takeInitial());
            leave();
            library.store().claim(built.id(), library.answer("starting the run", claimed -> {}));
            install(built);
            saving.save(built);
        });
    }

    private void install(BatchRun built) {
        run = built;
        page.accept(BatchReports.started(built));
        news.begin(built);
        announce();
    }

    /** Ends the present run, saved, if there is one. */
    private void leave() {
        leaveFor("");
    }

    /** The same, without letting go of it for other tabs if {@code next} is the same run. */
    private void leaveFor(String next) {
        BatchRun of = run;
        running = false;
        samples.clear();
        if (of != null) {
            saveIfNeeded(of);
            run = null;
            of.end();
            if (!of.id().equals(next)) {
                library.store().release(of.id());
            }
        }
    }

    private void saveIfNeeded(BatchRun of) {
        if (of.isSound() && !of.isSaved()) {
            saving.save(of);
        }
    }

    @Override
    public void on(TrainCommand.Run command) {
        attempt("training", this::train);
    }

    private void train() {
        BatchRun of = present();
        if (!of.isSound()) {
            throw new IllegalStateException("the run has come to an end: go on from where it was saved");
        }
        running = !of.trainer().isDone();
        news.resume(of);
        announce();
        wakeup.soon();
    }

    @Override
    public void on(TrainCommand.Pause pause) {
        attempt("pausing", () -> {
            pause();
            saveIfNeeded(present());
        });
    }

    private void pause() {
        running = false;
        news.tell(present());
        announce();
    }

    @Override
    public void on(TrainCommand.Stop stop) {
        attempt("stopping", () -> {
            news.tell(present());
            leave();
            announce();
        });
    }

    @Override
    public void on(TrainCommand.GoOn goOn) {
        attempt("going on", () -> {
            present().goOn(goOn.steps());
            train();
        });
    }

    @Override
    public void on(TrainCommand.SetLearningRate wish) {
        attempt("changing the learning rate", () -> {
            present().setLearningRate(wish.learningRate());
            page.accept(new TrainReport.Tuned(wish.learningRate()));
        });
    }

    @Override
    public void on(TrainCommand.Save save) {
        attempt("saving", () -> saveIfNeeded(present()));
    }

    @Override
    public void on(TrainCommand.Sample sample) {
        attempt("sampling", () -> {
            samples.add(sample, present());
            wakeup.soon();
        });
    }

    @Override
    public void on(TrainCommand.StopSamples stop) {
        samples.clear();
    }

    @Override
    public void on(TrainCommand.LookInside look) {
        attempt("looking inside", () -> {
            BatchRun of = present();
            page.accept(Inspection.look(look, of.model(), of.trainer().learner().predicting(), machine));
        });
    }

    @Override
    public void on(TrainCommand.ListRuns list) {
        attempt("listing the runs", library::list);
    }

    @Override
    public void on(TrainCommand.Rename rename) {
        attempt("renaming the run", () -> library.rename(rename.run(), rename.name()));
    }

    @Override
    public void on(TrainCommand.Delete delete) {
        attempt("deleting the run", () -> {
            if (run != null && run.id().equals(delete.run())) {
                leave();
                announce();
            }
            library.delete(delete.run());
        });
    }

    @Override
    public void on(TrainCommand.Resume resume) {
        attempt("loading the run", () -> {
            if (run != null) {
                pause();
                saveIfNeeded(run);
            }
            library.store().claim(resume.run(), library.answer("loading the run", claimed -> open(claimed, resume)));
        });
    }

    private void open(String id, TrainCommand.Resume resume) {
        Runnable letGo = () -> letGo(id);
        library.open(id, resume.generation(), "loading the run", letGo, (record, saved) -> {
            DatasetManifest manifest = saved.manifest();
            if (text != null && text.hash().equals(manifest.datasetId())) {
                resume(record, saved, text);
            } else {
                library.store().readText(manifest.datasetId(), textOf(record, saved, manifest));
            }
        });
    }

    /** Leaves a run to other tabs that could not be loaded here. */
    private void letGo(String id) {
        if (run == null || !run.id().equals(id)) {
            library.store().release(id);
        }
    }

    private Answer<byte[]> textOf(RunRecord record, Checkpoint saved, DatasetManifest manifest) {
        return new Answer<>() {
            @Override
            public void done(byte[] bytes) {
                attempt("loading the run", () -> {
                    ByteStream stream = ByteStream.of(manifest.name(), bytes);
                    resume(record, saved, new BatchText(manifest.name(), stream, loop, page));
                });
                letGo(record.run());
            }

            @Override
            public void failed(String reason) {
                letGo(record.run());
                page.accept(new TrainReport.Damaged(
                        record.run(), "the text \"" + manifest.name() + "\"", reason + ": load it first", false));
            }
        };
    }

    private void resume(RunRecord record, Checkpoint saved, BatchText on) {
        BatchRun built = BatchRun.resume(record.run(), record.summary().name(), saved, on, machine);
        leaveFor(built.id());
        use(on);
        on.tell(-1);
        install(built);
    }

    @Override
    public void on(TrainCommand.ShowHistory show) {
        attempt("comparing", () -> library.showHistory(show.run()));
    }

    @Override
    public void on(TrainCommand.ExportFile export) {
        attempt("exporting", () -> files.export(export));
    }

    @Override
    public void on(TrainCommand.ImportFile piece) {
        attempt("importing", () -> files.take(piece, text));
    }

    @Override
    public void on(TrainCommand.ShowStorage show) {
        attempt("asking for the storage", library::showStorage);
    }

    /** A slice of work, and the arrangement for the next. */
    private void turn() {
        BatchRun of = run;
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
    private void write(BatchRun of, double endMillis) {
        if (!samples.isEmpty()) {
            samples.generate(endMillis);
            if (samples.isEmpty() && !running && of.isSound() && !of.isSaved()) {
                attempt("saving", () -> saving.save(of));
            }
        }
    }

    private void advance(BatchRun of) {
        try {
            switch (of.advance()) {
                case STEP -> afterStep(of);
                case LOOK -> news.looked(of);
                case NONE -> {}
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            of.breakOff();
            page.accept(new TrainReport.Failed("training", Trouble.describe(e)));
            pause();
            return;
        }
        if (of.trainer().isDone()) {
            pause();
            attempt("saving", () -> saveIfNeeded(of));
        }
    }

    private void afterStep(BatchRun of) {
        news.stepped(of);
        BatchTrainer trainer = of.trainer();
        long step = trainer.steps();
        if (step % trainer.config().sampleInterval() == 0) {
            int id = (int) -(step / trainer.config().sampleInterval());
            samples.add(
                    new TrainCommand.Sample(
                            id,
                            Bytes.EMPTY,
                            0.8,
                            40,
                            1,
                            SAMPLE_BYTES,
                            trainer.config().seed()),
                    of);
        }
        if (step % trainer.config().checkpointInterval() == 0) {
            attempt("saving", () -> saving.save(of));
        }
    }

    private BatchRun present() {
        if (run == null) {
            throw new IllegalStateException("there is no run: start or load one first");
        }
        return run;
    }

    private BatchText presentText() {
        if (text == null) {
            throw new IllegalStateException("there is no text: load one first");
        }
        return text;
    }

    private void announce() {
        page.accept(BatchReports.transport(run, running));
    }

    private void attempt(String doing, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            page.accept(new TrainReport.Failed(doing, Trouble.describe(e)));
        }
    }
}
