package microgpt.worker.bench;

import java.util.Arrays;

/**
 * How long work takes, on a machine that does other things as well: of many windows, each long enough for the clock and short
 * enough to be left alone, the one counts that is slower than a quarter of them. (The fastest may be a whim of the clock.)
 */
final class Stopwatch {
    /** Of a window, in readings of the clock that differ: browsers make clocks coarse. */
    private static final int TICKS = 400;

    private static final double TOTAL_MILLIS = 600;
    private static final int LEAST_WINDOWS = 5;
    private static final int MOST_WINDOWS = 1000;

    private final double windowMillis = Math.max(1, TICKS * tickMillis());

    /** Seconds of one call. */
    double seconds(Runnable work) {
        int calls = 1;
        double elapsed = millis(work, calls);
        while (elapsed < windowMillis) {
            calls *= 2;
            elapsed = millis(work, calls);
        }
        double[] windows = new double[MOST_WINDOWS];
        int count = 0;
        for (double total = 0; count < MOST_WINDOWS && (count < LEAST_WINDOWS || total < TOTAL_MILLIS); count++) {
            windows[count] = millis(work, calls);
            total += windows[count];
        }
        Arrays.sort(windows, 0, count);
        return windows[count / 4] / calls / 1000;
    }

    private static double millis(Runnable work, int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            work.run();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** The shortest time that the clock can tell from none. */
    private static double tickMillis() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            long now = start;
            while (now == start) {
                now = System.nanoTime();
            }
            least = Math.min(least, now - start);
        }
        return least / 1e6;
    }
}
