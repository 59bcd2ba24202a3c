package microgpt.web.lab;

import java.util.List;
import java.util.function.BooleanSupplier;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Sharing;
import microgpt.web.shell.Theme;
import microgpt.web.text.RunVerdict;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** What the reader can send of a run: its link, and a picture made here. */
final class ShareView {
    private static final String FILE = "microgpt.png";

    private final HTMLElement dialog;
    private final HTMLCanvasElement canvas;
    private final HTMLInputElement link;
    private final HTMLElement note;
    private final Theme theme;
    private final CurveView curves;
    private final SamplesView samples;
    private final BooleanSupplier readsOwnText;
    private List<LabReport.PhaseMark> phases = List.of();
    private LabReport.Progress progress = InitialProgress.PROGRESS;
    private LabReport.Gzipped gzip = new LabReport.Gzipped(0, -1, 0);

    /** {@code readsOwnText} says whether the run reads a text of the reader's: nothing it wrote is in the picture then. */
    ShareView(Panel root, Theme theme, CurveView curves, SamplesView samples, BooleanSupplier readsOwnText) {
        dialog = root.part("share-dialog");
        canvas = root.as("share-picture");
        link = root.as("share-link");
        note = root.part("share-note");
        this.theme = theme;
        this.curves = curves;
        this.samples = samples;
        this.readsOwnText = readsOwnText;
        root.part("share").onClick(event -> open());
        root.part("verdict-share").onClick(event -> open());
        HTMLElement system = root.part("share-system");
        system.setHidden(!Sharing.isThere());
        system.onClick(event -> Sharing.share(
                canvas,
                FILE,
                verdict().sentence(),
                link.getValue(),
                () -> say("It could not be shared: save the picture.")));
        root.part("share-copy-link")
                .onClick(event -> Browser.copy(
                        link.getValue(),
                        () -> say(readsOwnText.getAsBoolean() ? "Link copied, without your text." : "Link copied."),
                        () -> say("The link could not be copied: select it above.")));
        root.part("share-copy")
                .onClick(event -> Sharing.copy(
                        canvas,
                        () -> say("Picture copied."),
                        () -> say("The picture could not be copied: save it instead.")));
        root.part("share-save").onClick(event -> Browser.downloadCanvas(FILE, canvas, theme.card()));
    }

    void show(LabReport.Started report) {
        phases = report.phases();
        progress = InitialProgress.PROGRESS;
    }

    void show(LabReport.Progress report) {
        progress = report;
    }

    void show(LabReport.Gzipped report) {
        gzip = report;
    }

    private RunVerdict verdict() {
        return new RunVerdict(progress, gzip.position() == progress.position() ? gzip.bytes() : -1);
    }

    private void open() {
        link.setValue(Browser.address() + Browser.hash());
        say("");
        String title = progress.position() == 0
                ? "A small GPT that learns while you watch."
                : verdict().sentence();
        String sample = readsOwnText.getAsBoolean() ? "" : samples.newest();
        new SharePicture(theme, curves.curves(), phases).draw(canvas, title, sample, Browser.siteName());
        canvas.setAttribute("aria-label", "The picture: the curve of this run. " + title);
        Browser.showModal(dialog);
    }

    private void say(String what) {
        Dom.text(note, what);
    }
}
