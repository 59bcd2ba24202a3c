package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.DivergenceText;
import org.teavm.jso.dom.html.HTMLElement;

/** Says that the run has diverged, and offers to go back to before it; in sight wherever the reader is. */
final class DivergenceView {
    private final HTMLElement row;
    private final HTMLElement text;
    private final HTMLElement back;

    /** {@code goBack} runs when the reader wants to. */
    DivergenceView(Panel root, Runnable goBack) {
        row = root.part("diverged");
        text = root.part("diverged-text");
        back = root.part("go-back");
        back.onClick(event -> goBack.run());
        root.part("diverged-close").onClick(event -> row.setHidden(true));
    }

    void show(LabReport.Started report) {
        row.setHidden(true);
    }

    /** It is another state that is shown now. */
    void close() {
        row.setHidden(true);
    }

    void show(LabReport.Diverged report) {
        row.setHidden(report.over());
        if (!report.over()) {
            Dom.text(text, DivergenceText.of(report));
            Dom.text(back, DivergenceText.offer(report));
            back.setHidden(report.backTo() < 0);
        }
    }

    /** {@code rate} is the learning rate that is in force now. */
    void show(LabReport.WentBack report, String rate) {
        Dom.text(text, DivergenceText.wentBack(report, rate));
        back.setHidden(true);
    }
}
