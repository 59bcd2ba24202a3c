package microgpt.worker.bench;

import java.util.function.Consumer;
import microgpt.compute.Backend;
import microgpt.compute.BackendParity;
import microgpt.compute.JavaBackend;
import microgpt.numeric.Nullable;
import microgpt.worker.simd.SimdBackend;

/** What must hold for the SIMD back end to be trusted, tried in this browser: each finding is a JSON object. */
public final class Check {
    private static final int STEPS = 200;
    /** Positions times width of one step of the slow reference. */
    private static final int MOST_WORK = 1024;

    /** In nats, of the mean loss of a step: rounding, amplified by 200 steps of learning. */
    private static final double DRIFT_TOLERANCE = 1e-3;

    private final Consumer<String> report;
    private final SimdBackend simd;

    private Check(Consumer<String> report, SimdBackend simd) {
        this.report = report;
        this.simd = simd;
    }

    /** Checks everything; reports nothing at all where there is no SIMD. */
    public static void run(Consumer<String> report) {
        @Nullable SimdBackend simd = SimdBackend.ofThisBrowser();
        if (simd != null) {
            Check check = new Check(report, simd);
            check.parity();
            check.drift();
            check.promise();
            check.memory();
        }
    }

    private void parity() {
        Backend on = simd.forOneRun();
        for (BackendParity.Result result : BackendParity.compare(new JavaBackend(), on)) {
            finding("parity of " + result.operation(), result.difference(), result.tolerance());
        }
        on.release();
    }

    /**
     * The largest difference of losses between the back ends, over 200 steps of each model alone. {@link Drift} does the same
     * for an online recipe with all its mechanisms, which a worker would have to wait for.
     */
    private void drift() {
        for (Workload workload : Workload.ALL) {
            Workload quick = workload.of(
                    1, Math.min(workload.length(), MOST_WORK / workload.model().dModel()));
            Backend on = simd.forOneRun();
            Training expected = new Training(quick, new JavaBackend());
            Training actual = new Training(quick, on);
            double difference = 0;
            for (int step = 0; step < STEPS; step++) {
                expected.step();
                actual.step();
                difference = Math.max(difference, Math.abs(expected.loss() - actual.loss()));
            }
            on.release();
            finding("drift of " + workload.name(), difference, DRIFT_TOLERANCE);
        }
    }

    private void promise() {
        finding("broken promises", new Promise(Workload.ALL.get(0)).broken(simd), 0);
    }

    /** The bytes that the memory grows by in a thousand runs after the first. */
    private void memory() {
        int before = 0;
        for (int run = 0; run < 1000; run++) {
            Backend on = simd.forOneRun();
            new Training(Workload.ALL.get(0), on).step();
            on.release();
            before = run == 0 ? simd.memoryBytes() : before;
        }
        finding("memory of a thousand restarts", simd.memoryBytes() - (double) before, 0);
    }

    private void finding(String name, double difference, double tolerance) {
        report.accept(json(name, difference, tolerance));
    }

    /** A finding as a JSON object; a difference that is no number is null there. */
    static String json(String name, double difference, double tolerance) {
        return "{\"name\":\"" + name + "\",\"difference\":" + (Double.isFinite(difference) ? difference : "null")
                + ",\"tolerance\":" + tolerance + "}";
    }
}
