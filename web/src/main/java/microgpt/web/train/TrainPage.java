package microgpt.web.train;

import java.util.List;
import microgpt.config.BatchRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Link;
import microgpt.web.shell.Shell;
import microgpt.web.shell.Theme;

/** The page that trains by batches: which report goes to which view. */
final class TrainPage implements TrainReport.Handler {
    private final Panel root;
    private final Banner banner;
    private final RunView run;
    private final LossView losses;
    private final FiguresView figures;
    private final StatusView status;
    private final MilestonesView milestones;
    private final Unsaved unsaved;
    private final SetupView setup;
    private final RecipeView recipe;
    private final PreflightView preflight;
    private final InsideView inside;
    private final SampleView samples;
    private final LibraryView library;
    private @Nullable Link<TrainCommand, TrainReport> link;
    private int starting;
    private String present = "";

    TrainPage(Shell shell, Offers offers, TrainLink wanted) {
        root = shell.page();
        banner = shell.banner();
        Frames frames = shell.frames();
        Theme theme = shell.theme();
        run = new RunView(root, this::send, this::start, banner::say);
        losses = new LossView(root, frames, theme);
        figures = new FiguresView(root, frames, losses.curve());
        status = new StatusView(root, frames, shell.header(), losses.curve());
        milestones = new MilestonesView(root, frames, losses.curve(), new Next());
        unsaved = new Unsaved(this::send);
        setup = new SetupView(root, this::send, wanted.text(), this::changed);
        recipe = new RecipeView(root, banner, offers, wanted, this::changed);
        preflight = new PreflightView(root, this::send);
        inside = new InsideView(root, frames, theme, this::send);
        samples = new SampleView(root, this::send, inside::look);
        library = new LibraryView(root, frames, theme, this::send, this::resume, this::startFromImported);
        shell.shortcuts()
                .on(" ", run::toggle)
                .on("s", samples::ask)
                .on("b", losses::switchUnit)
                .on("l", losses::switchAxes);
        shell.header().offerLink(() -> setup.builtin() == null);
        changed();
    }

    void open() {
        link = new Link<>(
                "train",
                new TrainCodec(),
                report -> {
                    if (report.concerns(present)) {
                        report.deliverTo(this);
                    }
                },
                why -> banner.workerStopped(why, "Reload the page: the run is there as it was last saved."));
    }

    /** What the verdict on a run leads to. */
    private final class Next implements MilestonesView.Deeds {
        @Override
        public void goOn(long steps) {
            run.goOn(steps);
        }

        @Override
        public void sample() {
            samples.ask();
            lead("samples");
        }

        @Override
        public void setUp() {
            lead("setup");
        }

        private void lead(String id) {
            boolean still = Browser.matches("(prefers-reduced-motion: reduce)");
            Browser.scrollTo(root.part(id), still ? "auto" : "smooth");
            root.part(id).focus();
        }
    }

    /** Sends a command; answers with its number, 0 if it could not be sent. */
    private int send(TrainCommand command) {
        return link == null ? 0 : link.send(command);
    }

    /** The text or the recipe is another: so is the link. */
    private void changed() {
        Browser.replaceHash(new TrainLink(recipe.preset(), setup.builtin(), recipe.changes()).hash());
        if (recipe.complaint().isEmpty()) {
            status.wouldStart(recipe.recipe().batches().model().parameterCount());
        }
    }

    /** Begins a run of the recipe on the text, and trains, if the reader wants that knowing what it needs. */
    private void start() {
        if (!recipe.complaint().isEmpty()) {
            banner.say("This recipe cannot be trained: " + recipe.complaint() + ".");
            return;
        }
        BatchRecipe chosen = recipe.recipe();
        start(chosen, new TrainCommand.Start("", chosen.modelJson(), chosen.trainingJson(), false));
    }

    private void startFromImported(String name, BatchRecipe chosen) {
        start(chosen, new TrainCommand.Start(name, chosen.modelJson(), chosen.trainingJson(), true));
    }

    private void start(BatchRecipe chosen, TrainCommand.Start command) {
        banner.clear();
        setup.provide(() -> preflight.ask(chosen, () -> {
            status.starting(chosen.batches().model().parameterCount());
            starting = send(command);
        }));
    }

    /** Loads a saved run, and trains on. */
    private void resume(TrainCommand.Resume command) {
        banner.clear();
        setup.forget();
        starting = send(command);
    }

    @Override
    public void on(TrainReport.Ready report) {
        status.show(report);
        run.show(report);
        library.show(report);
    }

    @Override
    public void on(TrainReport.Text report) {
        if (!setup.isPast(report)) {
            preflight.show(report);
            setup.show(report);
        }
    }

    @Override
    public void on(TrainReport.Estimated report) {
        preflight.show(report);
    }

    @Override
    public void on(TrainReport.Started report) {
        present = report.run();
        for (String needsARun : List.of("watch", "samples", "inside")) {
            root.part(needsARun).setHidden(false);
        }
        losses.show(report);
        figures.show(report);
        milestones.show(report);
        status.show(report);
        unsaved.show(report);
        run.showRate(BatchRecipe.parse(report.model(), "the model", report.training(), "the training")
                .value("learning_rate"));
        samples.show(report);
        inside.show(report);
        library.show(report);
        if (starting > 0) {
            starting = 0;
            send(new TrainCommand.Run());
        }
    }

    @Override
    public void on(TrainReport.Transport report) {
        present = report.run();
        run.show(report);
        setup.show(report);
        losses.show(report);
        figures.show(report);
        milestones.show(report);
        status.show(report);
        unsaved.show(report);
        samples.show(report);
        inside.show(report);
        library.show(report);
    }

    @Override
    public void on(TrainReport.Progress report) {
        losses.show(report);
        figures.show(report);
        status.show(report);
        unsaved.show(report);
        inside.show(report);
    }

    @Override
    public void on(TrainReport.Looked report) {
        losses.show(report);
        figures.show(report);
        milestones.show(report);
    }

    @Override
    public void on(TrainReport.Sampled report) {
        samples.show(report);
    }

    @Override
    public void on(TrainReport.Inside report) {
        inside.show(report);
    }

    @Override
    public void on(TrainReport.Tuned report) {
        run.show(report);
    }

    @Override
    public void on(TrainReport.Saved report) {
        unsaved.show(report);
        library.show(report);
    }

    @Override
    public void on(TrainReport.Library report) {
        library.show(report);
    }

    @Override
    public void on(TrainReport.History report) {
        library.show(report);
    }

    @Override
    public void on(TrainReport.Exported report) {
        library.show(report);
    }

    @Override
    public void on(TrainReport.Imported report) {
        library.show(report);
    }

    @Override
    public void on(TrainReport.Damaged report) {
        library.show(report);
    }

    @Override
    public void on(TrainReport.Storage report) {
        library.show(report);
    }

    @Override
    public void on(TrainReport.Failed report) {
        if (report.command() > 0 && report.command() == starting) {
            starting = 0;
            status.failed();
        }
        library.show(report);
        preflight.show(report);
        samples.show(report);
        if (!setup.show(report)) {
            banner.say("Something went wrong while " + report.doing() + ": " + report.message() + ".");
        }
    }
}
