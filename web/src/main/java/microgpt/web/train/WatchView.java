package microgpt.web.train;

import microgpt.protocol.TrainReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** How far the run is and how well it does. */
final class WatchView {
    private final HTMLElement step = Dom.byId("step");
    private final HTMLElement training = Dom.byId("training-loss");
    private final HTMLElement validation = Dom.byId("validation-loss");
    private final Frames.Slot words;
    private long steps;
    private long maxSteps;
    private double loss = Double.NaN;
    private double looked = Double.NaN;

    WatchView(Frames frames) {
        words = frames.words(150, this::write);
    }

    void show(TrainReport.Started report) {
        TrainReport.Losses losses = report.losses();
        steps = losses.training().size();
        loss = steps == 0 ? Double.NaN : losses.training().at((int) steps - 1);
        int looks = losses.validation().size();
        looked = looks == 0 ? Double.NaN : losses.validation().at(looks - 1);
        words.ask();
    }

    void show(TrainReport.Transport report) {
        steps = report.steps();
        maxSteps = report.maxSteps();
        words.ask();
    }

    void show(TrainReport.Progress report) {
        steps = report.steps();
        if (report.losses().size() > 0) {
            loss = report.losses().at(report.losses().size() - 1);
        }
        words.ask();
    }

    void show(TrainReport.Looked report) {
        looked = report.loss();
        words.ask();
    }

    private void write() {
        Dom.text(step, Numbers.grouped(steps) + " of " + Numbers.grouped(maxSteps));
        step.setAttribute("data-step", Long.toString(steps));
        figure(training, loss);
        figure(validation, looked);
    }

    private static void figure(HTMLElement element, double value) {
        Dom.text(element, Numbers.fixed(value, 3));
        element.setAttribute("data-value", Double.toString(value));
    }
}
