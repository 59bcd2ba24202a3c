package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * A hash table of what followed each context: one bucket of 16 cells for each half byte in a context that was met more than
 * once. Cell 0 holds a check of the context (16 bits), the byte that came last (8) and how often in a row (8); cells 1 to 15
 * are the nodes of the tree of four bits, each with the probability of a 1 (16), how often it was seen (8) and its bit
 * history (8). When three places are taken, the one seen least is given up. After the table come blank buckets, for contexts
 * that are met the first time.
 */
final class Buckets {
    static final int CELLS = 16;
    static final int UNSEEN = 0x8000_0000; // probability 1/2, count 0, history 0

    final int[] cells;
    private final int count;
    private final Journal journal;

    /** A table of {@code count} buckets, a multiple of four, and {@code blank} more. */
    Buckets(int count, int blank, Journal journal) {
        cells = new int[CELLS * (count + blank)];
        this.count = count;
        this.journal = journal;
    }

    private static int check(int hash) {
        return Math.max(1, hash & 0xffff);
    }

    private int home(int hash) {
        return (int) (((hash & 0xffff_ffffL) * count) >>> 32);
    }

    /** Where the bucket of that hash begins; -1 if there is none. */
    int find(int hash) {
        int check = check(hash);
        int home = home(hash);
        for (int probe = 0; probe < 3; probe++) {
            int at = (home ^ probe) * CELLS;
            if (cells[at] >>> 16 == check) {
                return at;
            }
        }
        return -1;
    }

    /** Makes a bucket for that hash, which has none, and says where it begins. */
    int make(int hash) {
        int home = home(hash);
        int least = Integer.MAX_VALUE;
        int worst = 0;
        for (int probe = 0; probe < 3; probe++) {
            int at = (home ^ probe) * CELLS;
            int seen = cells[at] == 0 ? -1 : cells[at + 1] >>> 8 & 0xff;
            if (seen < least) {
                least = seen;
                worst = at;
            }
        }
        journal.keep(cells, worst, CELLS);
        cells[worst] = check(hash) << 16;
        Arrays.fill(cells, worst + 1, worst + CELLS, UNSEEN);
        return worst;
    }

    /** Empties a blank bucket and says where it begins. */
    int blank(int i) {
        int at = CELLS * (count + i);
        cells[at] = 0;
        Arrays.fill(cells, at + 1, at + CELLS, UNSEEN);
        return at;
    }

    boolean isBlank(int at) {
        return at >= CELLS * count;
    }

    void save(Snapshot into) {
        SavedBuckets.save(into, cells, CELLS * count);
    }

    void restore(Snapshot from) {
        SavedBuckets.restore(from, cells, CELLS * count);
    }
}
