package microgpt.worker.train;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.compute.Backend;
import microgpt.config.BatchRecipe;
import microgpt.model.ModelConfig;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.fetch.Fetcher;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.storage.RunStore;

/**
 * What the page that trains by batches asks for, and who does it: the present text, the present run, the library of saved
 * ones, and the files that leave it and come into it.
 */
final class TrainSession implements TrainCommand.Handler {
    private final Backend machine;
    private final EventLoop loop;
    private final Consumer<TrainReport> page;
    private final Attempts attempts;
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
        this.page = page;
        attempts = new Attempts(page);
        text = new CurrentText(loop, fetching, page);
        run = new CurrentRun(loop, store, clockMillis, page);
        library = new RunLibrary(store, page);
        files = new RunFiles(library, clockMillis, page);
        resumption = new Resumption(library, text, run, machine, loop, page);
    }

    // ---- the text

    @Override
    public void on(TrainCommand.LoadText load) {
        attempts.attempt(TrainReport.Failed.LOADING_TEXT, () -> {
            TrainText opened = text.open(load.source());
            text.begin(opened, load.source());
            run.leave();
        });
    }

    @Override
    public void on(TrainCommand.Append append) {
        attempts.attempt(TrainReport.Failed.LOADING_TEXT, () -> text.append(append));
    }

    @Override
    public void on(TrainCommand.CancelLoading cancel) {
        attempts.attempt(TrainReport.Failed.LOADING_TEXT, text::cancel);
    }

    // ---- the run

    @Override
    public void on(TrainCommand.Estimate estimate) {
        attempts.attempt("estimating", () -> {
            BatchRecipe recipe = recipe(estimate.model(), estimate.training());
            page.accept(Preflight.estimate(recipe, text.bytes(), machine, loop));
        });
    }

    private static BatchRecipe recipe(String model, String training) {
        return BatchRecipe.parse(model, "the model", training, "the training");
    }

    @Override
    public void on(TrainCommand.Start start) {
        attempts.attempt("starting the run", () -> {
            BatchRecipe recipe = recipe(start.model(), start.training());
            TrainText on = text.present();
            String name =
                    start.name().isBlank() ? usualName(on, recipe.batches().model()) : start.name();
            TrainRun built = TrainRun.begin(
                    files.newId(), name, recipe, on, machine, start.fromImported() ? files.imported() : null);
            library.store().claim(built.id(), library.answer("starting the run", claimed -> {}));
            run.install(built, run::save);
        });
    }

    private static String usualName(TrainText text, ModelConfig model) {
        return text.name() + ", " + model.nLayers() + " × " + model.dModel();
    }

    @Override
    public void on(TrainCommand.Run command) {
        attempts.attempt("training", run::train);
    }

    @Override
    public void on(TrainCommand.Pause pause) {
        attempts.attempt("pausing", run::pause);
    }

    @Override
    public void on(TrainCommand.Stop stop) {
        attempts.attempt("stopping", run::stop);
    }

    @Override
    public void on(TrainCommand.GoOn goOn) {
        attempts.attempt("going on", () -> run.goOn(goOn.steps()));
    }

    @Override
    public void on(TrainCommand.SetLearningRate wish) {
        attempts.attempt("changing the learning rate", () -> run.setLearningRate(wish.learningRate()));
    }

    @Override
    public void on(TrainCommand.Save save) {
        attempts.attempt("saving", run::save);
    }

    @Override
    public void on(TrainCommand.Sample sample) {
        attempts.attempt("sampling", () -> run.sample(sample));
    }

    @Override
    public void on(TrainCommand.StopSamples stop) {
        run.stopSamples();
    }

    @Override
    public void on(TrainCommand.LookInside look) {
        attempts.attempt("looking inside", () -> {
            page.accept(Inspection.look(look, run.present().trainer(), machine));
        });
    }

    // ---- the library

    @Override
    public void on(TrainCommand.ListRuns list) {
        attempts.attempt("listing the runs", library::list);
    }

    @Override
    public void on(TrainCommand.Rename rename) {
        attempts.attempt("renaming the run", () -> library.rename(rename.run(), rename.name()));
    }

    @Override
    public void on(TrainCommand.Delete delete) {
        attempts.attempt("deleting the run", () -> {
            if (run.is(delete.run())) {
                run.drop();
            }
            library.delete(delete.run());
        });
    }

    @Override
    public void on(TrainCommand.Resume resume) {
        attempts.attempt("loading the run", () -> resumption.begin(resume));
    }

    @Override
    public void on(TrainCommand.ShowHistory show) {
        attempts.attempt("comparing", () -> library.showHistory(show.run()));
    }

    @Override
    public void on(TrainCommand.ExportFile export) {
        attempts.attempt("exporting", () -> files.export(export));
    }

    @Override
    public void on(TrainCommand.ImportFile piece) {
        attempts.attempt("importing", () -> files.take(piece, text));
    }

    @Override
    public void on(TrainCommand.ShowStorage show) {
        attempts.attempt("asking for the storage", library::showStorage);
    }
}
