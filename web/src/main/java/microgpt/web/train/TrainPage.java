package microgpt.web.train;

import java.util.List;
import microgpt.config.ConfigException;
import microgpt.config.TrainingPreset;
import microgpt.config.TrainingRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.TrainCommand;
import microgpt.protocol.TrainReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Theme;
import microgpt.web.text.Numbers;
import microgpt.web.view.Banner;
import org.teavm.jso.dom.html.HTMLElement;

/** The page that trains by batches: which report goes to which view. */
final class TrainPage implements TrainReport.Handler {
    private final Banner banner;
    private final HTMLElement status = Dom.byId("status");
    private final Frames frames = new Frames();
    private final Theme theme = new Theme();
    private final RunView run = new RunView(this::send, this::start);
    private final WatchView watch = new WatchView(frames);
    private final SetupView setup;
    private final RecipeView recipe;
    private final InsideView inside = new InsideView(frames, theme, this::send);
    private final SampleView samples = new SampleView(this::send, inside::look);
    private final LibraryView library = new LibraryView(this::send);
    private @Nullable TrainLink link;
    private boolean runWhenStarted;

    TrainPage(Banner banner, TrainingRecipe usual, List<TrainingPreset> presets, TrainRecipe wanted) {
        this.banner = banner;
        setup = new SetupView(this::send, wanted, this::changed);
        recipe = new RecipeView(banner, usual, presets, wanted, this::changed);
        changed();
    }

    void open() {
        link = new TrainLink(this, this::broken);
        theme.onChange(frames::askAll);
    }

    private void send(TrainCommand command) {
        if (link != null) {
            link.send(command);
        }
    }

    /** The text or the recipe is another: so is the link. */
    private void changed() {
        Browser.replaceHash(new TrainRecipe(recipe.preset(), setup.builtin(), recipe.changes()).hash());
    }

    /** Begins a run of the recipe on the text, and trains. */
    private void start() {
        TrainingRecipe chosen;
        try {
            chosen = recipe.recipe();
        } catch (ConfigException e) {
            banner.say("This recipe cannot be trained: " + e.getMessage() + ".");
            return;
        }
        banner.clear();
        setup.provide(() -> {
            runWhenStarted = true;
            send(new TrainCommand.Start("", chosen.modelJson(), chosen.trainingJson()));
        });
    }

    @Override
    public void on(TrainReport.Ready report) {
        status("ready", "A GPT that knows nothing is about to learn from a text. Press Start.");
        run.show(report);
        library.show(report);
    }

    @Override
    public void on(TrainReport.Text report) {
        setup.show(report);
    }

    @Override
    public void on(TrainReport.Estimated report) {
        setup.show(report);
    }

    @Override
    public void on(TrainReport.Started report) {
        watch.show(report);
        recipe.show(report);
        samples.show(report);
        inside.show(report);
        if (runWhenStarted) {
            runWhenStarted = false;
            send(new TrainCommand.Run());
        }
    }

    @Override
    public void on(TrainReport.Transport report) {
        run.show(report);
        watch.show(report);
        samples.show(report);
        inside.show(report);
        if (report.run().isEmpty()) {
            status("ready", "There is no run. Press Start to begin one.");
        } else {
            String place = Numbers.grouped(report.steps()) + " of " + Numbers.grouped(report.maxSteps()) + " steps.";
            if (report.running()) {
                status("running", "Training, " + place);
            } else if (report.done() || report.settled()) {
                status("done", "Trained, " + place);
            } else {
                status("paused", "Paused after " + place);
            }
        }
    }

    @Override
    public void on(TrainReport.Progress report) {
        watch.show(report);
        inside.show(report);
    }

    @Override
    public void on(TrainReport.Looked report) {
        watch.show(report);
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
        recipe.show(report);
    }

    @Override
    public void on(TrainReport.Saved report) {
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
        banner.say("Something went wrong while " + report.during() + ": " + report.message() + ".");
    }

    private void status(String mood, String sentence) {
        Dom.text(status, sentence);
        status.setAttribute("data-mood", mood);
    }

    private void broken(String message) {
        String why = message.startsWith("failed:")
                ? message.substring("failed:".length()).trim()
                : message;
        banner.say("The part of the page that trains has stopped (" + why + "). Reload the page: the run is there "
                + "as it was last saved.");
    }
}
