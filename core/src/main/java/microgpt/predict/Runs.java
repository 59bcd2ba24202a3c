package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/** The byte that came last in each context, and how far to trust that it comes again, by how often in a row it did. */
final class Runs {
    private static final int LENGTHS = 32;
    private static final int LIMIT = 250;
    private static final int MOST = 255;

    private final AdaptiveMaps trust;
    private final Logistic logistic;
    /** What this bit's prediction looked at; -1 is no opinion. */
    private final int[] cells;

    private final int[] bits;

    Runs(int contexts, Logistic logistic) {
        this.logistic = logistic;
        trust = new AdaptiveMaps(contexts * 2 * LENGTHS, LIMIT);
        cells = new int[contexts];
        bits = new int[contexts];
        Arrays.fill(cells, -1);
        for (int k = 0; k < contexts; k++) {
            for (int length = 0; length < LENGTHS; length++) {
                trust.set(2 * k * LENGTHS + length, 0.6f, 2);
                trust.set((2 * k + 1) * LENGTHS + length, 1 - 0.3f / (length + 1), 2);
            }
        }
    }

    /** The opinion of context k as a logit; its bucket begins with {@code head}, its root was seen {@code count} times. */
    float predict(int k, Moment moment, int head, int count) {
        int length = head & 0xff;
        int last = head >>> 8 & 0xff;
        if (length == 0 || !moment.agrees(last)) {
            cells[k] = -1;
            return 0;
        }
        int nothingElse = count == length ? 1 : 0;
        cells[k] = (2 * k + nothingElse) * LENGTHS + lengthClass(length);
        bits[k] = (last >> (7 - moment.bit)) & 1;
        float opinion = logistic.stretch(trust.p(cells[k]));
        return bits[k] == 1 ? opinion : -opinion;
    }

    private static int lengthClass(int length) {
        if (length < 24) {
            return length;
        }
        return length < 64 ? 24 + (length - 24) / 8 : LENGTHS - 1;
    }

    void learn(int k, int bit) {
        if (cells[k] >= 0) {
            trust.learn(cells[k], bit == bits[k] ? 1 : 0);
        }
    }

    void keep(int k, Journal journal) {
        if (cells[k] >= 0) {
            trust.keep(cells[k], journal);
        }
    }

    /** The first cell of a bucket, after {@code next} came in its context. */
    static int headAfter(int head, int next) {
        int length = head & 0xff;
        int last = head >>> 8 & 0xff;
        int longer = length > 0 && last == next ? Math.min(length + 1, MOST) : 1;
        return (head & 0xffff_0000) | (next << 8) | longer;
    }

    void save(Snapshot into) {
        trust.save(into, "runs");
    }

    void restore(Snapshot from) {
        trust.restore(from, "runs");
    }
}
