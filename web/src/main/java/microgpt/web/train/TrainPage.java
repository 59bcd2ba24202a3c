package microgpt.web.train;

import java.util.List;
import microgpt.config.BatchRecipe;
import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Link;
import microgpt.web.shell.Shell;
import microgpt.web.shell.Theme;

/** The page that trains by batches: which report goes to which view. */
final class TrainPage implements TrainReport.Handler, Commands<TrainCommand> {
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
    private final RunStart starting;
    private final Link<TrainCommand, TrainReport> link;
    private String present = "";

    TrainPage(Shell shell, Offers offers, TrainLink wanted) {
        root = shell.page();
        banner = shell.banner();
        Frames frames = shell.frames();
        Theme theme = shell.theme();
        run = new RunView(root, this, this::start, banner::say);
        losses = new LossView(root, frames, theme);
        figures = new FiguresView(root, frames, losses.curve());
        status = new StatusView(root, frames, shell.header(), losses.curve());
        milestones = new MilestonesView(root, frames, losses.curve(), new Next());
        unsaved = new Unsaved(this);
        setup = new SetupView(root, this, wanted.text(), this::changed);
        recipe = new RecipeView(root, banner, offers, wanted, this::changed);
        preflight = new PreflightView(root, this);
        inside = new InsideView(root, frames, theme, this);
        samples = new SampleView(root, this, inside::look);
        starting = new RunStart(this, banner, status, setup, recipe, preflight);
        library = new LibraryView(root, frames, theme, this, starting::resume, starting::startFromImported);
        shell.shortcuts()
                .on(" ", run::toggle)
                .on("s", samples::ask)
                .on("b", losses::switchUnit)
                .on("l", losses::switchAxes);
        shell.header().offerLink(() -> setup.builtin() == null);
        changed();
        link = Link.start(
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
    private final class Next implements MilestonesView.Actions {
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

    @Override
    public int send(TrainCommand command) {
        return link.send(command);
    }

    private void start() {
        starting.start();
    }

    /** The text or the recipe is another: so is the link. */
    private void changed() {
        Browser.replaceHash(new TrainLink(recipe.preset(), setup.builtin(), recipe.changes()).hash());
        if (recipe.complaint().isEmpty()) {
            status.wouldStart(recipe.recipe().batches().model().parameterCount());
        }
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
        starting.show(report);
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
        starting.show(report);
        library.show(report);
        preflight.show(report);
        samples.show(report);
        if (!setup.show(report)) {
            banner.say("Something went wrong while " + report.doing() + ": " + report.message() + ".");
        }
    }
}
