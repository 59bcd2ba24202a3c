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
              await new Promise(opened => bench.open(opened));
            }""";

    private static final int ROUNDS = 3;

    private final Page page;
    private final CDPSession inspector;

    /** Loads it into a page of the site. */
    BenchModule(Page page, String site) {
        this.page = page;
        page.evaluate(LOAD, site);
        inspector = page.context().newCDPSession(page);
    }

    /** Makes the steps of a recipe ready to be repeated on "simd" or "java". */
    void prepare(String recipe, String backend) {
        page.evaluate("given => bench.prepare(...given)", List.of(recipe, backend));
    }

    void repeat(int times) {
        page.evaluate("times => bench.repeat(times)", times);
    }

    /** By how many nats the losses of the back ends differ at most, with a preset. */
    double drift(String preset, int steps) {
        return ((Number) page.evaluate("given => bench.drift(...given)", List.of(preset, steps))).doubleValue();
    }

    /** The findings of the comparison with what PyTorch computed. */
    List<?> torch(String recording) {
        return (List<?>) page.evaluate("recording => JSON.parse(bench.torch(recording))", recording);
    }

    /**
     * Bytes that one repetition leaves for the garbage collector; too few repetitions to make it run. The least of a few
     * rounds, for the page itself leaves some now and then.
     */
    double garbage(int times) {
        repeat(times);
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, collectable(times) - collectable(0));
        }
        return Math.max(0, least / times);
    }

    private double collectable(int times) {
        collect();
        repeat(times);
        double before = heapBytes();
        return before - liveBytes();
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
