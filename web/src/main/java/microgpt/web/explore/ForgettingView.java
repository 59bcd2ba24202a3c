package microgpt.web.explore;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Palette;
import microgpt.web.chart.TransferMatrix;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.shell.Theme;
import microgpt.web.text.ForgettingText;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** What the model knows of each text after each phase, as a table of colours and numbers; what was forgotten, in a sentence. */
final class ForgettingView {
    private static final double DRAW_MILLIS = 300;
    private static final String WAITS = "There is something to forget once a second text is read.";
    private static final String NOTHING =
            "Nothing was forgotten so far: no text costs more than right after it was read.";

    /** The untrained model, one text, another. */
    private static final int LEAST_ROWS = 3;

    private final HTMLElement head;
    private final HTMLElement body;
    private final HTMLElement box;
    private final HTMLElement finding;
    private final HTMLElement backward;
    private final HTMLElement forward;
    private final HTMLElement transfers;
    private final Theme theme;
    private final Frames.Slot slot;
    private @Nullable LabReport.Forgetting newest;

    ForgettingView(Panel root, Frames frames, Theme theme, Commands<LabCommand> worker) {
        this.theme = theme;
        box = root.part("forgetting-box");
        head = root.part("forgetting-table").querySelector("thead");
        body = root.part("forgetting-table").querySelector("tbody");
        finding = root.part("forgetting-finding");
        backward = root.part("backward-transfer");
        forward = root.part("forward-transfer");
        transfers = root.part("transfers");
        slot = frames.words(DRAW_MILLIS, this::draw);
        theme.onChange(slot::ask);
        HTMLElement card = root.part("forgetting-card");
        card.setHidden(false);
        Browser.onVisible(card, visible -> worker.send(new LabCommand.WatchForgetting(visible)));
    }

    void show(LabReport.Started started) {
        newest = null;
        slot.ask();
    }

    void show(LabReport.Forgetting report) {
        newest = report;
        slot.ask();
    }

    private void draw() {
        head.clear();
        body.clear();
        LabReport.Forgetting report = newest;
        boolean some = report != null && !report.rows().isEmpty();
        box.setHidden(!some);
        transfers.setHidden(!some);
        if (report == null || !some) {
            Dom.text(finding, report == null || report.why().isEmpty() ? WAITS : "No matrix: " + report.why() + ".");
            return;
        }
        TransferMatrix matrix = new TransferMatrix(report);
        heads(matrix);
        List<Integer> texts = new ArrayList<>();
        for (LabReport.ProbeRow row : report.rows()) {
            texts.add(row.text());
        }
        for (int row = 0; row < matrix.rows(); row++) {
            row(matrix, texts, row);
        }
        say(matrix);
    }

    private void heads(TransferMatrix matrix) {
        HTMLElement row = Dom.append(head, "tr", "", "");
        Dom.append(row, "th", "", "after").setAttribute("scope", "col");
        for (int text = 0; text < matrix.texts(); text++) {
            Dom.append(row, "th", "", matrix.text(text)).setAttribute("scope", "col");
        }
    }

    private void row(TransferMatrix matrix, List<Integer> texts, int index) {
        LabReport.ProbeRow of = matrix.row(index);
        HTMLElement row = Dom.append(body, "tr", of.ended() ? "" : "now", "");
        String label = of.text() < 0
                ? "untrained"
                : of.ended()
                        ? ForgettingText.visit(texts, index, matrix.text(of.text()))
                        : "now, in " + matrix.text(of.text());
        HTMLElement name = Dom.append(row, "th", "", label);
        name.setAttribute("scope", "row");
        name.setAttribute("title", "after " + Numbers.grouped(of.position()) + " bytes");
        for (int text = 0; text < matrix.texts(); text++) {
            double bits = matrix.bits(index, text);
            HTMLElement cell = Dom.append(row, "td", text == of.text() ? "cost read" : "cost", Numbers.fixed(bits, 2));
            cell.getStyle().setProperty("background", theme.palette().colour(Palette.level(bits)));
            cell.getStyle().setProperty("color", theme.palette().ink());
        }
    }

    private void say(TransferMatrix matrix) {
        TransferMatrix.Change worst = matrix.worst();
        if (worst.text() < 0) {
            Dom.text(finding, matrix.rows() < LEAST_ROWS ? WAITS : NOTHING);
        } else {
            String text = matrix.text(worst.text());
            String after = matrix.text(matrix.row(worst.last()).text());
            Dom.text(finding, ForgettingText.worst(text, after, worst.bits()));
        }
        List<TransferMatrix.Change> back = matrix.backward();
        Dom.text(backward, ForgettingText.transfer("Backward transfer", TransferMatrix.mean(back), back.size()));
        List<TransferMatrix.Change> ahead = matrix.forward();
        Dom.text(forward, ForgettingText.transfer("Forward transfer", TransferMatrix.mean(ahead), ahead.size()));
    }
}
