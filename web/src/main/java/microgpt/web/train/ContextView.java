package microgpt.web.train;

import java.util.Arrays;
import microgpt.numeric.Bits;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainReport;
import microgpt.web.chart.Palette;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.ByteText;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** The text that the model has read, each byte in the colour of what it cost, and the byte that was written after it. */
final class ContextView {
    private final Theme theme;
    private final HTMLElement element;
    private byte[] text = {};
    private int written;
    private @Nullable TrainReport.Inside seen;

    ContextView(Panel root, Theme theme) {
        element = root.part("inside-text");
        this.theme = theme;
        theme.onChange(this::draw);
    }

    void show(byte[] of, TrainReport.Inside report, int value) {
        text = Arrays.copyOfRange(of, of.length - report.length(), of.length);
        written = value;
        seen = report;
        draw();
    }

    private void draw() {
        TrainReport.Inside of = seen;
        if (of == null) {
            return;
        }
        element.clear();
        for (ByteText.Piece piece : ByteText.pieces(text)) {
            HTMLElement span = Dom.append(element, "span", "", piece.shown());
            if (piece.at() > 0) {
                double bits = 0;
                for (int i = piece.at(); i < piece.at() + piece.bytes(); i++) {
                    bits += Bits.ofNats(of.losses().at(i - 1));
                }
                span.getStyle().setProperty("background-color", theme.palette().colour(Palette.level(bits)));
                span.getStyle().setProperty("color", theme.palette().ink());
                span.setTitle(piece.name() + ": " + Numbers.fixed(bits, 2) + " bits");
            }
        }
        Dom.append(element, "b", "", Glyphs.of(written)).setTitle("written next: " + Glyphs.name(written));
    }
}
