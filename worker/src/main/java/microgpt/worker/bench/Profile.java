package microgpt.worker.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.compute.Backend;

/** Where the time of a step goes: to each operation of the back end, and to what is between them. */
final class Profile {
    /** Long enough for a coarse clock: what it rounds off one operation it rounds up at another. */
    private static final double ENOUGH_MILLIS = 1000;

    private static final int LEAST_STEPS = 3;

    private Profile() {}

    /** Milliseconds of a step for each operation, in the order of their first use, then for the rest. */
    static List<Measurement> of(Workload workload, Backend machine) {
        OperationTimes times = new OperationTimes();
        Backend timed = machine.forOneRun().observedBy(times);
        Runnable step = workload.on(timed);
        step.run(); // warms up
        times.forget();
        int steps = 0;
        double start = OperationTimes.nowMillis();
        double elapsed = 0;
        while (steps < LEAST_STEPS || elapsed < ENOUGH_MILLIS) {
            step.run();
            steps++;
            elapsed = OperationTimes.nowMillis() - start;
        }
        List<Measurement> profile = new ArrayList<>();
        for (Map.Entry<String, Double> operation :
                times.millis(elapsed, "between operations").entrySet()) {
            profile.add(figure(workload, operation.getKey(), operation.getValue() / steps, timed));
        }
        timed.release();
        return profile;
    }

    private static Measurement figure(Workload workload, String operation, double millis, Backend on) {
        return new Measurement(workload.name() + " step: " + operation, "ms", millis, on.name(), 0);
    }
}
