package microgpt.web.train;

import microgpt.numeric.DoubleMath;
import microgpt.protocol.Floats;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Duration;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The numbers of the run: how far, how fast, how good. */
final class FiguresView {
    private final Panel root;
    private final LossCurve curve;
    private final HTMLElement step;
    private final Frames.Slot words;
    private long steps;
    private long maxSteps;
    private boolean there;
    private double loss = Double.NaN;
    private double looked = Double.NaN;
    private double gap = Double.NaN;
    private double tokensPerSecond = Double.NaN;
    private TrainReport.Progress progress = none();

    /** {@code curve} has the smoothed loss, and is told of each report first. */
    FiguresView(Panel root, Frames frames, LossCurve curve) {
        this.root = root;
        step = root.part("step");
        this.curve = curve;
        words = frames.words(150, this::write);
    }

    private static TrainReport.Progress none() {
        double unknown = Double.NaN;
        return new TrainReport.Progress("", 0, Floats.EMPTY, unknown, unknown, unknown, 0, unknown);
    }

    void show(TrainReport.Started report) {
        TrainReport.Losses losses = report.losses();
        steps = losses.made();
        int columns = losses.training().size();
        loss = columns == 0 ? Double.NaN : losses.training().at(columns - 1);
        int looks = losses.validation().size();
        looked = looks == 0 ? Double.NaN : losses.validation().at(looks - 1);
        gap = looked - curve.smoothed();
        progress = none();
        tokensPerSecond = Double.NaN;
        words.ask();
    }

    void show(TrainReport.Transport report) {
        there = !report.run().isEmpty();
        if (there) {
            steps = report.steps();
            maxSteps = report.maxSteps();
        }
        words.ask();
    }

    void show(TrainReport.Progress report) {
        if (report.tokensPerSecond() > 0) {
            tokensPerSecond = report.tokensPerSecond();
        }
        progress = report;
        steps = report.steps();
        if (report.losses().size() > 0) {
            loss = report.losses().at(report.losses().size() - 1);
        }
        words.ask();
    }

    void show(TrainReport.Looked report) {
        looked = report.loss();
        gap = looked - curve.smoothed();
        words.ask();
    }

    private void write() {
        Dom.text(
                step,
                there || steps > 0 ? Numbers.grouped(steps) + " of " + Numbers.grouped(maxSteps) : Numbers.UNKNOWN);
        step.setAttribute("data-step", Long.toString(steps));
        figure("training-loss", Numbers.fixed(curve.smoothed(), 3), loss);
        figure("validation-loss", Numbers.fixed(looked, 3), looked);
        figure("perplexity", Numbers.fixed(DoubleMath.exp(looked), 2), DoubleMath.exp(looked));
        figure("gap", Numbers.fixed(gap, 3), gap);
        figure("tokens-per-second", Numbers.grouped(Math.round(tokensPerSecond)), tokensPerSecond);
        figure("elapsed", Duration.of(progress.elapsedMillis()), progress.elapsedMillis());
        double left = steps < maxSteps ? progress.leftMillis() : Double.NaN;
        figure("time-left", Duration.of(left), left);
        figure("rate-now", Numbers.significant(progress.learningRate()), progress.learningRate());
        figure("gradient-norm", Numbers.significant(progress.gradientNorm()), progress.gradientNorm());
    }

    private void figure(String id, String text, double value) {
        HTMLElement element = root.part(id);
        Dom.text(element, Double.isNaN(value) ? Numbers.UNKNOWN : text);
        element.setAttribute("data-value", Double.toString(value));
    }
}
