package microgpt.web.lab;

import java.util.Arrays;
import microgpt.engine.Predictor;
import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;
import microgpt.web.dom.Dom;
import microgpt.web.text.Glyphs;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;

/** A sample on the page: when and by whom it was written, the prompt, and what has arrived of the text. */
final class WrittenSample {
    private final HTMLElement item;
    private final HTMLElement stamp;
    private final HTMLElement text;
    private final HTMLElement given;
    private final HTMLElement written;
    private final String note;
    private byte[] bytes = {};

    /** Stands in {@code item}; {@code note} ends its stamp. */
    WrittenSample(HTMLElement item, String note) {
        this.item = item;
        this.note = note;
        stamp = Dom.append(item, "p", "stamp", "");
        text = Dom.append(item, "p", "text", "");
        given = Dom.append(text, "span", "given", "");
        written = Dom.append(text, "span", "", "");
    }

    /** What stands there until the first byte arrives. */
    void expect(String when) {
        if (bytes.length == 0) {
            Dom.text(stamp, when);
        }
    }

    /** It was asked for. */
    void begin(String prompt) {
        item.setAttribute("data-complete", "false");
        Dom.text(given, prompt);
    }

    void show(LabReport.Sampled report) {
        byte[] piece = report.text().toArray();
        byte[] joined = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(piece, 0, joined, bytes.length, piece.length);
        if (bytes.length == 0) {
            stamp(report);
        }
        bytes = joined;
        Dom.text(written, Glyphs.text(Bytes.of(joined)));
        if (report.complete()) {
            end();
        }
    }

    /** The prompt and the text; empty before the first byte. */
    String words() {
        return bytes.length == 0 ? "" : text.getInnerText();
    }

    void end() {
        item.setAttribute("data-complete", "true");
    }

    private void stamp(LabReport.Sampled report) {
        long position = report.position();
        stamp.clear();
        Dom.append(stamp, "b", "", position == 0 ? "untrained" : Numbers.grouped(position) + " bytes");
        Dom.append(stamp, "span", "", (position == 0 ? " (" : " read (") + writer(report.by()) + ")" + note);
    }

    private static String writer(String predictor) {
        return predictor.equals(Predictor.MIXTURE.label())
                ? "the mixture"
                : predictor.equals(Predictor.CACHE.label()) ? "the transformer with its cache" : "the transformer";
    }
}
