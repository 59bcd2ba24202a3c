package microgpt.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** The benchmark's Wasm, run by the page itself and not by a worker: so its heap can be measured. */
final class BenchModule {
    private static final String LOAD = """
            async site => {
              const { load } = await import(site + 'teavm.js');
              const { loadKernels } = await import(site + 'kernels.js');
              const kernels = await loadKernels();
              const installImports = imports => { imports.kernels = kernels; };
              window.bench = (await load(site + 'bench-worker.wasm', { installImports })).exports;
            }""";

    private final Page page;
    private final CDPSession inspector;

    /** Loads it into a page of the site. */
    BenchModule(Page page, String site) {
        this.page = page;
        page.evaluate(LOAD, site);
        inspector = page.context().newCDPSession(page);
    }

    /** Makes a workload ready to be repeated: its "stream" or its "step", on "simd" or "java". */
    void prepare(String workload, String kind, String backend) {
        page.evaluate("given => bench.prepare(...given)", List.of(workload, kind, backend));
    }

    void repeat(int times) {
        page.evaluate("times => bench.repeat(times)", times);
    }

    /** By how many nats the losses of the back ends differ at most, with a recipe of the site. */
    double drift(String recipe, int steps) {
        return ((Number) page.evaluate(
                        "async ([recipe, steps]) => bench.drift(await (await fetch(recipe)).text(), steps)",
                        List.of(recipe, steps)))
                .doubleValue();
    }

    /** The findings of the comparison with what PyTorch computed. */
    List<?> torch(String recording) {
        return (List<?>) page.evaluate("recording => JSON.parse(bench.torch(recording))", recording);
    }

    /** Bytes that one repetition leaves for the garbage collector; too few repetitions to make it run. */
    double garbage(int times) {
        repeat(times);
        return Math.max(0, (growth(times) - growth(0)) / times);
    }

    private double growth(int times) {
        collect();
        double before = heapBytes();
        repeat(times);
        return heapBytes() - before;
    }

    /** Bytes of the page's heap that are in use after everything else was collected. */
    double liveBytes() {
        collect();
        return heapBytes();
    }

    private void collect() {
        inspector.send("HeapProfiler.collectGarbage");
    }

    private double heapBytes() {
        JsonObject usage = inspector.send("Runtime.getHeapUsage");
        return usage.get("usedSize").getAsDouble();
    }
}
