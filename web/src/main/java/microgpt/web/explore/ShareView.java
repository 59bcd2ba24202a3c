package microgpt.web.explore;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.CurveTable;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Handover;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Sharing;
import microgpt.web.shell.Theme;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** What the reader can send of a run: its link, and a picture made here. */
final class ShareView {
    private static final String FILE = "microgpt.png";

    private final Panel root;
    private final HTMLElement dialog;
    private final HTMLCanvasElement canvas;
    private final HTMLInputElement link;
    private final HTMLElement note;
    private final Theme theme;
    private List<LabReport.PhaseMark> phases = List.of();

    ShareView(Panel root, Theme theme) {
        this.root = root;
        this.theme = theme;
        dialog = root.part("share-dialog");
        canvas = root.as("share-picture");
        link = root.as("share-link");
        note = root.part("share-note");
        openBy("share");
        openBy("verdict-share");
        HTMLElement system = root.part("share-system");
        system.setHidden(!Sharing.isThere());
        system.onClick(event -> Sharing.share(
                canvas,
                FILE,
                told("verdict"),
                link.getValue(),
                () -> say("It could not be shared: save the picture.")));
        root.part("share-copy-link")
                .onClick(event -> Browser.copy(
                        link.getValue(),
                        () -> say(told("own").isEmpty() ? "Link copied." : "Link copied, without your text."),
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
    }

    private void openBy(String part) {
        HTMLElement button = root.part(part);
        button.setHidden(false);
        button.onClick(event -> open());
    }

    private String told(String name) {
        return Handover.ask(root.root(), name);
    }

    private void open() {
        link.setValue(Browser.address() + Browser.hash());
        say("");
        String verdict = told("verdict");
        new SharePicture(theme, CurveTable.parse(told("curve")), phases)
                .draw(canvas, verdict, told("sample"), Browser.siteName());
        canvas.setAttribute("aria-label", "The picture: the curve of this run. " + verdict);
        Browser.showModal(dialog);
    }

    private void say(String what) {
        Dom.text(note, what);
    }
}
