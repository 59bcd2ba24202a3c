package microgpt.worker.bench;

import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSString;

/** The entry point of the worker that measures the machine, or checks the SIMD back end over whole runs. */
public final class BenchMain {
    private BenchMain() {}

    /**
     * Reports each figure as a text, and "done" at the end.
     *
     * @param args the worker's name: "bench" or "check"
     */
    public static void main(String[] args) {
        switch (args[0]) {
            case "bench" -> Bench.run(BenchMain::say);
            case "check" -> Check.run(BenchMain::say);
            default ->
                throw new IllegalArgumentException(
                        "a worker named \"bench\" or \"check\" was expected, not \"" + args[0] + "\"");
        }
        say("done");
    }

    private static void say(String text) {
        Window.worker().postMessage(JSString.valueOf(text));
    }
}
