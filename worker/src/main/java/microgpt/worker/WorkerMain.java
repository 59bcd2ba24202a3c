package microgpt.worker;

import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSString;

/** The worker's entry point. */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) {
        Window.worker().postMessage(JSString.valueOf("ready"));
    }
}
