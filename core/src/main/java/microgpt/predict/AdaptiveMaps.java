package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * Many probabilities, each of which moves towards the truth by 1 / (n + 1.5), where n counts what it was taught, up to a
 * limit: exact frequencies at first, a moving average later.
 */
final class AdaptiveMaps {
    /** Far below what anyone can tell from 0, but above the numbers with which processors are slow. */
    private static final float LEAST = 1e-20f;

    /** Probability and count of each, in turn. */
    private final float[] cells;

    private final float[] rates;
    /** What everything repeats at first, if it does: only what changed is saved. */
    private float[] start = new float[0];

    AdaptiveMaps(int count, int limit) {
        cells = new float[2 * count];
        rates = new float[limit + 1];
        for (int n = 0; n <= limit; n++) {
            rates[n] = 1 / (n + 1.5f);
        }
    }

    void set(int i, float p, int n) {
        cells[2 * i] = p;
        cells[2 * i + 1] = n;
    }

    /** All begins as repetitions of the first {@code count}, which were set. */
    void repeat(int count) {
        start = Arrays.copyOf(cells, 2 * count);
        for (int at = start.length; at < cells.length; at += start.length) {
            System.arraycopy(start, 0, cells, at, start.length);
        }
    }

    float p(int i) {
        return cells[2 * i];
    }

    void learn(int i, int bit) {
        int at = 2 * i;
        int n = (int) cells[at + 1];
        float p = cells[at] + (bit - cells[at]) * rates[n];
        cells[at] = p < LEAST ? LEAST : p;
        if (n < rates.length - 1) {
            cells[at + 1] = n + 1;
        }
    }

    void keep(int i, Journal journal) {
        journal.keep(cells, 2 * i, 2);
    }

    void save(Snapshot into, String name) {
        if (start.length > 0) {
            Sparse.save(into, name, cells, start);
        } else {
            into.put(name, cells.clone());
        }
    }

    void restore(Snapshot from, String name) {
        float[] saved = new float[cells.length];
        if (start.length > 0) {
            Sparse.restore(from, name, saved, start);
        } else {
            System.arraycopy(from.floats(name, cells.length), 0, saved, 0, cells.length);
        }
        for (int i = 0; i < saved.length; i++) {
            int most = i % 2 == 0 ? 1 : rates.length - 1;
            if (!(saved[i] >= 0 && saved[i] <= most)) {
                throw from.bad(name, i, saved[i], "a number from 0 to " + most);
            }
        }
        System.arraycopy(saved, 0, cells, 0, cells.length);
    }

    long bytes() {
        return 4L * cells.length;
    }
}
