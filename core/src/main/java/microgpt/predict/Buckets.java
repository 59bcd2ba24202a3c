package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * A hash table of what followed each context: one bucket of 16 cells for each half byte in a context. Cell 0 holds a check
 * of the context (16 bits), the byte that came last (8) and how often in a row (8); cells 1 to 15 are the nodes of the tree
 * of four bits, each with the probability of a 1 (16), how often it was seen (8) and its bit history (8). When three places
 * are taken, the one seen least is given up.
 */
final class Buckets {
    static final int CELLS = 16;
    static final int UNSEEN = 0x8000_0000; // probability 1/2, count 0, history 0
    private static final int MEGABYTE_BITS = 14; // buckets of 64 bytes

    final int[] cells;
    private final int shift;
    private final Journal journal;

    /** A table of {@code megabytes}, a power of two. */
    Buckets(int megabytes, Journal journal) {
        int bits = MEGABYTE_BITS + Integer.numberOfTrailingZeros(megabytes);
        cells = new int[CELLS << bits];
        shift = 32 - bits;
        this.journal = journal;
    }

    /** Where the bucket of that hash begins; a new one if there is none. */
    int find(int hash) {
        int check = Math.max(1, hash & 0xffff);
        int home = hash >>> shift;
        int least = Integer.MAX_VALUE;
        int worst = 0;
        for (int probe = 0; probe < 3; probe++) {
            int at = (home ^ probe) * CELLS;
            int found = cells[at] >>> 16;
            if (found == check) {
                return at;
            }
            int seen = found == 0 ? -1 : cells[at + 1] >>> 8 & 0xff;
            if (seen < least) {
                least = seen;
                worst = at;
            }
        }
        journal.keep(cells, worst, CELLS);
        cells[worst] = check << 16;
        Arrays.fill(cells, worst + 1, worst + CELLS, UNSEEN);
        return worst;
    }

    void save(Snapshot into) {
        SavedBuckets.save(into, cells);
    }

    void restore(Snapshot from) {
        SavedBuckets.restore(from, cells);
    }
}
