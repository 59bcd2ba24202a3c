package microgpt.web.step;

import microgpt.protocol.step.StepCodec;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Banner;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Link;
import microgpt.web.shell.Shell;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** The page that steps through a GPT: which report goes to which view. */
final class StepPage implements StepReport.Handler, Commands<StepCommand> {
    /** All weights are many bytes: while it runs, they are fetched this often at most. */
    private static final int WEIGHTS_MILLIS = 400;

    private final Banner banner;
    private final HTMLElement status;
    private final HTMLElement announce;
    private final Controls controls;
    private final RowsView rows;
    private final ProbabilitiesView probabilities;
    private final NetworkView network;
    private final LossView losses;
    private final WritingView writing;
    private final MapsView maps;
    private final EmbeddingView embedding;
    private final WeightsView weights;
    private final HeatView heat;
    private final LogView log;
    private final ModelLoader loader;
    private final DivergenceView divergence;
    private final Link<StepCommand, StepReport> link;
    private Alphabet alphabet = Alphabet.NONE;
    private int model;
    private boolean weightsAsked;
    private boolean weightsStale;

    StepPage(Shell shell, String names) {
        Panel root = shell.page();
        Frames frames = shell.frames();
        Theme theme = shell.theme();
        banner = shell.banner();
        status = root.part("status");
        announce = root.part("announce");
        controls = new Controls(root, this);
        rows = new RowsView(root, frames);
        probabilities = new ProbabilitiesView(root, frames);
        network = new NetworkView(root, frames, theme);
        losses = new LossView(root, frames, theme);
        writing = new WritingView(root, this);
        maps = new MapsView(root, frames, theme);
        embedding = new EmbeddingView(root, frames, theme);
        weights = new WeightsView(root, frames, this);
        heat = new HeatView(root, frames, theme, weights::choose);
        log = new LogView(root, frames);
        DataView data = new DataView(root, banner, names);
        loader = new ModelLoader(root, this, data, controls);
        divergence = new DivergenceView(root, loader::reset);
        new ExpressionView(root, frames, theme);
        shell.shortcuts()
                .on(" ", controls::toggle)
                .on("ArrowRight", controls::forward)
                .on("r", loader::reset)
                .on("g", writing::draw);
        link = Link.start(
                "step",
                new StepCodec(),
                report -> {
                    if (report.concerns(model)) {
                        report.deliverTo(this);
                    }
                },
                why -> banner.workerStopped(why, "Reload the page to begin again."));
    }

    @Override
    public int send(StepCommand command) {
        return link.send(command);
    }

    @Override
    public void on(StepReport.Ready ready) {
        loader.first();
    }

    @Override
    public void on(StepReport.Loaded report) {
        StepCommand.Load of = loader.show(report);
        if (of == null) {
            return;
        }
        model = report.model();
        banner.clear();
        divergence.clear();
        alphabet = new Alphabet(report.characters());
        controls.show(report, of.context());
        rows.clear(alphabet);
        probabilities.clear(alphabet);
        network.build(alphabet, of.layers(), of.heads(), of.width());
        maps.clear(alphabet, of.layers(), of.heads(), of.context());
        embedding.clear(alphabet, report.matrices());
        weights.clear(report.matrices());
        heat.clear(report.matrices());
        weightsAsked = false;
        askForWeights();
        losses.clear(alphabet.size());
        writing.clear(alphabet);
        log.clear();
        log.add(Numbers.grouped(report.documents()) + " documents, " + alphabet.size() + " tokens, "
                + Numbers.grouped(report.parameters()) + " parameters");
    }

    @Override
    public void on(StepReport.Learned report) {
        for (StepReport.Row row : report.rows()) {
            rows.add(row);
            losses.add(row);
            log.add("step " + row.step() + "  " + row.text() + "[" + row.position() + "]  "
                    + alphabet.label(row.token()) + " → " + alphabet.label(row.target()) + "  loss "
                    + Numbers.fixed(row.loss(), 4) + "  rate " + Numbers.significant(row.learningRate()));
        }
        StepReport.Row last = report.rows().get(report.rows().size() - 1);
        controls.showStep(last.step());
        String sentence = sentence(last);
        Dom.text(status, sentence);
        if (!controls.isRunning()) {
            Dom.text(announce, sentence);
        }
    }

    private String sentence(StepReport.Row row) {
        double chance = microgpt.numeric.DoubleMath.exp(-row.loss());
        return "Learning “" + row.text() + "”: after " + alphabet.quoted(row.token()) + " comes "
                + alphabet.quoted(row.target()) + ", which it gave a probability of " + Numbers.percent(chance)
                + ". A loss of " + Numbers.fixed(row.loss(), 2) + ".";
    }

    @Override
    public void on(StepReport.Seen report) {
        network.show(report);
        probabilities.show(report);
        maps.show(report);
        if (report.scene() == StepReport.Scene.LEARNING) {
            askForWeights();
        } else if (report.scene() == StepReport.Scene.UNTAUGHT) {
            rows.showAhead(report);
            say("Its parameters are random, it is untrained: asked how a name begins, it gives the true "
                    + alphabet.quoted(report.target()) + " a probability of "
                    + Numbers.percent(report.values("probabilities").at(report.target()))
                    + ". Press Step forward, and it learns from that.");
        }
    }

    /** One question at a time: the next is asked when the last has been answered. */
    private void askForWeights() {
        weightsStale = weightsAsked;
        if (!weightsAsked) {
            weightsAsked = true;
            send(new StepCommand.ShowWeights());
        }
    }

    @Override
    public void on(StepReport.Running report) {
        controls.show(report);
        if (report.done() && !report.running()) {
            say("All planned steps are taken. Let it write, or raise the number of steps and run on.");
        }
    }

    @Override
    public void on(StepReport.Diverged report) {
        String sentence = divergence.show(report);
        say(sentence);
        log.add(sentence);
    }

    @Override
    public void on(StepReport.Weights report) {
        embedding.show(report);
        weights.show(report);
        heat.show(report);
        weightsAsked = false;
        if (weightsStale) {
            Window.setTimeout(this::askForWeights, WEIGHTS_MILLIS);
        }
    }

    @Override
    public void on(StepReport.Drawn report) {
        writing.show(report);
        log.add("drew " + alphabet.label(report.token()) + " after " + alphabet.all(report.context()));
    }

    @Override
    public void on(StepReport.Written report) {
        writing.show(report);
        log.add("wrote " + report.text() + (report.known() ? ", which is in the data" : ""));
    }

    @Override
    public void on(StepReport.Failed report) {
        writing.show(report);
        loader.show(report);
        banner.say("Something went wrong while " + report.doing() + ": " + report.message() + ".");
    }

    private void say(String sentence) {
        Dom.text(status, sentence);
        Dom.text(announce, sentence);
    }
}
