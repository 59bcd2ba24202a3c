package microgpt.mechanism;

import microgpt.numeric.Snapshot;

/** The mean of the last few values. */
final class RunningMean {
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
        float[] saved = from.floats("values", ring.length);
        System.arraycopy(saved, 0, ring, 0, ring.length);
        int[] places = from.ints("places");
        count = places[0];
        next = places[1];
        sum = from.doubles("sum", 1)[0];
    }
}
