package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.CodeLength;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The numbers of the run: bits per byte, length as a compressed text, rate, gradient, size. */
final class FiguresView {
    private final HTMLElement bitsNow;
    private final HTMLElement bitsWhole;
    private final HTMLElement codeLength;
    private final HTMLElement gzip;
    private final HTMLElement learningRate;
    private final HTMLElement gradientNorm;
    private final HTMLElement parameters;
    private final Frames.Slot slot;
    private LabReport.Progress progress = InitialProgress.PROGRESS;
    private final CodeLength length;

    /** Keeps {@code length}, which other views read. */
    FiguresView(Panel root, Frames frames, CodeLength length) {
        this.length = length;
        bitsNow = root.part("bits-now");
        bitsWhole = root.part("bits-whole");
        codeLength = root.part("code-length");
        gzip = root.part("gzip");
        learningRate = root.part("learning-rate");
        gradientNorm = root.part("gradient-norm");
        parameters = root.part("parameters");
        slot = frames.words(200, this::draw);
    }

    void show(LabReport.Started report) {
        progress = InitialProgress.PROGRESS;
        length.clear();
        Dom.text(parameters, Numbers.grouped(report.parameters()));
        slot.ask();
    }

    void show(LabReport.Progress report) {
        progress = report;
        length.add(report);
        slot.ask();
    }

    void show(LabReport.Gzipped report) {
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
