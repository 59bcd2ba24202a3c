package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.Blob;

/**
 * A long text that was about to be inserted into a field, and becomes a blob instead, a slice in each task of the page. It
 * stays the browser's own: as a text of this program it would take long.
 */
public final class LongText {
    /** UTF-16 units, which take a few milliseconds. */
    private static final int SLICE_UNITS = 1 << 18;

    /** What is shorter stays in its field: it may be a word that was typed. */
    private static final int LEAST_UNITS = 1000;

    private final JSObject units;
    private final JSObject pieces = list();
    private int made;

    private LongText(JSObject units) {
        this.units = units;
    }

    /** Given the text of a field as it would be. */
    @JSFunctor
    interface Taker extends JSObject {
        void take(JSObject units);
    }

    /** Given a long text. */
    public interface Handler {
        void accept(LongText text);
    }

    /**
     * Keeps what is pasted, dropped or inserted at once out of {@code field} where that would then have more than
     * {@code mostUnits} units, and hands over what it would have held.
     */
    public static void divert(HTMLTextAreaElement field, int mostUnits, Handler handler) {
        divertFrom(field, mostUnits, LEAST_UNITS, units -> handler.accept(new LongText(units)));
    }

    /** Makes all of it a blob by and by, then does {@code whole}. */
    public void prepare(Runnable whole) {
        if (isWhole()) {
            whole.run();
        } else {
            addSlice();
            Window.setTimeout(() -> prepare(whole), 0);
        }
    }

    /** The text in UTF-8, with lines that end as those of a field do; what is not prepared yet is made now. */
    public Blob blob() {
        while (!isWhole()) {
            addSlice();
        }
        return join(pieces);
    }

    /** No more than its first {@code most} units. */
    public String beginning(int most) {
        return beginning(units, most);
    }

    private boolean isWhole() {
        return made >= length(units);
    }

    private void addSlice() {
        made = addSlice(pieces, units, made, SLICE_UNITS);
    }

    // The event of a paste is the earlier one: when that of an insertion comes, the browser has worked on the text
    // already.
    @JSBody(
            params = {"field", "most", "least", "taker"},
            script = """
                    var divert = function(event, data) {
                      var text = event.data || data && data.getData('text/plain') || '';
                      var start = field.selectionStart, end = field.selectionEnd;
                      if (event.cancelable && text.length > least && field.textLength - (end - start) + text.length > most) {
                        event.preventDefault();
                        taker(field.value.slice(0, start) + text + field.value.slice(end));
                      }
                    };
                    field.addEventListener('paste', function(e) { divert(e, e.clipboardData); });
                    field.addEventListener('beforeinput', function(e) { divert(e, e.dataTransfer); });
                    """)
    private static native void divertFrom(HTMLTextAreaElement field, int most, int least, Taker taker);

    @JSBody(script = "return [];")
    private static native JSObject list();

    @JSBody(params = "units", script = "return units.length;")
    private static native int length(JSObject units);

    @JSBody(
            params = {"units", "most"},
            script = "return units.slice(0, most);")
    private static native String beginning(JSObject units, int most);

    /** Cuts between characters, and not between the two of a line's end. */
    @JSBody(
            params = {"pieces", "units", "from", "count"},
            script = """
                    var end = Math.min(units.length, from + count);
                    var last = function() { return units.charCodeAt(end - 1); };
                    while (end < units.length && (last() === 13 || (last() & 0xfc00) === 0xd800)) end++;
                    pieces.push(new Blob([units.slice(from, end).replace(/\\r\\n?/g, '\\n')]));
                    return end;
                    """)
    private static native int addSlice(JSObject pieces, JSObject units, int from, int count);

    @JSBody(params = "pieces", script = "return new Blob(pieces);")
    private static native Blob join(JSObject pieces);
}
