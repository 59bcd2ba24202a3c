package microgpt.web.train;

import java.util.Arrays;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.web.dom.Dom;
import microgpt.web.text.ByteText;
import microgpt.web.text.Glyphs;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** A text that the model writes: it grows as it comes, and when it is whole each piece of it can be picked, by keys too. */
final class SampleText {
    private final HTMLElement element;
    private final int given;
    private final Pick pick;
    private byte[] bytes;
    private List<ByteText.Piece> pieces = List.of();
    private int current;

    /** Told which byte of a text was picked. */
    interface Pick {
        /** {@code before} is all that the model had read when it wrote {@code value}. */
        void look(byte[] before, int value);
    }

    /** Begins with {@code prompt}, in {@code element}. */
    SampleText(HTMLElement element, byte[] prompt, Pick pick) {
        this.element = element;
        this.pick = pick;
        given = prompt.length;
        bytes = prompt;
        element.onEvent("click", this::click);
        element.onEvent("keydown", this::key);
    }

    byte[] bytes() {
        return bytes;
    }

    void append(byte[] piece) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(piece, 0, joined, bytes.length, piece.length);
        bytes = joined;
        element.clear();
        Dom.append(element, "span", "given", Glyphs.text(Bytes.of(Arrays.copyOf(bytes, given))));
        Dom.append(element, "span", "", Glyphs.text(Bytes.of(Arrays.copyOfRange(bytes, given, bytes.length))));
    }

    /** Nothing more comes: from now on pieces can be picked. */
    void finish() {
        pieces = ByteText.pieces(bytes);
        element.clear();
        element.setAttribute("role", "group");
        element.setAttribute("aria-label", "A sample: the arrow keys go from byte to byte, Enter looks inside");
        for (int i = 0; i < pieces.size(); i++) {
            ByteText.Piece piece = pieces.get(i);
            HTMLElement button = Dom.append(element, "span", piece.at() < given ? "byte given" : "byte", piece.shown());
            button.setAttribute("role", "button");
            button.setAttribute("tabindex", i == 0 ? "0" : "-1");
            button.setAttribute("data-piece", Integer.toString(i));
            if (piece.needsName()) {
                button.setAttribute("aria-label", piece.name());
            }
        }
    }

    private void click(Event event) {
        int picked = pieceOf(event);
        if (picked >= 0) {
            focus(picked);
            look(picked);
        }
    }

    private void key(Event event) {
        int at = pieceOf(event);
        if (at < 0) {
            return;
        }
        int last = pieces.size() - 1;
        switch (((KeyboardEvent) event).getKey()) {
            case "ArrowLeft" -> focus(Math.max(0, at - 1));
            case "ArrowRight" -> focus(Math.min(last, at + 1));
            case "Home" -> focus(0);
            case "End" -> focus(last);
            case "Enter", " " -> look(at);
            default -> {
                return;
            }
        }
        event.preventDefault();
        event.stopPropagation();
    }

    private static int pieceOf(Event event) {
        String piece = ((HTMLElement) event.getTarget()).getAttribute("data-piece");
        return piece == null ? -1 : Integer.parseInt(piece);
    }

    private void focus(int piece) {
        button(current).setAttribute("tabindex", "-1");
        current = piece;
        button(piece).setAttribute("tabindex", "0");
        button(piece).focus();
    }

    private HTMLElement button(int piece) {
        return (HTMLElement) element.getChildNodes().item(piece);
    }

    /** Where nothing was given, the text began after a line feed that is not shown. */
    private void look(int piece) {
        int at = pieces.get(piece).at();
        byte[] before = Arrays.copyOf(bytes, at);
        if (given == 0) {
            before = new byte[at + 1];
            before[0] = '\n';
            System.arraycopy(bytes, 0, before, 1, at);
        }
        if (before.length > 0) {
            pick.look(before, bytes[at] & 255);
        }
    }
}
