package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** Ways in which a picture leaves the page because the reader wants it to: the system's own share sheet, and the clipboard. */
public final class Sharing {
    private Sharing() {}

    /** Whether the system can share a picture. */
    @JSBody(
            script = "return !!(navigator.canShare"
                    + " && navigator.canShare({files: [new File([''], 'a.png', {type: 'image/png'})]}));")
    public static native boolean isThere();

    /** Opens the system's share sheet with the picture and a link; one that is closed again is no failure. */
    @JSBody(
            params = {"canvas", "name", "text", "link", "failed"},
            script = "canvas.toBlob(function(b) {"
                    + " navigator.share({files: [new File([b], name, {type: 'image/png'})], text: text, url: link})"
                    + ".catch(function(e) { if (e.name !== 'AbortError') failed(); }); });")
    public static native void share(
            HTMLCanvasElement canvas, String name, String text, String link, Browser.Action failed);

    /** Puts the picture into the clipboard. */
    @JSBody(
            params = {"canvas", "done", "failed"},
            script =
                    "try { navigator.clipboard.write([new ClipboardItem({'image/png':"
                            + " new Promise(function(ok) { canvas.toBlob(ok); })})]).then(done, failed); } catch (e) { failed(); }")
    public static native void copy(HTMLCanvasElement canvas, Browser.Action done, Browser.Action failed);
}
