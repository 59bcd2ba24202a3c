package microgpt.web.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.ConfigException;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Link;
import microgpt.web.text.RecipeLink;

/** What the page has asked for: the recipe, the stream, and whether the run is to run by itself. */
final class Lab implements SettingsView.Listener {
    private final Banner banner;
    private final List<OnlinePreset> presets;
    private final String defaultPlan;
    private @Nullable Link<LabCommand, LabReport> link;
    private @Nullable Dashboard dashboard;
    private @Nullable Draft draft;
    private @Nullable ChosenStream reading;
    /** The streams of the runs that are being built, by the number of the command. */
    private final Map<Integer, ChosenStream> building = new HashMap<>();

    private @Nullable ChosenStream feeding;
    private int run;
    private boolean ready;
    private boolean runs = !Browser.matches("(prefers-reduced-motion: reduce)") && !Browser.savesData();

    Lab(Banner banner, List<OnlinePreset> presets, String defaultPlan) {
        this.banner = banner;
        this.presets = presets;
        this.defaultPlan = defaultPlan;
    }

    void connect(Dashboard reports) {
        dashboard = reports;
        link = new Link<>(
                "",
                new LabCodec(),
                report -> {
                    if (isPresent(report)) {
                        report.deliverTo(reports);
                    }
                },
                this::broken);
        if (!runs) {
            reports.awaitReader();
        }
    }

    /** Whether it does not concern a run that was left. */
    private boolean isPresent(LabReport report) {
        if (report instanceof LabReport.Started started) {
            run = started.run();
        }
        return !(report instanceof LabReport.OfRun of) || of.run() == run;
    }

    /** Sends a command; answers with its number, 0 if it could not be sent. */
    int send(LabCommand command) {
        if (command instanceof LabCommand.Run
                || command instanceof LabCommand.Pause
                || command instanceof LabCommand.Step) {
            runs = command instanceof LabCommand.Run;
        }
        return link != null && ready ? link.send(command) : 0;
    }

    void workerIsReady() {
        ready = true;
        begin();
    }

    /** Begins with a recipe; what of {@code changes} it cannot take is said in the banner. */
    void use(OnlinePreset preset, OnlineRecipe base, Map<String, String> changes) {
        Draft fresh = new Draft(preset.id(), base);
        List<String> complaints = fresh.take(changes);
        draft = fresh;
        if (!complaints.isEmpty()) {
            banner.add("Not everything in this link could be used: " + String.join("; ", complaints) + ".");
        }
        showDraft();
    }

    /** Reads another stream because the reader asked for it: from its start, knowing nothing, and at once. */
    void read(ChosenStream next) {
        runs = true;
        banner.clear();
        open(next);
    }

    /** Stands at the start of another stream, and reads it unless the reader wants stillness. */
    void open(ChosenStream next) {
        reading = next;
        begin();
    }

    /** Whether the stream is not one that a link can carry. */
    boolean readsOwnText() {
        return reading != null && reading.plan().isEmpty();
    }

    void reset() {
        banner.clear();
        begin();
    }

    /** The worker stands at position 0 of the new run. */
    void runIsBuilt() {
        ChosenStream present = building.get(run);
        building.keySet().removeIf(number -> number <= run);
        if (dashboard == null || present == null) {
            return;
        }
        if (feeding != null) {
            feeding.stop();
        }
        feeding = present;
        dashboard.begins(present instanceof ChosenStream.Typed, present.plan());
        present.feed(run, this::send);
    }

    /** The untrained model's sample is complete: learning may begin. */
    void untrainedHasWritten() {
        if (runs) {
            send(new LabCommand.Run());
        }
    }

    /** The worker has taken in what was sent of a stream. */
    void loaded(LabReport.Loading report) {
        if (feeding != null && report.waiting().isEmpty()) {
            feeding.goOn();
        }
    }

    void stopLoading() {
        if (feeding instanceof FileStream) {
            feeding.stop();
            send(new LabCommand.Append(run, Bytes.EMPTY, true));
        } else {
            send(new LabCommand.CancelLoading());
        }
    }

    @Override
    public void edit(String key, String value) {
        if (draft == null) {
            return;
        }
        draft.edit(key, value);
        if (draft.complaint().isEmpty()) {
            draft.tuned();
            send(new LabCommand.Tune(draft.wanted().toJson()));
        }
        showDraft();
    }

    @Override
    public void restart() {
        runs = true;
        banner.clear();
        begin();
    }

    @Override
    public void revert() {
        if (draft != null) {
            draft.revert();
            draft.tuned();
            send(new LabCommand.Tune(draft.wanted().toJson()));
            showDraft();
        }
    }

    @Override
    public void choose(String presetId) {
        for (OnlinePreset preset : presets) {
            if (preset.id().equals(presetId)) {
                load(preset, Map.of(), this::restart);
            }
        }
    }

    /** Fetches a preset and begins with it. */
    void load(OnlinePreset preset, Map<String, String> changes, Runnable then) {
        Browser.fetchText(
                "configs/" + preset.file(),
                json -> {
                    try {
                        use(preset, OnlineRecipe.parse(json, preset.file()), changes);
                        then.run();
                    } catch (ConfigException e) {
                        banner.say(String.valueOf(e.getMessage()));
                    }
                },
                this::missing);
    }

    /** A part of the site is not there. */
    void missing(String why) {
        banner.say(
                "A file of this page could not be loaded (" + why + "). Check the connection and reload; if you host "
                        + "this page yourself, see that every file of the site was copied.");
    }

    private void begin() {
        if (ready && draft != null && reading != null) {
            draft.restarted();
            showDraft();
            building.put(send(new LabCommand.Start(draft.running().toJson(), reading.source())), reading);
        }
    }

    private void showDraft() {
        if (draft == null || dashboard == null) {
            return;
        }
        dashboard.show(draft);
        Browser.replaceHash(hash(draft));
    }

    /** Nothing at all for the recipe that the page begins with. */
    private String hash(Draft of) {
        boolean isDefault = false;
        for (OnlinePreset preset : presets) {
            isDefault |= preset.isDefault() && preset.id().equals(of.preset());
        }
        String plan = reading == null || reading.plan().equals(defaultPlan) ? "" : reading.plan();
        RecipeLink recipe = new RecipeLink(isDefault ? "" : of.preset(), plan, of.linkChanges(), new ArrayList<>());
        return recipe.isEmpty() ? "" : recipe.hash();
    }

    private void broken(String why) {
        banner.say(
                "The part of the page that computes has stopped (" + why + "). What is on the page stays; reload it to "
                        + "begin again. If that does not help, try a current Chrome, Edge, Firefox or Safari.");
    }
}
