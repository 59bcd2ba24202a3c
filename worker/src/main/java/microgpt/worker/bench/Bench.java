package microgpt.worker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Nullable;
import microgpt.worker.simd.ProductBench;
import microgpt.worker.simd.SimdBackend;

/** The benchmark: products against a loop that only uses registers, then steps of every model, on both back ends. */
public final class Bench {
    private static final int[][] SHAPES = { // rows, depth, columns
        {128, 128, 128}, {2048, 128, 512}, {2048, 512, 128}, {512, 512, 512}, {32, 16, 48}, {32, 64, 256}
    };

    private final Consumer<String> report;
    /** GFLOP/s of the best loop on registers so far; products wait for the last one before they are compared with it. */
    private double peak;

    private final Stopwatch stopwatch = new Stopwatch();

    private final List<Measurement> products = new ArrayList<>();

    private Bench(Consumer<String> report) {
        this.report = report;
    }

    /** Measures everything and reports each figure as a JSON object as soon as it is there. */
    public static void run(Consumer<String> report) {
        Bench bench = new Bench(report);
        @Nullable SimdBackend simd = SimdBackend.ofThisBrowser();
        if (simd != null) {
            bench.products(simd);
        }
        for (Workload workload : Workload.ALL) {
            if (simd != null) {
                bench.step(workload, simd);
            }
            bench.step(workload, new JavaBackend());
        }
        for (Workload workload : Workload.ONLINE) {
            if (simd != null) {
                bench.read(workload, simd);
            }
            bench.read(workload, new JavaBackend());
        }
    }

    private void products(SimdBackend simd) {
        measurePeak();
        for (int[] shape : SHAPES) {
            ProductBench of = new ProductBench(simd, shape[0], shape[1], shape[2]);
            product(of, "NT", of::rowsByColumns);
            product(of, "NN", of::rowsByRows);
            product(of, "TN", of::columnsByRows);
            of.release();
            measurePeak();
        }
        report(new Measurement("registers only", "GFLOP/s", peak, "simd", 100));
        for (Measurement product : products) {
            report(product.comparedWith(peak));
        }
    }

    private void measurePeak() {
        double seconds = stopwatch.seconds(() -> ProductBench.peak(10_000));
        peak = Math.max(peak, 10_000 * ProductBench.PEAK_OPERATIONS / seconds / 1e9);
    }

    private void product(ProductBench shape, String form, Runnable work) {
        double rate = shape.operations() / stopwatch.seconds(work) / 1e9;
        products.add(new Measurement("product " + shape.shape() + " " + form, "GFLOP/s", rate, "simd", 0));
    }

    private void step(Workload workload, Backend machine) {
        Backend on = machine.forOneRun();
        Training training = new Training(workload, on);
        double seconds = stopwatch.seconds(training::step);
        on.release();
        double rate = workload.operations() / seconds / 1e9;
        String name = workload.name() + " step";
        report(new Measurement(name, "ms", seconds * 1000, on.name(), 0));
        report(new Measurement(name, "tokens/s", workload.tokens() / seconds, on.name(), 0));
        report(new Measurement(name, "GFLOP/s", rate, on.name(), 0).comparedWith(peak));
    }

    private void read(Workload workload, Backend machine) {
        Backend on = machine.forOneRun();
        Reading reading = new Reading(workload, on);
        double seconds = stopwatch.seconds(reading::step);
        on.release();
        report(new Measurement(workload.name() + " stream", "bytes/s", Reading.STRIDE / seconds, on.name(), 0));
    }

    private void report(Measurement measurement) {
        report.accept(measurement.toJson());
    }
}
