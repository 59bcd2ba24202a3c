package microgpt.worker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.numeric.Nullable;
import microgpt.worker.backend.Backends;
import microgpt.worker.simd.ProductBench;

/**
 * The benchmark: products against a loop that only uses registers, then steps of the shipped recipes on both back ends, and
 * where their time goes.
 */
final class Bench {
    private static final int[][] SHAPES = { // rows, depth, columns
        {128, 128, 128}, {2048, 128, 512}, {2048, 512, 128}, {512, 512, 512}, {32, 16, 48}, {32, 64, 256}
    };

    private static final String BYTE_TINYGPT = "byte-tinygpt-v0";

    private final Consumer<String> report;
    /** What figures call the SIMD back end. */
    private final String simdName;
    /** GFLOP/s of the best loop on registers so far; products wait for the last one before they are compared with it. */
    private double peak;

    private final Stopwatch stopwatch = new Stopwatch();

    private final List<Measurement> products = new ArrayList<>();

    private Bench(Consumer<String> report, String simdName) {
        this.report = report;
        this.simdName = simdName;
    }

    /** Measures everything and reports each figure as a JSON object as soon as it is there. */
    static void run(List<Backends.Choice> machines, Consumer<String> report) {
        @Nullable Backend simd = BenchMain.simd(machines);
        Bench bench = new Bench(report, "simd");
        if (simd != null) {
            bench.products(simd);
        }
        for (Workload workload : Recipes.all()) {
            for (Backends.Choice machine : machines) {
                bench.step(workload, machine.backend());
            }
        }
        for (String profiled : List.of("online.tiny", "online.small", BYTE_TINYGPT)) {
            for (Backends.Choice machine : machines) {
                Profile.of(Recipes.named(profiled), machine.backend()).forEach(bench::report);
            }
        }
    }

    /** Measures the kernels again that this worker was given instead of the best: those without relaxed SIMD. */
    static void runPlain(List<Backends.Choice> machines, Consumer<String> report) {
        @Nullable Backend simd = BenchMain.simd(machines);
        if (simd != null) {
            Bench bench = new Bench(report, "plain simd");
            bench.products(simd);
            bench.step(Recipes.named(BYTE_TINYGPT), simd);
        }
    }

    private void products(Backend simd) {
        measurePeak();
        for (int[] shape : SHAPES) {
            ProductBench of = new ProductBench(simd, shape[0], shape[1], shape[2]);
            product(of, "NT", of::rowsByColumns);
            product(of, "NN", of::rowsByRows);
            product(of, "TN", of::columnsByRows);
            of.release();
            measurePeak();
        }
        report(new Measurement("registers only", "GFLOP/s", peak, simdName, 100));
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
        products.add(new Measurement("product " + shape.shape() + " " + form, "GFLOP/s", rate, simdName, 0));
    }

    private void step(Workload workload, Backend machine) {
        Backend on = machine.forOneRun();
        double seconds = stopwatch.seconds(workload.on(on));
        on.release();
        double rate = workload.operations() / seconds / 1e9;
        String name = workload.name() + " step";
        String backend = machine.name().equals("simd") ? simdName : machine.name();
        report(new Measurement(name, "ms", seconds * 1000, backend, 0));
        report(new Measurement(name, workload.unit() + "/s", workload.size() / seconds, backend, 0));
        report(new Measurement(name, "GFLOP/s", rate, backend, 0).comparedWith(peak));
    }

    private void report(Measurement measurement) {
        report.accept(measurement.toJson());
    }
}
