package microgpt.web.lab;

import java.util.Map;
import java.util.function.Consumer;
import microgpt.config.OnlinePreset;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCodec;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Panel;
import microgpt.web.recipe.Draft;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Link;
import microgpt.web.shell.Shell;
import microgpt.web.shell.Shortcuts;

/** One laboratory of the page, with a worker of its own: its recipe, its stream, and whether the run is to run by itself. */
final class Lab implements Commands<LabCommand>, SettingsView.Listener, TransportView.Listener {
    private final Banner banner;
    private final Offers offers;
    private final Consumer<String> address;
    private final StreamChooser streams;
    private final Dashboard dashboard;
    private final Link<LabCommand, LabReport> link;
    private final StreamFeed feed = new StreamFeed();
    private final LearningStart learning = new LearningStart();
    private @Nullable Draft<OnlineRecipe> draft;
    private @Nullable StreamChoice reading;
    private int run;
    private boolean ready;
    private boolean runs = !Browser.matches("(prefers-reduced-motion: reduce)") && !Browser.savesData();

    /** {@code address} is told the hash of the present recipe's link whenever that changes. */
    Lab(Shell shell, Panel root, Offers offers, Consumer<String> address) {
        banner = shell.banner();
        this.offers = offers;
        this.address = address;
        streams = new StreamChooser(this, banner);
        dashboard = new Dashboard(root, shell, this, offers, streams);
        link = new Link<>(
                "",
                new LabCodec(),
                report -> {
                    if (report.concerns(run)) {
                        report.deliverTo(dashboard);
                    }
                },
                why -> banner.workerStopped(
                        why,
                        "What is on the page stays; reload it to begin again. If that does not help, try a current "
                                + "Chrome, Edge, Firefox or Safari."));
        if (!runs) {
            dashboard.awaitReader();
        }
    }

    /** The keys of the page act here. */
    void takeKeys(Shortcuts shortcuts) {
        dashboard.takeKeys(shortcuts);
    }

    /** Begins with what a link asks for; what of it cannot be had is said in the banner. */
    void open(LabLink wanted) {
        banner.refuse(wanted.complaints());
        load(wanted.preset(), wanted.changes(), () -> streams.openPlan(wanted.plan()));
    }

    @Override
    public int send(LabCommand command) {
        return ready ? link.send(command) : 0;
    }

    void workerIsReady() {
        ready = true;
        begin();
    }

    /** Reads another stream because the reader asked for it: from its start, knowing nothing, and at once. */
    void read(StreamChoice next) {
        runs = true;
        banner.clear();
        open(next);
    }

    /** Stands at the start of another stream, and reads it unless the reader wants stillness. */
    void open(StreamChoice next) {
        reading = next;
        begin();
    }

    /** Whether the stream is not one that a link can carry. */
    boolean readsOwnText() {
        return reading != null && reading.plan().isEmpty();
    }

    /** What has arrived of the stream is all that will be read of it. */
    void stopLoading() {
        feed.cancel(this);
    }

    /** The worker stands at position 0 of a new run. */
    void built(int newRun) {
        run = newRun;
        StreamChoice stream = feed.built(newRun);
        if (stream != null) {
            learning.built(newRun, dashboard.begin(stream));
            feed.begin(this);
        }
    }

    void sampled(LabReport.Sampled report) {
        if (learning.allowedBy(report)) {
            learn();
        }
    }

    void failed(LabReport.Failed report) {
        if (learning.allowedBy(report)) {
            learn();
        }
    }

    private void learn() {
        if (runs) {
            send(new LabCommand.Run());
        }
    }

    /** The worker has taken in what was sent of a stream. */
    void loaded(LabReport.Loading report) {
        if (report.waiting().isEmpty()) {
            feed.goOn();
        }
    }

    void decode(String name, Bytes file) {
        if (ready) {
            pause();
            dashboard.decode(name, file);
        } else {
            banner.say("The laboratory is still being loaded: choose the file again in a moment.");
        }
    }

    void type(Bytes keys) {
        dashboard.showRun();
        send(new LabCommand.Type(keys));
    }

    @Override
    public void run() {
        dashboard.showRun();
        runs = true;
        send(new LabCommand.Run());
    }

    @Override
    public void pause() {
        runs = false;
        send(new LabCommand.Pause());
    }

    @Override
    public void step() {
        dashboard.showRun();
        runs = false;
        send(new LabCommand.Step());
    }

    @Override
    public void reset() {
        banner.clear();
        begin();
    }

    @Override
    public void limitSpeed(double stepsPerSecond) {
        send(new LabCommand.Speed(stepsPerSecond));
    }

    @Override
    public void edit(String key, String value) {
        if (draft == null) {
            return;
        }
        draft.edit(key, value);
        if (draft.complaint().isEmpty()) {
            tune(draft);
        }
        showDraft();
    }

    @Override
    public void restart() {
        runs = true;
        reset();
    }

    @Override
    public void revert() {
        if (draft != null) {
            draft.revert();
            tune(draft);
            showDraft();
        }
    }

    @Override
    public void choose(String presetId) {
        OnlinePreset preset = offers.preset(presetId);
        if (preset != null) {
            load(preset, Map.of(), this::restart);
        }
    }

    private void tune(Draft<OnlineRecipe> to) {
        to.tuned();
        send(new LabCommand.Tune(to.wanted().toJson()));
    }

    /** Fetches a preset and begins with it; what of {@code changes} it cannot take is said in the banner. */
    private void load(OnlinePreset preset, Map<String, String> changes, Runnable then) {
        PresetFile.fetch(preset, changes, banner, fresh -> {
            draft = fresh;
            showDraft();
            then.run();
        });
    }

    private void begin() {
        if (ready && draft != null && reading != null) {
            draft.restarted();
            showDraft();
            int start = send(new LabCommand.Start(draft.running().toJson(), reading.source()));
            feed.asked(start, reading);
            learning.asked(start);
        }
    }

    private void showDraft() {
        if (draft != null) {
            dashboard.show(draft);
            address.accept(LabLink.hash(offers, draft, reading == null ? offers.defaultPlan() : reading.plan()));
        }
    }
}
