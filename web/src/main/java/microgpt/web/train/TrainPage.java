package microgpt.web.train;

import java.util.List;
import microgpt.config.BatchPreset;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainCodec;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Shortcuts;
import microgpt.web.dom.Theme;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Link;
import microgpt.web.text.Catalogue;

/** The page that trains by batches: which report goes to which view. */
final class TrainPage implements TrainReport.Handler {
    private final Banner banner;
    private final Frames frames = new Frames();
    private final Theme theme = new Theme();
    private final RunView run = new RunView(this::send, this::start, this::say);
    private final LossView losses = new LossView(frames, theme);
    private final FiguresView figures = new FiguresView(frames, losses.curve());
    private final StatusView status = new StatusView(frames, losses.curve());
    private final MilestonesView milestones = new MilestonesView(frames, losses.curve(), new Next());
    private final Unsaved unsaved = new Unsaved(this::send);
    private final SetupView setup;
    private final RecipeView recipe;
    private final PreflightView preflight = new PreflightView(this::send);
    private final InsideView inside = new InsideView(frames, theme, this::send);
    private final SampleView samples = new SampleView(this::send, inside::look);
    private final LibraryView library =
            new LibraryView(frames, theme, this::send, this::resume, this::startFromImported);
    private @Nullable Link<TrainCommand, TrainReport> link;
    private int starting;
    private String present = "";

    TrainPage(Banner banner, BatchRecipe usual, List<BatchPreset> presets, Catalogue catalogue, RecipeHash wanted) {
        this.banner = banner;
        setup = new SetupView(this::send, wanted, this::changed);
        recipe = new RecipeView(banner, usual, presets, catalogue, wanted, this::changed);
        changed();
    }

    void open() {
        link = new Link<>(
                "train",
                new TrainCodec(),
                report -> {
                    if (isPresent(report)) {
                        report.deliverTo(this);
                    }
                },
                this::broken);
        theme.onChange(frames::askAll);
        new Shortcuts()
                .on(" ", run::toggle)
                .on("s", samples::ask)
                .on("b", losses::switchUnit)
                .on("l", losses::switchAxes);
        Dom.byId("copy-link").onClick(event -> copyLink());
    }

    /** Whether it does not concern a run that was left. */
    private boolean isPresent(TrainReport report) {
        if (report instanceof TrainReport.Started started) {
            present = started.run();
        } else if (report instanceof TrainReport.Transport transport
                && transport.run().isEmpty()) {
            present = "";
        }
        return !(report instanceof TrainReport.OfRun of) || of.run().equals(present);
    }

    private void copyLink() {
        boolean own = setup.builtin() == null;
        Browser.copy(
                Browser.address() + Browser.hash(),
                () -> Dom.text(Dom.byId("copy-link"), own ? "Link copied, without your text" : "Link copied"),
                () -> banner.say("The link could not be copied; it is in the address bar: " + Browser.address()
                        + Browser.hash()));
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
            Browser.scrollTo(Dom.byId(id), still ? "auto" : "smooth");
            Dom.byId(id).focus();
        }
    }

    private void say(String complaint) {
        banner.say(complaint);
    }

    /** Sends a command; answers with its number, 0 if it could not be sent. */
    private int send(TrainCommand command) {
        return link == null ? 0 : link.send(command);
    }

    /** The text or the recipe is another: so is the link. */
    private void changed() {
        Browser.replaceHash(new RecipeHash(recipe.preset(), setup.builtin(), recipe.changes()).hash());
        try {
            status.wouldStart(recipe.recipe().batches().model().parameterCount());
        } catch (ConfigException e) {
            // half of a change; what is wrong is said where it is made, and again when it is to be started
        }
    }

    /** Begins a run of the recipe on the text, and trains, if the reader wants that knowing what it needs. */
    private void start() {
        BatchRecipe chosen;
        try {
            chosen = recipe.recipe();
        } catch (ConfigException e) {
            banner.say("This recipe cannot be trained: " + e.getMessage() + ".");
            return;
        }
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
        for (String needsARun : List.of("watch", "samples", "inside")) {
            Dom.byId(needsARun).setHidden(false);
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

    private void broken(String why) {
        banner.say("The part of the page that trains has stopped (" + why + "). Reload the page: the run is there "
                + "as it was last saved.");
    }
}
