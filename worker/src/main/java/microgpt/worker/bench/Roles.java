package microgpt.worker.bench;

import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSString;

/** What the worker does instead of a session when it is created with the name of one of these roles. */
public final class Roles {
    private Roles() {}

    /** Plays the role, reporting each figure as a text and "done" at the end; false if there is no such role. */
    public static boolean play(String name) {
        switch (name) {
            case "bench" -> Bench.run(Roles::say);
            case "check" -> Check.run(Roles::say);
            default -> {
                return false;
            }
        }
        say("done");
        return true;
    }

    private static void say(String text) {
        Window.worker().postMessage(JSString.valueOf(text));
    }
}
