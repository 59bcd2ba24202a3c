package microgpt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.config.ConfigException;
import microgpt.config.Preset;
import microgpt.config.RunConfig;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.Command;
import microgpt.web.dom.Browser;
import microgpt.web.recipe.Draft;
import microgpt.web.text.RecipeLink;
import microgpt.web.view.Banner;
import microgpt.web.view.SettingsView;

/** What the page has asked for: the recipe, the stream, and whether the run is to run by itself. */
final class Lab implements SettingsView.Listener {
    private final Banner banner;
    private final List<Preset> presets;
    private final String defaultPlan;
    private @Nullable WorkerLink link;
    private @Nullable Dashboard dashboard;
    private @Nullable Draft draft;
    private @Nullable Reading reading;
    private boolean ready;
    private boolean runs = !Browser.matches("(prefers-reduced-motion: reduce)") && !Browser.savesData();

    Lab(Banner banner, List<Preset> presets, String defaultPlan) {
        this.banner = banner;
        this.presets = presets;
        this.defaultPlan = defaultPlan;
    }

    void connect(Dashboard reports) {
        dashboard = reports;
        link = new WorkerLink(reports, this::broken);
        if (!runs) {
            reports.awaitReader();
        }
    }

    void send(Command command) {
        if (command instanceof Command.Run || command instanceof Command.Pause || command instanceof Command.Step) {
            runs = command instanceof Command.Run;
        }
        if (link != null && ready) {
            link.send(command);
        }
    }

    void workerIsReady() {
        ready = true;
        begin();
    }

    /** Begins with a recipe; what of {@code changes} it cannot take is said in the banner. */
    void use(Preset preset, RunConfig base, Map<String, String> changes) {
        Draft fresh = new Draft(preset.id(), base);
        List<String> complaints = fresh.take(changes);
        draft = fresh;
        if (!complaints.isEmpty()) {
            banner.add("Not everything in this link could be used: " + String.join("; ", complaints) + ".");
        }
        showDraft();
    }

    /** Reads another stream because the reader asked for it: from its start, knowing nothing, and at once. */
    void read(Reading next) {
        runs = true;
        banner.clear();
        open(next);
    }

    /** Stands at the start of another stream, and reads it unless the reader wants stillness. */
    void open(Reading next) {
        if (reading != null) {
            reading.stop();
        }
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
        Reading present = reading;
        if (dashboard == null || present == null) {
            return;
        }
        dashboard.begins(present instanceof Reading.Typed, present.plan());
        present.feed(this::send);
    }

    /** The untrained model's sample is complete: learning may begin. */
    void untrainedHasWritten() {
        if (runs) {
            send(new Command.Run());
        }
    }

    void stopLoading() {
        if (reading instanceof FileReading) {
            reading.stop();
            send(new Command.Append(Bytes.EMPTY, true));
        } else {
            send(new Command.CancelLoading());
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
            send(new Command.Tune(draft.wanted().toJson()));
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
            send(new Command.Tune(draft.wanted().toJson()));
            showDraft();
        }
    }

    @Override
    public void choose(String presetId) {
        for (Preset preset : presets) {
            if (preset.id().equals(presetId)) {
                load(preset, Map.of(), this::restart);
            }
        }
    }

    /** Fetches a preset and begins with it. */
    void load(Preset preset, Map<String, String> changes, Runnable then) {
        Browser.fetchText(
                "configs/" + preset.file(),
                json -> {
                    try {
                        use(preset, RunConfig.parse(json, preset.file()), changes);
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
            reading.stop();
            send(new Command.Start(draft.running().toJson(), reading.source()));
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
        for (Preset preset : presets) {
            isDefault |= preset.isDefault() && preset.id().equals(of.preset());
        }
        String plan = reading == null || reading.plan().equals(defaultPlan) ? "" : reading.plan();
        RecipeLink recipe = new RecipeLink(isDefault ? "" : of.preset(), plan, of.linkChanges(), new ArrayList<>());
        return recipe.isEmpty() ? "" : recipe.hash();
    }

    private void broken(String message) {
        String why = message.startsWith("failed:")
                ? message.substring("failed:".length()).trim()
                : message;
        banner.say(
                "The part of the page that computes has stopped (" + why + "). What is on the page stays; reload it to "
                        + "begin again. If that does not help, try a current Chrome, Edge, Firefox or Safari.");
    }
}
