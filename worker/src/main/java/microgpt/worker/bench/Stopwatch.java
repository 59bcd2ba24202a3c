package microgpt.worker.bench;

/** How long work takes: the fastest of several windows, each long enough for a coarse clock. */
final class Stopwatch {
    private static final double WINDOW_MILLIS = 40;
    private static final double TOTAL_MILLIS = 4000;
    private static final int MOST_WINDOWS = 9;
    private static final int LEAST_WINDOWS = 3;

    private Stopwatch() {}

    /** Seconds of one call. Other work on the machine only ever makes a window longer, so the shortest one counts. */
    static double seconds(Runnable work) {
        int calls = 1;
        double elapsed = millis(work, calls);
        while (elapsed < WINDOW_MILLIS) {
            calls *= 2;
            elapsed = millis(work, calls);
        }
        double best = elapsed;
        double total = elapsed;
        for (int i = 1; i < MOST_WINDOWS && (i < LEAST_WINDOWS || total < TOTAL_MILLIS); i++) {
            double next = millis(work, calls);
            best = Math.min(best, next);
            total += next;
        }
        return best / calls / 1000;
    }

    private static double millis(Runnable work, int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            work.run();
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
