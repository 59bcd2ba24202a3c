package microgpt.web.lab;

import java.util.List;
import java.util.function.Consumer;
import microgpt.config.OnlinePreset;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Shortcuts;
import microgpt.web.dom.Theme;
import microgpt.web.shell.AttentionView;
import microgpt.web.shell.Banner;
import microgpt.web.text.Catalogue;

/** The page's table of contents: which panel is shown which report. */
final class Dashboard implements LabReport.Handler {
    private final LeadView lead;
    private final TransportView transport;
    private final RibbonView ribbon;
    private final StreamView stream;
    private final NextByteView nextByte;
    private final CurveView curves;
    private final FiguresView figures;
    private final SamplesView samples;
    private final PhaseTableView phases;
    private final MechanismsView mechanisms;
    private final AttentionView attention;
    private final MachineView machine;
    private final SourceView sources;
    private final SettingsView settings;
    private final Banner banner;
    private final Lab lab;
    private boolean watchesNextByte;
    private boolean watchesAttention;

    Dashboard(Lab lab, Banner banner, Catalogue catalogue, List<OnlinePreset> presets, SourceView.Listener reader) {
        this.lab = lab;
        this.banner = banner;
        Frames frames = new Frames();
        Theme theme = new Theme();
        theme.onChange(frames::askAll);
        Consumer<LabCommand> commands = lab::send;
        lead = new LeadView(frames, catalogue.phrases());
        transport = new TransportView(commands, lab::reset);
        ribbon = new RibbonView(frames);
        stream = new StreamView(frames, theme);
        nextByte = new NextByteView(frames);
        curves = new CurveView(frames, theme);
        figures = new FiguresView(frames);
        samples = new SamplesView(lab::send, lab::untrainedHasWritten);
        phases = new PhaseTableView(frames, theme);
        mechanisms = new MechanismsView(frames);
        attention = new AttentionView(frames, theme);
        machine = new MachineView(commands);
        sources = new SourceView(catalogue.plans(), reader);
        settings = new SettingsView(catalogue, presets, lab);
        new Shortcuts()
                .on(" ", transport::toggle)
                .on("ArrowRight", transport::step)
                .on("r", lab::reset);
        Browser.onVisible(Dom.byId("next-byte"), visible -> watch(visible, watchesAttention));
        Browser.onVisible(Dom.byId("attention"), visible -> watch(watchesNextByte, visible));
    }

    @Override
    public void on(LabReport.Ready ready) {
        machine.show(ready);
        lab.workerIsReady();
    }

    @Override
    public void on(LabReport.Started started) {
        lead.show(started);
        transport.show(started);
        ribbon.show(started);
        stream.show(started);
        nextByte.show(started);
        curves.show(started);
        figures.show(started);
        samples.show(started);
        phases.show(started);
        mechanisms.show(started);
        attention.show(started);
        sources.show(started);
        lab.runIsBuilt();
    }

    @Override
    public void on(LabReport.Transport report) {
        transport.show(report);
        lead.show(report);
    }

    @Override
    public void on(LabReport.Loading loading) {
        lead.show(loading);
        ribbon.show(loading);
        sources.show(loading);
        lab.loaded(loading);
    }

    @Override
    public void on(LabReport.Progress progress) {
        lead.show(progress);
        ribbon.show(progress);
        curves.show(progress);
        figures.show(progress);
        mechanisms.show(progress);
        samples.show(progress);
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
    }

    @Override
    public void on(LabReport.Gzipped gzipped) {
        figures.show(gzipped);
    }

    @Override
    public void on(LabReport.Tuned tuned) {}

    @Override
    public void on(LabReport.SelfTested report) {
        machine.show(report);
    }

    @Override
    public void on(LabReport.Failed failed) {
        samples.show(failed);
        banner.say("Something went wrong while " + failed.doing() + ": " + failed.message());
    }

    /** Nothing moves until the reader wants it to. */
    void awaitReader() {
        transport.awaitReader();
    }

    /** Shows the recipe as the reader has left it. */
    void show(Draft draft) {
        settings.show(draft);
    }

    /** A new run stands at its beginning, and does not know yet how fast to go and what is in sight. */
    void begins(boolean typed, String plan) {
        lead.typed(typed);
        sources.typing(typed);
        if (!plan.isEmpty()) {
            sources.planIs(plan);
        }
        lab.send(new LabCommand.Speed(transport.stepsPerSecond()));
        watch(watchesNextByte, watchesAttention);
    }

    private void watch(boolean next, boolean att) {
        watchesNextByte = next;
        watchesAttention = att;
        lab.send(new LabCommand.Watch(att, next));
    }
}
