package microgpt.worker.bench;

import java.util.List;
import java.util.Objects;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Nullable;
import microgpt.parity.TorchParity;
import microgpt.worker.backend.Backends;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * The entry point of the worker that measures the machine, or checks the SIMD back end over whole runs. A page whose heap is
 * to be measured can also load it itself, and call what is exported.
 */
public final class BenchMain {
    private static @Nullable Backend simd;
    private static Runnable work = () -> {};

    private BenchMain() {}

    /**
     * Posts each finding, which is JSON, as {@code {finding: text}}, and {@code {done: true}} at the end.
     *
     * @param args the worker's name: "bench", "bench-plain" or "check"
     */
    public static void main(String[] args) {
        Backends.all(machines -> {
            switch (args[0]) {
                case "bench" -> Bench.run(machines, BenchMain::say);
                case "bench-plain" -> Bench.runPlain(machines, BenchMain::say);
                case "check" -> Check.run(machines, BenchMain::say);
                default ->
                    throw new IllegalArgumentException(
                            "a worker named \"bench\", \"bench-plain\" or \"check\" was expected, not \"" + args[0]
                                    + "\"");
            }
            done();
        });
    }

    /** Makes the back ends ready; to be waited for before anything else that is exported. */
    @JSExport
    public static void open(Opened opened) {
        Backends.all(machines -> {
            simd = simd(machines);
            opened.opened();
        });
    }

    /** Told that the back ends are ready. */
    @JSFunctor
    interface Opened extends JSObject {
        void opened();
    }

    /** The one that computes by SIMD kernels; null where there is none. */
    static @Nullable Backend simd(List<Backends.Choice> machines) {
        for (Backends.Choice machine : machines) {
            if (machine.suits() == Backends.Preference.FASTEST) {
                return machine.backend();
            }
        }
        return null;
    }

    /** Makes the steps of a shipped recipe ready on the back end "simd" or "java". */
    @JSExport
    public static void prepare(String recipe, String backend) {
        Backend on = backend.equals("simd") ? simd().forOneRun() : JavaBackend.alone();
        work = Recipes.named(recipe).on(on);
    }

    /** Repeats what was prepared. */
    @JSExport
    public static void repeat(int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    /** The largest difference, in nats, of a step's mean loss between the back ends, by a preset of the laboratory. */
    @JSExport
    public static double drift(String preset, int steps) {
        return Drift.of(Recipes.online(preset).config(), simd(), steps);
    }

    /** The findings, as a list in JSON, of the comparison of the SIMD back end with a recording of what PyTorch computed. */
    @JSExport
    public static String torch(String recording) {
        Backend on = simd().forOneRun();
        StringBuilder findings = new StringBuilder("[");
        for (TorchParity.Finding f : TorchParity.compare(recording, on)) {
            findings.append(findings.length() == 1 ? "" : ",")
                    .append(Check.json(f.name(), f.difference(), f.tolerance()));
        }
        on.release();
        return findings.append(']').toString();
    }

    private static Backend simd() {
        return Objects.requireNonNull(simd, "this browser has no SIMD, or it was not opened");
    }

    @JSBody(params = "finding", script = "postMessage({ finding: finding });")
    private static native void say(String finding);

    @JSBody(script = "postMessage({ done: true });")
    private static native void done();
}
