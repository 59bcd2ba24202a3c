package microgpt.worker.bench;

import java.util.Arrays;

/**
 * How long work takes, on a machine that does other things as well: of many windows, each long enough for the clock and short
 * enough to be left alone, the one counts that is slower than a quarter of them. (The fastest may be a whim of the clock.) Of
 * work that takes longer than a window, the fastest run counts.
 */
final class Stopwatch {
    /** Of a window, in readings of the clock that differ: browsers make clocks coarse. */
    private static final int TICKS = 400;

    private static final double TOTAL_MILLIS = 600;
    private static final double TOTAL_OF_LONG_WORK = 3000;
    private static final int LEAST_WINDOWS = 3;
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
        boolean isLong = calls == 1;
        double enough = isLong ? TOTAL_OF_LONG_WORK : TOTAL_MILLIS;
        double[] windows = new double[MOST_WINDOWS];
        int count = 0;
        for (double total = 0; count < MOST_WINDOWS && (count < LEAST_WINDOWS || total < enough); count++) {
            windows[count] = millis(work, calls);
            total += windows[count];
        }
        Arrays.sort(windows, 0, count);
        return windows[isLong ? 0 : count / 4] / calls / 1000;
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
