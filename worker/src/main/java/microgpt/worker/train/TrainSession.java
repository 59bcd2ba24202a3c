package microgpt.worker.train;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.config.BatchRecipe;
import microgpt.model.ModelConfig;
import microgpt.numeric.Nullable;
import microgpt.protocol.Numbered;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.loop.Dispatcher;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.storage.RunStore;

/**
 * What the page that trains by batches asks for, and who does it: the present text, the present run, the library of saved
 * ones, and the files that leave it and come into it.
 */
final class TrainSession implements TrainCommand.Handler {
    private static final String LOADING = "loading the text";

    private final Backend machine;
    private final EventLoop loop;
    private final DoubleSupplier clockMillis;
    private final Consumer<TrainReport> page;
    private final Dispatcher<TrainReport> dispatcher;
    private final CurrentText text;
    private final CurrentRun run;
    private final RunLibrary library;
    private final RunFiles files;
    private final Resumption resumption;

    /** {@code clockMillis} tells the milliseconds since 1970. */
    TrainSession(
            Backend machine,
            EventLoop loop,
            Fetcher fetching,
            RunStore store,
            DoubleSupplier clockMillis,
            Consumer<TrainReport> page) {
        this.machine = machine;
        this.loop = loop;
        this.clockMillis = clockMillis;
        this.page = page;
        dispatcher = new Dispatcher<>(page, TrainReport.Failed::new);
        text = new CurrentText(loop, fetching, page);
        run = new CurrentRun(loop, store, clockMillis, page, dispatcher);
        library = new RunLibrary(store, page);
        files = new RunFiles(library, clockMillis, page);
        resumption = new Resumption(library, text, run, machine, loop, page);
    }

    void handle(Numbered<TrainCommand> numbered) {
        dispatcher.dispatch(numbered.number(), () -> numbered.command().deliverTo(this));
    }

    // ---- the text

    @Override
    public void on(TrainCommand.LoadText load) {
        dispatcher.begin(LOADING, task -> {
            TrainText opened = text.open(load.source(), task);
            text.begin(opened, load.source());
            run.leave();
        });
    }

    @Override
    public void on(TrainCommand.Append append) {
        dispatcher.attempt(LOADING, () -> text.append(append));
    }

    @Override
    public void on(TrainCommand.CancelLoading cancel) {
        dispatcher.attempt(LOADING, text::cancel);
    }

    // ---- the run

    @Override
    public void on(TrainCommand.Estimate estimate) {
        dispatcher.attempt("estimating", () -> {
            BatchRecipe recipe = recipe(estimate.model(), estimate.training());
            page.accept(Preflight.estimate(dispatcher.command(), recipe, text.bytes(), machine, loop));
        });
    }

    private static BatchRecipe recipe(String model, String training) {
        return BatchRecipe.parse(model, "the model", training, "the training");
    }

    @Override
    public void on(TrainCommand.Start start) {
        dispatcher.begin("starting the run", task -> {
            BatchRecipe recipe = recipe(start.model(), start.training());
            TrainText on = text.present();
            @Nullable Checkpoint initial = start.fromImported() ? files.imported() : null;
            String name =
                    start.name().isBlank() ? usualName(on, recipe.batches().model()) : start.name();
            library.store()
                    .create(
                            clockMillis.getAsDouble(),
                            new TaskCallback<>(task, id -> begin(id, name, recipe, on, initial)));
        });
    }

    private void begin(String id, String name, BatchRecipe recipe, TrainText on, @Nullable Checkpoint initial) {
        TrainRun built;
        try {
            if (text.present() != on) {
                throw new IllegalStateException("another text was loaded before the run began: start it again");
            }
            built = TrainRun.begin(id, name, recipe, on, machine, initial);
        } catch (RuntimeException | OutOfMemoryError e) {
            library.store().release(id);
            throw e;
        }
        run.install(built, () -> {}, run::save);
    }

    private static String usualName(TrainText text, ModelConfig model) {
        return text.name() + ", " + model.nLayers() + " × " + model.dModel();
    }

    @Override
    public void on(TrainCommand.Run command) {
        dispatcher.attempt("training", run::train);
    }

    @Override
    public void on(TrainCommand.Pause pause) {
        dispatcher.attempt("pausing", run::pause);
    }

    @Override
    public void on(TrainCommand.Stop stop) {
        dispatcher.attempt("stopping", run::stop);
    }

    @Override
    public void on(TrainCommand.GoOn goOn) {
        dispatcher.attempt("going on", () -> run.goOn(goOn.steps()));
    }

    @Override
    public void on(TrainCommand.SetLearningRate wish) {
        dispatcher.attempt("changing the learning rate", () -> run.setLearningRate(wish.learningRate()));
    }

    @Override
    public void on(TrainCommand.Save save) {
        dispatcher.attempt("saving", run::save);
    }

    @Override
    public void on(TrainCommand.Sample sample) {
        dispatcher.begin("sampling", task -> run.sample(sample, task));
    }

    @Override
    public void on(TrainCommand.StopSamples stop) {
        dispatcher.attempt("ending the samples", run::stopSamples);
    }

    @Override
    public void on(TrainCommand.LookInside look) {
        dispatcher.attempt("looking inside", () -> {
            page.accept(Inspection.look(look, run.present(), machine));
        });
    }

    // ---- the library

    @Override
    public void on(TrainCommand.ListRuns list) {
        dispatcher.begin("listing the runs", library::list);
    }

    @Override
    public void on(TrainCommand.Rename rename) {
        dispatcher.begin("renaming the run", task -> library.rename(rename.run(), rename.name(), task));
    }

    @Override
    public void on(TrainCommand.Delete delete) {
        dispatcher.begin("deleting the run", task -> {
            if (run.is(delete.run())) {
                run.drop();
            }
            library.delete(delete.run(), task);
        });
    }

    @Override
    public void on(TrainCommand.Resume resume) {
        dispatcher.begin("loading the run", task -> resumption.begin(resume, task));
    }

    @Override
    public void on(TrainCommand.ShowHistory show) {
        dispatcher.begin("comparing", task -> library.showHistory(show.run(), task));
    }

    @Override
    public void on(TrainCommand.ExportFile export) {
        dispatcher.begin("exporting", task -> files.export(export, task));
    }

    @Override
    public void on(TrainCommand.ImportFile piece) {
        dispatcher.begin("importing", task -> files.take(piece, text, task));
    }

    @Override
    public void on(TrainCommand.ShowStorage show) {
        dispatcher.begin("asking for the storage", library::showStorage);
    }
}
