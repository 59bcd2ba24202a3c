package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Int8Array;

/** Calls that TeaVM's browser types lack, one line of JavaScript each. */
public final class Browser {
    private Browser() {}

    /** Told whether something is so, now and whenever it changes. */
    @JSFunctor
    public interface Flag extends JSObject {
        void set(boolean value);
    }

    /** Something to do. */
    @JSFunctor
    public interface Action extends JSObject {
        void run();
    }

    /** Given a text. */
    @JSFunctor
    public interface TextHandler extends JSObject {
        void accept(String text);
    }

    /** Tells the page's scripts and its other programs that something of that name has happened. */
    @JSBody(params = "event", script = "dispatchEvent(new Event(event));")
    public static native void announce(String event);

    /** Runs {@code action} whenever a program of the page {@linkplain #announce announces} {@code event}. */
    @JSBody(
            params = {"event", "action"},
            script = "addEventListener(event, function() { action(); });")
    public static native void onAnnounced(String event, Action action);

    @JSBody(params = "query", script = "return matchMedia(query).matches;")
    public static native boolean matches(String query);

    @JSBody(
            params = {"query", "flag"},
            script = "matchMedia(query).addEventListener('change', function(e) { flag(e.matches); });")
    public static native void onMatch(String query, Flag flag);

    @JSBody(script = "return !!(navigator.connection && navigator.connection.saveData);")
    public static native boolean savesData();

    @JSBody(
            params = {"element", "flag"},
            script =
                    "new IntersectionObserver(function(e) { flag(e[e.length - 1].isIntersecting); }, {rootMargin: '80px'})"
                            + ".observe(element);")
    public static native void onVisible(HTMLElement element, Flag flag);

    @JSBody(
            params = {"element", "action"},
            script = "new ResizeObserver(function() { action(); }).observe(element);")
    public static native void onResize(HTMLElement element, Action action);

    @JSBody(
            params = "name",
            script = "return getComputedStyle(document.documentElement).getPropertyValue(name).trim();")
    public static native String cssVariable(String name);

    /** Asks in a dialog whose buttons close it with a value; {@code then} runs if that is {@code yes}, else {@code otherwise}. */
    @JSBody(
            params = {"dialog", "then", "otherwise"},
            script = "dialog.returnValue = ''; dialog.showModal(); dialog.addEventListener('close', function() {"
                    + " if (dialog.returnValue === 'yes') then(); else otherwise(); }, {once: true});")
    public static native void ask(HTMLElement dialog, Action then, Action otherwise);

    /** Takes the reader to the first control inside {@code element}. */
    @JSBody(
            params = "element",
            script = "element.scrollIntoView({ block: 'start' });"
                    + " element.querySelector('summary, button, input, select, textarea').focus();")
    public static native void focusInside(HTMLElement element);

    @JSBody(params = "element", script = "element.showModal();")
    public static native void showModal(HTMLElement dialog);

    @JSBody(params = "element", script = "return element.open;")
    public static native boolean isOpen(HTMLElement element);

    /** Whether a dialog has the reader's attention. */
    @JSBody(script = "return !!document.querySelector('dialog[open]');")
    public static native boolean isDialogOpen();

    @JSBody(params = "element", script = "element.close();")
    public static native void close(HTMLElement dialog);

    /** Whether no closed part of the page hides what surrounds {@code element}. */
    @JSBody(
            params = "element",
            script = "var p = element.parentElement; return !p.checkVisibility || p.checkVisibility();")
    public static native boolean isUnfolded(HTMLElement element);

    /** Scrolls no farther than needed to see all of {@code element}. */
    @JSBody(params = "element", script = "element.scrollIntoView({ block: 'nearest' });")
    public static native void bringIntoSight(HTMLElement element);

    /** Opens what is folded around {@code element}, and scrolls to it. */
    @JSBody(
            params = "element",
            script = "var d = element.closest('details'); if (d) d.open = true;"
                    + " element.scrollIntoView({ block: 'center' });")
    public static native void unfold(HTMLElement element);

    /** The site as a reader would write it down: host and path. */
    @JSBody(script = "return location.host + location.pathname.replace(/index\\.html$/, '').replace(/\\/$/, '');")
    public static native String siteName();

    @JSBody(script = "return devicePixelRatio || 1;")
    public static native double pixelRatio();

    /** Writes the hash of the address without adding to the history; with it the browser saves all fields, so only if it is another. */
    @JSBody(
            params = "hash",
            script =
                    "if (location.hash !== hash) { history.replaceState(null, '', hash || location.pathname + location.search); }")
    public static native void replaceHash(String hash);

    @JSBody(
            params = {"text", "done", "failed"},
            script = "navigator.clipboard ? navigator.clipboard.writeText(text).then(done, failed) : failed();")
    public static native void copy(String text, Action done, Action failed);

    /** Fetches a text of the site; {@code failed} gets the reason. */
    @JSBody(
            params = {"address", "done", "failed"},
            script = "fetch(address).then(function(r) { if (!r.ok) throw new Error(address + ': ' + r.status);"
                    + " return r.text(); }).then(done, function(e) { failed(e.message); });")
    public static native void fetchText(String address, TextHandler done, TextHandler failed);

    @JSBody(
            params = {"key", "fallback"},
            script = "try { return localStorage.getItem(key) || fallback; } catch (e) { return fallback; }")
    public static native String remembered(String key, String fallback);

    @JSBody(
            params = {"key", "value"},
            script = "try { localStorage.setItem(key, value); } catch (e) { }")
    public static native void remember(String key, String value);

    /** Given the bytes of a slice. */
    @JSFunctor
    public interface BytesHandler extends JSObject {
        void accept(Int8Array bytes);
    }

    @JSBody(
            params = {"blob", "done", "failed"},
            script = "blob.arrayBuffer().then(function(b) { done(new Int8Array(b)); },"
                    + " function(e) { failed(e.message); });")
    public static native void readBytes(Blob blob, BytesHandler done, TextHandler failed);

    /** The text in a field as bytes in UTF-8, which never become a text of this program: ten million would take it long. */
    @JSBody(params = "field", script = "return new Blob([field.value]);")
    public static native Blob textOf(HTMLTextAreaElement field);

    @JSBody(script = "return location.href.split('#')[0];")
    public static native String address();

    /** Whether the key means something where the focus is: in a field, a menu; of a slider only what moves it. */
    @JSBody(params = "event", script = """
                    if (event.defaultPrevented) return true;
                    if (event.target.closest('[type=range]')) return /^(Arrow|Page|Home|End)/.test(event.key);
                    return !!event.target.closest('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]')
                      || (!!event.target.closest('[type=radio]') && event.key !== '?');""")
    public static native boolean wantsKeys(KeyboardEvent event);

    /** Whether the space bar presses what has the focus. */
    @JSBody(
            params = "event",
            script = "return !!event.target.closest('button, summary, a, input:not([type=range]), [role=button]');")
    public static native boolean isPressable(KeyboardEvent event);

    /** Saves a text as a file of the reader's. */
    @JSBody(
            params = {"name", "type", "text"},
            script = "var a = document.createElement('a'); a.download = name;"
                    + " a.href = URL.createObjectURL(new Blob([text], {type: type})); a.click();"
                    + " setTimeout(function() { URL.revokeObjectURL(a.href); }, 10000);")
    public static native void download(String name, String type, String text);

    /** Saves a canvas, on a ground of this colour, as a PNG file of the reader's. */
    @JSBody(
            params = {"name", "canvas", "ground"},
            script = "var c = document.createElement('canvas'); c.width = canvas.width; c.height = canvas.height;"
                    + " var g = c.getContext('2d'); g.fillStyle = ground; g.fillRect(0, 0, c.width, c.height);"
                    + " g.drawImage(canvas, 0, 0); c.toBlob(function(b) {"
                    + " var a = document.createElement('a'); a.download = name; a.href = URL.createObjectURL(b);"
                    + " a.click(); setTimeout(function() { URL.revokeObjectURL(a.href); }, 10000); });")
    public static native void downloadCanvas(String name, HTMLCanvasElement canvas, String ground);

    /** Asks something that is true or false. */
    @JSFunctor
    public interface Question extends JSObject {
        boolean ask();
    }

    /** Does something when the page goes out of sight, which may be for good. */
    @JSBody(
            params = "action",
            script = "document.addEventListener('visibilitychange', function() {"
                    + " if (document.visibilityState === 'hidden') action(); });")
    public static native void onHidden(Action action);

    /** Lets the browser ask before the page is left, if {@code doubt} says so. */
    @JSBody(
            params = "doubt",
            script = "addEventListener('beforeunload', function(e) {"
                    + " if (doubt()) { e.preventDefault(); e.returnValue = ''; } });")
    public static native void beforeLeaving(Question doubt);

    @JSBody(
            params = {"element", "behavior"},
            script = "element.scrollIntoView({behavior: behavior, block: 'start'});")
    public static native void scrollTo(HTMLElement element, String behavior);

    @JSBody(script = "return location.origin;")
    public static native String origin();

    @JSBody(script = "return location.hash;")
    public static native String hash();

    @JSBody(script = "location.reload();")
    public static native void reload();
}
