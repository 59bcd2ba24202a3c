package microgpt.web.lab;

import microgpt.config.OnlineRecipe;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Handover;
import microgpt.web.dom.Panel;
import microgpt.web.recipe.Draft;
import microgpt.web.shell.AttentionView;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Note;
import microgpt.web.shell.Shell;
import microgpt.web.shell.Shortcuts;
import microgpt.web.shell.Theme;
import microgpt.web.text.CodeLength;
import microgpt.web.text.Numbers;

/** The page's table of contents: which panel is shown which report. */
final class Dashboard implements LabReport.Handler {
    private final LossGuard guard;
    private final DivergenceView divergence;
    private final StatusView status;
    private final TransportView transport;
    private final BarView bar;
    private final DuelView duel;
    private final PhaseBarView phaseBar;
    private final StreamView stream;
    private final NextByteView nextByte;
    private final CurveView curves;
    private final LiveChanges changes;
    private final SharesView shares;
    private final FiguresView figures;
    private final EncodingView encoding;
    private final DecodingView decoding;
    private final SamplesView samples;
    private final VerdictView verdict;
    private final PhaseTableView phases;
    private final MechanismsView mechanisms;
    private final AttentionView attention;
    private final MachineView machine;
    private final SourceView sources;
    private final SettingsView settings;
    private final Note sampleNote;
    private final Note codeNote;
    private final Banner banner;
    private final Lab lab;
    /** The one that the run is on. */
    private int course;

    private boolean watchesNextByte;
    private boolean watchesAttention;

    Dashboard(Panel root, Shell shell, Lab lab, Offers offers, SourceView.Listener reader) {
        this.lab = lab;
        banner = shell.banner();
        Frames frames = shell.frames();
        Theme theme = shell.theme();
        guard = new LossGuard(root);
        divergence = new DivergenceView(root, lab::goBack);
        status = new StatusView(root, frames, offers.catalogue().phrases());
        transport = new TransportView(root, lab);
        bar = new BarView(root, offers.catalogue(), lab);
        CodeLength length = new CodeLength();
        duel = new DuelView(root, frames, length);
        phaseBar = new PhaseBarView(root, frames);
        stream = new StreamView(root, frames, theme);
        nextByte = new NextByteView(root, frames);
        curves = new CurveView(root, frames, theme);
        changes = new LiveChanges(offers.catalogue());
        shares = new SharesView(root, frames, theme, curves);
        figures = new FiguresView(root, frames, length);
        encoding = new EncodingView(root, frames, lab);
        decoding = new DecodingView(root, status, stream, lab, reader);
        samples = new SamplesView(root, lab);
        verdict = new VerdictView(root, lab::readOn, lab::readsOwnText, lab::raceAgainst);
        Handover.offer(root.root(), "curve", curves::table);
        Handover.offer(root.root(), "verdict", status::verdict);
        Handover.offer(root.root(), "own", () -> lab.readsOwnText() ? "yes" : "");
        Handover.offer(root.root(), "sample", () -> lab.readsOwnText() ? "" : samples.newest());
        phases = new PhaseTableView(root, frames, theme);
        mechanisms = new MechanismsView(root, frames);
        new WorthView(root);
        attention = new AttentionView(root, frames, theme);
        machine = new MachineView(root, shell.header(), lab);
        sources = new SourceView(root, banner, offers.catalogue().plans(), reader);
        settings = new SettingsView(root, banner, offers, lab);
        sampleNote = new Note(root.part("sample-error"), banner);
        codeNote = new Note(root.part("code-error"), banner);
        Browser.onVisible(root.part("next-byte"), visible -> watch(visible, watchesAttention));
        Browser.onVisible(root.part("attention"), visible -> watch(watchesNextByte, visible));
    }

    /** The keys of the page do what the transport's buttons do. */
    void takeKeys(Shortcuts shortcuts) {
        shortcuts.on(" ", transport::toggle).on("ArrowRight", transport::step).on("r", lab::reset);
    }

    @Override
    public void on(LabReport.Ready ready) {
        machine.show(ready);
        lab.workerIsReady();
    }

    @Override
    public void on(LabReport.Started started) {
        guard.show(started);
        divergence.show(started);
        status.show(started);
        transport.show(started);
        phaseBar.show(started);
        stream.show(started);
        nextByte.show(started);
        course = 0;
        curves.show(started);
        shares.show(started);
        figures.show(started);
        duel.show();
        encoding.show(started);
        decoding.close();
        samples.show(started);
        verdict.show(started);
        phases.show(started);
        mechanisms.show(started);
        attention.show(started);
        sources.show(started);
        lab.built(started.run());
    }

    @Override
    public void on(LabReport.Awaited report) {
        sources.show(report);
    }

    @Override
    public void on(LabReport.Transport report) {
        guard.show(report);
        transport.show(report);
        status.show(report);
        samples.show(report);
        verdict.show(report);
    }

    @Override
    public void on(LabReport.Loading loading) {
        status.show(loading);
        phaseBar.show(loading);
        samples.show(loading);
        sources.show(loading);
        lab.loaded(loading);
    }

    @Override
    public void on(LabReport.Progress progress) {
        guard.show(progress);
        transport.show(progress);
        status.show(progress);
        phaseBar.show(progress);
        curves.show(progress);
        shares.show(progress);
        figures.show(progress);
        duel.show();
        encoding.show(progress);
        mechanisms.show(progress);
        samples.show(progress);
        verdict.show(progress);
    }

    @Override
    public void on(LabReport.Events events) {
        curves.show(events);
    }

    @Override
    public void on(LabReport.Read read) {
        stream.show(read);
    }

    @Override
    public void on(LabReport.Phases report) {
        phases.show(report);
        status.show(report);
        verdict.show(report);
    }

    @Override
    public void on(LabReport.NextByte report) {
        nextByte.show(report);
    }

    @Override
    public void on(LabReport.Attention report) {
        attention.show(report);
    }

    @Override
    public void on(LabReport.Sampled sampled) {
        samples.show(sampled);
        lab.sampled(sampled);
    }

    @Override
    public void on(LabReport.Gzipped gzipped) {
        figures.show(gzipped);
        duel.show();
        status.show(gzipped);
        encoding.show(gzipped);
        curves.show(gzipped);
    }

    @Override
    public void on(LabReport.Tuned tuned) {
        curves.mark(tuned.position(), changes.become(tuned.recipe()));
    }

    @Override
    public void on(LabReport.Diverged report) {
        divergence.show(report);
    }

    @Override
    public void on(LabReport.WentBack report) {
        clearComplaints();
        divergence.show(report, lab.wentBack(report));
        String changed = changes.become(report.recipe());
        curves.mark(
                report.position(),
                "weights of byte " + Numbers.grouped(report.backTo()) + (changed.isEmpty() ? "" : ", " + changed));
    }

    @Override
    public void on(LabReport.Courses report) {
        course = report.present();
        curves.show(report);
    }

    @Override
    public void on(LabReport.Travelled report) {
        if (report.arrived()) {
            clearComplaints();
            divergence.close();
            changes.become(report.recipe());
            lab.takeRecipe(report.recipe());
            shares.show(report, course);
            curves.show(report);
            stream.show(report);
            course = report.course();
        }
    }

    @Override
    public void on(LabReport.SelfTested report) {
        machine.show(report);
    }

    @Override
    public void on(LabReport.Encoding report) {
        encoding.show(report);
    }

    @Override
    public void on(LabReport.Encoded report) {
        encoding.show(report);
    }

    @Override
    public void on(LabReport.Decoding report) {
        decoding.show(report);
    }

    @Override
    public void on(LabReport.Decoded report) {
        decoding.show(report);
    }

    @Override
    public void on(LabReport.Described report) {} // for who joins later

    /** Shown by the program that asks for it. */
    @Override
    public void on(LabReport.ModelPicture report) {}

    @Override
    public void on(LabReport.EmbeddingMap report) {}

    @Override
    public void on(LabReport.Forgetting report) {}

    @Override
    public void on(LabReport.Failed failed) {
        if (!lab.asked(failed.command())) {
            return;
        }
        boolean ofSample = samples.show(failed);
        boolean ofCoding = encoding.show(failed);
        boolean ofRunToCome = lab.asksForRun(failed.command());
        RunRequests.Place place = lab.failed(failed);
        if (decoding.show(failed)) {
            return;
        }
        String message = "Something went wrong while " + failed.doing() + ": " + failed.message() + ".";
        if (ofSample) {
            sampleNote.say(message);
        } else if (ofCoding) {
            codeNote.say(message);
        } else {
            complain(place, ofRunToCome ? message + " The run before stays as it was." : message);
        }
    }

    @Override
    public void on(LabReport.Supposed report) {}

    @Override
    public void on(LabReport.Predicted report) {}

    @Override
    public void on(LabReport.Inserted report) {}

    @Override
    public void on(LabReport.Reached report) {}

    /** Says what went wrong where the reader has asked for it. */
    void complain(RunRequests.Place place, String message) {
        switch (place) {
            case STREAM -> sources.note().say(message);
            case SETTINGS -> settings.note().say(message);
            case PAGE -> banner.say(message);
        }
    }

    /** The reader tries something else: what went wrong before is over. */
    void clearComplaints() {
        banner.clear();
        sources.note().clear();
        settings.note().clear();
        sampleNote.clear();
        codeNote.clear();
    }

    /** Has a coded file of that name decoded in front of the reader; the run waits, as it is. */
    void decode(String name, Bytes file) {
        clearComplaints();
        decoding.begin(name, file);
    }

    /** What throws the run away and what happens if the reader would rather keep it. */
    void askBeforeLoss(Browser.Action then, Browser.Action otherwise) {
        guard.ask(then, otherwise);
    }

    /** What is on the page is the run's again. */
    void showRun() {
        decoding.close();
    }

    /** The new run begins by itself. */
    void runsSoon() {
        status.runsSoon();
    }

    /** Nothing moves until the reader wants it to. */
    void awaitReader() {
        transport.awaitReader();
    }

    /** Shows the recipe as the reader has left it. */
    void show(Draft<OnlineRecipe> draft) {
        settings.show(draft);
        bar.show(draft);
    }

    /**
     * A new run stands at its beginning, and does not know yet how fast to go and what is in sight; the answer is what its
     * untrained model was asked to write.
     */
    SampleRequest begin(StreamChoice stream, OnlineRecipe recipe) {
        changes.begin(recipe);
        status.typed(stream.isTyped());
        sources.typing(stream.isTyped());
        bar.reads(stream);
        if (!stream.plan().isEmpty()) {
            sources.planIs(stream.plan());
        }
        SampleRequest untrained = samples.begin(stream);
        lab.limitSpeed(transport.bytesPerSecond());
        watch(watchesNextByte, watchesAttention);
        return untrained;
    }

    private void watch(boolean next, boolean att) {
        watchesNextByte = next;
        watchesAttention = att;
        lab.send(new LabCommand.Watch(att, next));
    }
}
