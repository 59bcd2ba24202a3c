package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** What a page asks of the browser about what it keeps: to keep it well, and to hand it out. */
public final class SiteStorage {
    private SiteStorage() {}

    /** Hands the reader a file. */
    @JSBody(
            params = {"name", "bytes"},
            script = "var link = document.createElement('a');"
                    + "link.href = URL.createObjectURL(new Blob([bytes]));"
                    + "link.download = name;"
                    + "link.click();"
                    + "setTimeout(function() { URL.revokeObjectURL(link.href); }, 60000);")
    public static native void download(String name, Int8Array bytes);

    /** Asks the browser not to clear what this site keeps, unless it has promised; {@code answered} whatever it says. */
    @JSBody(
            params = "answered",
            script = "if (!navigator.storage || !navigator.storage.persist) { return; }"
                    + "navigator.storage.persisted()"
                    + ".then(function(kept) { return kept || navigator.storage.persist(); })"
                    + ".then(function() { answered(); }, function() { answered(); });")
    public static native void persist(Browser.Action answered);

    /** Whether tabs of this site can tell each other what is in use. */
    @JSBody(script = "return !!navigator.locks;")
    public static native boolean hasLocks();

    /** Does {@code action} once no tab holds the lock of that name; at once where there are none. */
    @JSBody(
            params = {"lock", "action"},
            script = "if (!navigator.locks) { action(); return; }"
                    + "navigator.locks.request(lock, function() {})"
                    + ".then(function() { action(); }, function() { action(); });")
    public static native void whenFree(String lock, Browser.Action action);

    /** A moment in milliseconds since 1970, in the reader's own way. */
    @JSBody(
            params = "millis",
            script = "return new Date(millis).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });")
    public static native String dateTime(double millis);
}
