package microgpt.mechanism;

import microgpt.numeric.Snapshot;

/** The mean of the last few losses. */
final class RunningMean {
    /** By how much a loss, or a sum of none, may have been rounded below 0. */
    private static final double ROUNDING = 1e-3;

    private final float[] ring;
    private int count;
    private int next;
    private double sum;

    RunningMean(int length) {
        ring = new float[length];
    }

    void add(float value) {
        sum += (double) value - ring[next];
        ring[next] = value;
        count = Math.min(count + 1, ring.length);
        next++;
        if (next == ring.length) {
            next = 0;
            sumAnew();
        }
    }

    /** What is added and subtracted again leaves a rounding error behind; it must not pile up over millions of values. */
    private void sumAnew() {
        sum = 0;
        for (float value : ring) {
            sum += value;
        }
    }

    boolean isFull() {
        return count == ring.length;
    }

    double mean() {
        return sum / count;
    }

    void save(Snapshot into) {
        into.put("values", ring.clone());
        into.put("places", count, next);
        into.put("sum", sum);
    }

    void restore(Snapshot from) {
        float[] saved = from.finiteFloats("values", ring.length);
        for (int i = 0; i < saved.length; i++) {
            if (saved[i] < -ROUNDING) {
                throw from.bad("values", i, saved[i], "a loss");
            }
        }
        System.arraycopy(saved, 0, ring, 0, ring.length);
        from.ints("places", 2);
        count = from.integer("places", 0, 0, ring.length);
        boolean isFull = count == ring.length;
        next = from.integer("places", 1, isFull ? 0 : count, isFull ? ring.length - 1 : count);
        from.doubles("sum", 1);
        sum = from.number("sum", 0, -ROUNDING, (double) ring.length * Float.MAX_VALUE);
    }
}
