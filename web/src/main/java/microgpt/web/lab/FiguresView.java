package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.text.CodeLength;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The numbers of the run: bits per byte, length as a compressed text, rate, gradient, size. */
public final class FiguresView {
    private final HTMLElement bitsNow = Dom.byId("bits-now");
    private final HTMLElement bitsWhole = Dom.byId("bits-whole");
    private final HTMLElement codeLength = Dom.byId("code-length");
    private final HTMLElement gzip = Dom.byId("gzip");
    private final HTMLElement learningRate = Dom.byId("learning-rate");
    private final HTMLElement gradientNorm = Dom.byId("gradient-norm");
    private final HTMLElement parameters = Dom.byId("parameters");
    private final Frames.Slot slot;
    private LabReport.Progress progress = NothingYet.PROGRESS;
    private final CodeLength length = new CodeLength();

    public FiguresView(Frames frames) {
        slot = frames.words(200, this::draw);
    }

    public void show(LabReport.Started report) {
        progress = NothingYet.PROGRESS;
        length.clear();
        Dom.text(parameters, Numbers.grouped(report.parameters()));
        slot.ask();
    }

    public void show(LabReport.Progress report) {
        progress = report;
        length.add(report);
        slot.ask();
    }

    public void show(LabReport.Gzipped report) {
        length.add(report);
        slot.ask();
    }

    private void draw() {
        Dom.text(bitsNow, Numbers.fixed(progress.fast(), 2));
        bitsNow.setAttribute("data-value", Double.toString(progress.fast()));
        Dom.text(bitsWhole, Numbers.fixed(progress.whole(), 3));
        bitsWhole.setAttribute("data-value", Double.toString(progress.whole()));
        bitsWhole.setAttribute("data-position", Long.toString(progress.position()));
        Dom.text(learningRate, Numbers.significant(progress.learningRate()));
        Dom.text(gradientNorm, Numbers.significant(progress.gradientNorm()));
        Dom.text(codeLength, length.now());
        Dom.text(gzip, length.comparison());
    }
}
