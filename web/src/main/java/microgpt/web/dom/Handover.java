package microgpt.web.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** What one program of a page tells another when it is asked: texts by name, offered at an element that both know. */
public final class Handover {
    private Handover() {}

    /** Knows a text at the moment it is asked for. */
    @JSFunctor
    public interface Source extends JSObject {
        String text();
    }

    @JSBody(
            params = {"at", "name", "source"},
            script = "(at.handover = at.handover || {})[name] = source;")
    public static native void offer(HTMLElement at, String name, Source source);

    /** The text; empty if nobody offers it. */
    @JSBody(
            params = {"at", "name"},
            script = "return at.handover && at.handover[name] ? at.handover[name]() : '';")
    public static native String ask(HTMLElement at, String name);
}
