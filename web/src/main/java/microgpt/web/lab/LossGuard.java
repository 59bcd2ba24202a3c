package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.text.Duration;
import microgpt.web.text.Numbers;
import org.teavm.jso.browser.Performance;
import org.teavm.jso.dom.html.HTMLElement;

/** Asks before a key, a preset or a link throws a run away that has learned for a while. */
final class LossGuard {
    private final TimeAtStake time = new TimeAtStake();
    private final HTMLElement dialog;
    private final HTMLElement text;
    private long position;

    LossGuard(Panel root) {
        dialog = root.part("lose-dialog");
        text = root.part("lose-text");
        Browser.beforeLeaving(time::isMuch);
    }

    void show(LabReport.Started report) {
        time.begin();
    }

    void show(LabReport.Progress report) {
        position = report.position();
        time.add(Performance.now());
    }

    void show(LabReport.Transport report) {
        if (!report.running()) {
            time.stand();
        }
    }

    /** Runs {@code then}, unless the reader would rather keep the run: then {@code otherwise}. */
    void ask(Browser.Action then, Browser.Action otherwise) {
        if (time.isMuch()) {
            Dom.text(
                    text,
                    "This run has read " + Numbers.grouped(position) + " bytes, in " + Duration.of(time.millis())
                            + ". A new one begins untrained, and this one cannot be brought back.");
            Browser.ask(dialog, then, otherwise);
        } else {
            then.run();
        }
    }
}
