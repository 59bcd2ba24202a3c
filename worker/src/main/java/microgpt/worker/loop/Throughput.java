package microgpt.worker.loop;

/** Bytes learned per second of running time, over the last second or so: a ring of recent spans of work. */
public final class Throughput {
    private static final int SPANS = 64;
    private static final double HORIZON_MILLIS = 1000;

    private final double[] endMillis = new double[SPANS];
    private final long[] endPosition = new long[SPANS];
    private int count;

    /** Running starts, or starts again, at {@code position}: the time since the last {@link #mark} does not count. */
    public void restart(double nowMillis, long position) {
        count = 0;
        put(nowMillis, position);
    }

    /** The run now stands at {@code position}. Marks closer than the ring can hold are thinned out. */
    public void mark(double nowMillis, long position) {
        if (count >= 2 && nowMillis - endMillis[(count - 2) % SPANS] < HORIZON_MILLIS / (SPANS - 4)) {
            count--;
        }
        put(nowMillis, position);
    }

    /** 0 before anything can be said. */
    public double bytesPerSecond() {
        if (count < 2) {
            return 0;
        }
        int last = count - 1;
        int first = last - 1;
        int oldest = Math.max(0, count - SPANS);
        while (first > oldest && endMillis[last % SPANS] - endMillis[first % SPANS] < HORIZON_MILLIS) {
            first--;
        }
        double millis = endMillis[last % SPANS] - endMillis[first % SPANS];
        return millis > 0 ? 1000 * (endPosition[last % SPANS] - endPosition[first % SPANS]) / millis : 0;
    }

    private void put(double nowMillis, long position) {
        endMillis[count % SPANS] = nowMillis;
        endPosition[count % SPANS] = position;
        count = count + 1 < 2 * SPANS ? count + 1 : SPANS; // of more than a full ring only the place in it matters
    }
}
