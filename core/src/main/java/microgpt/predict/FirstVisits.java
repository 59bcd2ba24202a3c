package microgpt.predict;

import microgpt.numeric.Snapshot;

/**
 * A hash table of contexts that were met once: which byte came, in four bytes where a bucket would take 64. Most contexts of
 * many bytes never come again. Where four places are taken, the first is given up.
 */
final class FirstVisits {
    private static final int PROBES = 4;
    /** A check of the context (24 bits) and the byte (8); 0 is none. */
    private final int[] entries;

    private final int shift;
    private final Journal journal;

    /** A table of 2^{@code bits} entries. */
    FirstVisits(int bits, Journal journal) {
        entries = new int[1 << bits];
        shift = 32 - bits;
        this.journal = journal;
    }

    private static int check(int hash) {
        return Math.max(1, hash & 0xffffff);
    }

    /** The byte that came after that context, which is then forgotten; -1 if it was not met, or more than once. */
    int take(int hash) {
        int check = check(hash);
        int home = hash >>> shift;
        for (int probe = 0; probe < PROBES; probe++) {
            int at = home ^ probe;
            if (entries[at] >>> 8 == check) {
                int next = entries[at] & 0xff;
                journal.keep(entries, at, 1);
                entries[at] = 0;
                return next;
            }
        }
        return -1;
    }

    /** Remembers that {@code next} came after that context. */
    void put(int hash, int next) {
        int home = hash >>> shift;
        int at = home;
        for (int probe = 0; probe < PROBES; probe++) {
            if (entries[home ^ probe] == 0) {
                at = home ^ probe;
                break;
            }
        }
        journal.keep(entries, at, 1);
        entries[at] = check(hash) << 8 | next;
    }

    void save(Snapshot into) {
        Sparse.save(into, "first_visits", entries, 0);
    }

    void restore(Snapshot from) {
        Sparse.restore(from, "first_visits", entries, 0);
    }
}
