package microgpt.web.lab;

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
    private final HTMLElement[] rows = new HTMLElement[ROWS];
    private final HTMLElement[] bytes = new HTMLElement[ROWS];
    private final HTMLElement[] bars = new HTMLElement[ROWS];
    private final HTMLElement[] shares = new HTMLElement[ROWS];
    private final Frames.Slot slot;
    private @Nullable LabReport.NextByte newest;

    NextByteView(Panel root, Frames frames) {
        truth = root.part("next-truth");
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
    }

    private static String verdict(LabReport.NextByte report) {
        return "The byte before was " + Glyphs.name(report.truth()) + ": given "
                + Numbers.percent(Math.pow(2, -report.truthBits())) + ", it cost "
                + Numbers.fixed(report.truthBits(), 2) + " bits.";
    }
}
