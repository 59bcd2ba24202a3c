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
import microgpt.web.lab.RunRequests.Place;
import microgpt.web.recipe.Draft;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Link;
import microgpt.web.shell.Shell;
import microgpt.web.shell.Shortcuts;

/** One laboratory of the page, with a worker of its own: its recipe, its stream, and whether the run is to run by itself. */
final class Lab implements Commands<LabCommand>, SettingsView.Listener, TransportView.Listener, BarView.Listener {
    private final Banner banner;
    private final Offers offers;
    private final Consumer<String> address;
    private final StreamChooser streams;
    private final Dashboard dashboard;
    private final Link<LabCommand, LabReport> link;
    private final StreamFeed feed = new StreamFeed();
    private final LearningStart learning = new LearningStart();
    private final RunRequests requests = new RunRequests();
    private @Nullable Draft<OnlineRecipe> draft;
    /** That of the present run, which a preset that cannot be begun with does not replace. */
    private @Nullable Draft<OnlineRecipe> draftOfRun;
    /** What the present run reads; before the first, what that will read. */
    private @Nullable StreamChoice reading;

    private int run;
    private boolean ready;
    private boolean runs = !Browser.matches("(prefers-reduced-motion: reduce)") && !Browser.savesData();

    /** {@code address} is told the hash of the present recipe's link whenever that changes. */
    Lab(Shell shell, Panel root, Offers offers, Consumer<String> address) {
        banner = shell.banner();
        this.offers = offers;
        this.address = address;
        streams = new StreamChooser(this);
        dashboard = new Dashboard(root, shell, this, offers, streams);
        link = Link.start(
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
        link.share(root.root());
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
        load(wanted.preset(), wanted.changes(), () -> streams.openPlan(wanted.plan()), Place.PAGE);
    }

    @Override
    public int send(LabCommand command) {
        return ready ? link.send(command) : 0;
    }

    void workerIsReady() {
        ready = true;
        begin(reading, Place.PAGE);
    }

    /** Reads another stream because the reader asked for it: from its start, knowing nothing, and at once. */
    void read(StreamChoice next) {
        read(next, () -> {});
    }

    private void read(StreamChoice next, Browser.Action otherwise) {
        dashboard.askBeforeLoss(
                () -> {
                    dashboard.clearComplaints();
                    begin(next, Place.STREAM);
                },
                otherwise);
    }

    @Override
    public void readPlan(String name, Browser.Action otherwise) {
        streams.fetchPlan(name, plan -> read(plan, otherwise));
    }

    /** Stands at the start of another stream, and reads it unless the reader wants stillness. */
    void open(StreamChoice next) {
        begin(next, Place.PAGE);
    }

    /** Says why what the reader has chosen cannot be read; the present run goes on. */
    void refuseStream(String why) {
        dashboard.complain(reading == null ? Place.PAGE : Place.STREAM, why);
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
        RunRequests.Request request = requests.built(newRun);
        if (stream != null && request != null) {
            reading = stream;
            runs |= request.isAtOnce();
            draftOfRun = request.draft();
            draftOfRun.restarted(request.recipe());
            showDraft();
            learning.built(newRun, dashboard.begin(stream, request.recipe()));
            feed.begin(this);
            if (runs) {
                dashboard.runsSoon();
            }
            Browser.announce("run");
        }
    }

    void sampled(LabReport.Sampled report) {
        if (learning.allowedBy(report)) {
            learn();
        }
    }

    /** Whether the command of this number was sent here, and not by another program of the page. */
    boolean asked(int command) {
        return link.sent(command);
    }

    /** Whether the command of this number asked for a run that was not built yet. */
    boolean asksForRun(int command) {
        return requests.isRun(command);
    }

    /** Says where the reader is told; the present run stays as it was, and so does the recipe that is shown. */
    Place failed(LabReport.Failed report) {
        if (learning.allowedBy(report)) {
            learn();
        }
        if (requests.isRun(report.command()) && draftOfRun != null) {
            draft = draftOfRun;
            showDraft();
        }
        return requests.failed(report.command());
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

    /** More of the same, and at once. */
    void readOn() {
        send(new LabCommand.ReadOn());
        run();
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
        dashboard.askBeforeLoss(
                () -> {
                    dashboard.clearComplaints();
                    begin(reading, Place.PAGE);
                },
                () -> {});
    }

    @Override
    public void limitSpeed(double bytesPerSecond) {
        int stride = draftOfRun == null ? 1 : draftOfRun.running().online().stride();
        send(new LabCommand.Speed(bytesPerSecond / stride));
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
    public String raceAgainst(String key) {
        StreamChoice stream = reading;
        return LabLink.race(stream == null ? offers.defaultPlan() : stream.plan(), draft, key);
    }

    @Override
    public void restart() {
        dashboard.askBeforeLoss(this::beginChanged, () -> {});
    }

    private void beginChanged() {
        dashboard.clearComplaints();
        begin(reading, Place.SETTINGS);
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
            dashboard.askBeforeLoss(() -> load(preset, Map.of(), this::beginChanged, Place.SETTINGS), this::showDraft);
        }
    }

    /** Gives a run that has diverged what it had before. */
    void goBack() {
        send(new LabCommand.GoBack());
        learn();
    }

    /** The answer is the learning rate that is in force again. */
    String wentBack(LabReport.WentBack report) {
        OnlineRecipe recipe = takeRecipe(report.recipe());
        return recipe.value("optimizer.learning_rate");
    }

    /** The worker has put in force what of {@code json} can change while running. */
    OnlineRecipe takeRecipe(String json) {
        OnlineRecipe recipe = OnlineRecipe.parse(json, "recipe");
        if (draftOfRun != null) {
            draftOfRun.tunedTo(recipe);
            showDraft();
        }
        return recipe;
    }

    private void tune(Draft<OnlineRecipe> to) {
        to.tuned();
        requests.asked(send(new LabCommand.Tune(to.wanted().toJson())), Place.SETTINGS);
    }

    /** Fetches a preset and begins with it; what of {@code changes} it cannot take is said in the banner. */
    private void load(OnlinePreset preset, Map<String, String> changes, Runnable then, Place place) {
        Consumer<Draft<OnlineRecipe>> take = fresh -> {
            draft = fresh;
            showDraft();
            then.run();
        };
        PresetFile.fetch(preset, changes, banner, take, why -> {
            showDraft();
            dashboard.complain(place, why);
        });
    }

    /** Asks for a run of the recipe that is wanted; until it is built the present one stays. */
    private void begin(@Nullable StreamChoice next, Place place) {
        if (!ready) {
            reading = next;
        } else if (draft != null && next != null) {
            OnlineRecipe recipe = draft.wanted();
            int start = send(new LabCommand.Start(recipe.toJson(), next.source()));
            feed.asked(start, next);
            requests.asked(start, new RunRequests.Request(next, draft, recipe, place));
            if (!next.isFetched()) {
                learning.asked(start);
            }
        }
    }

    private void showDraft() {
        if (draft != null) {
            dashboard.show(draft);
            address.accept(LabLink.hash(offers, draft, reading == null ? offers.defaultPlan() : reading.plan()));
        }
    }
}
