package microgpt.predict;

import microgpt.numeric.Snapshot;

/** The four bytes that followed each context the latest times, the latest lowest. */
final class Followers {
    private static final int CONTEXTS = 1 << 16;

    private final int[] latest = new int[CONTEXTS];
    private final Journal journal;

    /** What is noted goes through {@code journal}. */
    Followers(Journal journal) {
        this.journal = journal;
    }

    /** Of the context numbered by the lowest 16 bits. */
    int after(int context) {
        return latest[context & (CONTEXTS - 1)];
    }

    void append(int context, int next) {
        int place = context & (CONTEXTS - 1);
        journal.keep(latest, place, 1);
        latest[place] = latest[place] << 8 | next;
    }

    void save(Snapshot into, String name) {
        Sparse.save(into, name, latest, 0);
    }

    void restore(Snapshot from, String name) {
        Sparse.restore(from, name, latest, 0);
    }
}
