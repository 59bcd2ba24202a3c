package microgpt.worker.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.compute.OperationObserver;

/** How long the operations of a back end take, by the clock before and after each, less what looking at it costs. */
final class OperationTimes implements OperationObserver {
    private static final int LOOKS = 10_000;

    private final double lookMillis = lookMillis();
    private final Map<String, Spent> spent = new LinkedHashMap<>();
    private Spent current = new Spent();
    private double start;

    /** How long one operation took, all its calls together. */
    private static final class Spent {
        private double millis;
        private int calls;
    }

    @Override
    public void begins(String operation) {
        current = spent.computeIfAbsent(operation, none -> new Spent());
        start = nowMillis();
    }

    @Override
    public void ends() {
        current.millis += nowMillis() - start;
        current.calls++;
    }

    /** Milliseconds by operation, in the order of first use, and of {@code whole} what is left for the rest. */
    Map<String, Double> millis(double whole, String rest) {
        Map<String, Double> millis = new LinkedHashMap<>();
        double left = whole;
        for (Map.Entry<String, Spent> operation : spent.entrySet()) {
            Spent of = operation.getValue();
            double looking = of.calls * lookMillis; // once between two looks, and once around them
            millis.put(operation.getKey(), Math.max(0, of.millis - looking));
            left -= of.millis + looking;
        }
        millis.put(rest, Math.max(0, left));
        return millis;
    }

    /** Begins to count anew. */
    void forget() {
        spent.clear();
    }

    static double nowMillis() {
        return System.nanoTime() / 1e6;
    }

    private static double lookMillis() {
        double start = nowMillis();
        double now = start;
        for (int i = 0; i < LOOKS; i++) {
            now = nowMillis();
        }
        return (now - start) / LOOKS;
    }
}
