package microgpt.web.lab;

import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The ten likeliest next bytes with their probabilities, and what the last one turned out to be. */
final class NextByteView {
    private static final int ROWS = 10;

    private final HTMLElement truth;
    private final HTMLElement remembered;
    private final HTMLElement neighbours;
    private final HTMLElement[] rows = new HTMLElement[ROWS];
    private final HTMLElement[] bytes = new HTMLElement[ROWS];
    private final HTMLElement[] bars = new HTMLElement[ROWS];
    private final HTMLElement[] shares = new HTMLElement[ROWS];
    private final Frames.Slot slot;
    private @Nullable LabReport.NextByte newest;

    NextByteView(Panel root, Frames frames) {
        truth = root.part("next-truth");
        remembered = root.part("remembered");
        neighbours = root.part("neighbours");
        HTMLElement list = root.part("next-byte");
        for (int i = 0; i < ROWS; i++) {
            rows[i] = Dom.append(list, "li", "", "");
            bytes[i] = Dom.append(rows[i], "span", "byte", "");
            bars[i] = Dom.append(Dom.append(rows[i], "span", "track", ""), "i", "", "");
            shares[i] = Dom.append(rows[i], "span", "share", "");
        }
        slot = frames.words(150, this::draw);
    }

    void show(LabReport.Started report) {
        newest = null;
        slot.ask();
    }

    void show(LabReport.NextByte report) {
        newest = report;
        slot.ask();
    }

    private void draw() {
        LabReport.NextByte report = newest;
        int count = report == null ? 0 : Math.min(ROWS, report.candidates().size());
        for (int i = 0; i < ROWS; i++) {
            rows[i].setHidden(i >= count);
        }
        remembered.setHidden(report == null || report.neighbours().isEmpty());
        if (report == null) {
            Dom.text(truth, "");
            return;
        }
        for (int i = 0; i < count; i++) {
            int value = report.candidates().at(i) & 255;
            double share = report.probabilities().at(i);
            Dom.text(bytes[i], Glyphs.of(value));
            bytes[i].setTitle(Glyphs.name(value));
            bars[i].getStyle().setProperty("transform", "scaleX(" + Math.round(share * 1000) / 1000.0 + ")");
            Dom.text(shares[i], Numbers.percent(share));
        }
        Dom.text(truth, report.truth() < 0 ? "" : verdict(report));
        showNeighbours(report.neighbours());
    }

    /** Where the transformer was in a like state, with the byte that followed there. */
    private void showNeighbours(List<LabReport.Neighbour> places) {
        neighbours.clear();
        for (LabReport.Neighbour place : places) {
            HTMLElement row = Dom.append(neighbours, "li", "", "");
            StringBuilder before = new StringBuilder();
            for (int i = 0; i + 1 < place.text().size(); i++) {
                before.append(Glyphs.of(place.text().at(i) & 255));
            }
            Dom.append(row, "span", "before", before.toString());
            Dom.append(row, "b", "", Glyphs.of(place.text().at(place.text().size() - 1) & 255));
            Dom.append(row, "span", "share", Numbers.percent(place.share()));
            row.setTitle("byte " + Numbers.grouped(place.position()));
        }
    }

    private static String verdict(LabReport.NextByte report) {
        return "The byte before was " + Glyphs.name(report.truth()) + ": given "
                + Numbers.percent(Math.pow(2, -report.truthBits())) + ", it cost "
                + Numbers.fixed(report.truthBits(), 2) + " bits.";
    }
}
