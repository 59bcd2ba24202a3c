package microgpt.worker.storage;

import microgpt.worker.storage.Browser.Done;
import microgpt.worker.storage.Browser.Failed;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The browser's locks, which all tabs of a site share. Where it has none, everything is free: the page warns of that. */
public final class TabLocks implements Locks {
    /** A page that is reloaded may meet its own last worker, not quite dead. */
    private static final int PATIENCE_MILLIS = 2000;

    @Override
    public void take(String name, Callback<Runnable> callback) {
        request(
                name,
                PATIENCE_MILLIS,
                letGo -> callback.done(() -> call(letGo)),
                refused ->
                        callback.failed("it is open in another tab: stop it there, or close that tab, and try again"));
    }

    /** Time in which this worker was too busy to hear of the lock does not count: when it is up, the lock gets one more turn. */
    @JSBody(
            params = {"name", "millis", "held", "failed"},
            script = "var free = function() {};"
                    + "if (!navigator.locks) { held(free); return; }"
                    + "var granted = false;"
                    + "var patience = new AbortController();"
                    + "var end = function() { patience.abort(); };"
                    + "setTimeout(function() { setTimeout(end, 100); }, millis);"
                    + "navigator.locks.request(name, { signal: patience.signal }, function() {"
                    + "  granted = true;"
                    + "  return new Promise(function(letGo) { held(letGo); });"
                    + "}).catch(function(e) {"
                    + "  if (e.name === 'AbortError') { failed(e); }"
                    + "  else if (!granted) { held(free); } else { throw e; }"
                    + "});")
    private static native void request(String name, int millis, Done held, Failed failed);

    @JSBody(params = "letGo", script = "letGo();")
    private static native void call(JSObject letGo);
}
