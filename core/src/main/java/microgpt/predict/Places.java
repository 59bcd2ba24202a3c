package microgpt.predict;

import java.util.List;
import microgpt.numeric.Snapshot;

/**
 * Where the buckets of each context are, for both halves of the byte to come. A context that is met the first time stands on
 * a blank bucket; when its byte is known, that goes to the {@link FirstVisits}. At the second visit it gets a bucket of its
 * own, in which the first byte is counted.
 */
final class Places {
    /** Three quarters of the room are for buckets, one for first visits. */
    private static final int BUCKETS_PER_MEGABYTE = 3 << 12;

    private static final int VISIT_BITS = 16;

    private final int contexts;
    private final Nodes nodes;
    private final Journal journal;
    private final Buckets buckets;
    private final FirstVisits firstVisits;
    private final int[] hashes;
    private final int[] secondHashes;
    /** Where the bucket of each half begins. */
    final int[] firstHalf;

    final int[] secondHalf;
    /** The byte that came at the only visit before this one; else -1. */
    private final int[] once;

    Places(int contexts, int megabytes, Nodes nodes, Journal journal) {
        this.contexts = contexts;
        this.nodes = nodes;
        this.journal = journal;
        buckets = new Buckets(megabytes * BUCKETS_PER_MEGABYTE, 2 * contexts, journal);
        firstVisits = new FirstVisits(VISIT_BITS + Integer.numberOfTrailingZeros(megabytes), journal);
        hashes = new int[contexts];
        secondHashes = new int[contexts];
        firstHalf = new int[contexts];
        secondHalf = new int[contexts];
        once = new int[contexts];
    }

    int[] cells() {
        return buckets.cells;
    }

    /** Keeps where the contexts of this byte are: whoever takes up others goes back to those. */
    void keep() {
        if (contexts > 0) {
            journal.keep(hashes, 0, contexts);
            journal.keep(firstHalf, 0, contexts);
            journal.keep(once, 0, contexts);
        }
    }

    /** Context k of a new byte has that hash. */
    void beginByte(int k, int hash) {
        hashes[k] = hash;
        once[k] = -1;
        int at = buckets.find(hash);
        if (at < 0) {
            int next = firstVisits.take(hash);
            once[k] = next;
            at = next < 0 ? buckets.blank(2 * k) : visited(hash, next >> 4);
            if (next >= 0) {
                buckets.cells[at] = Runs.headAfter(buckets.cells[at], next);
            }
        }
        firstHalf[k] = at;
    }

    /** Makes a bucket for a context that was met once, when that half byte came. */
    private int visited(int hash, int half) {
        int at = buckets.make(hash);
        int node = 1;
        for (int shift = 3; shift >= 0; shift--) {
            int bit = half >> shift & 1;
            buckets.cells[at + node] = nodes.after(Buckets.UNSEEN, bit);
            node = 2 * node + bit;
        }
        return at;
    }

    /** The half byte that is known joins the contexts. */
    void beginSecondHalf(int partial) {
        for (int k = 0; k < contexts; k++) {
            int hash = secondHash(k, partial);
            int next = once[k];
            if (next >= 0 && next >> 4 != (partial & 15)) {
                firstVisits.put(secondHash(k, 16 | next >> 4), next);
                next = -1;
            }
            int at = buckets.find(hash);
            if (at < 0) {
                next = next < 0 ? firstVisits.take(hash) : next;
                at = next < 0 ? buckets.blank(2 * k + 1) : visited(hash, next & 15);
            }
            secondHashes[k] = hash;
            secondHalf[k] = at;
        }
    }

    private int secondHash(int k, int partial) {
        return Hash.of(hashes[k], partial << 8 | k);
    }

    /** The byte that came joins the runs; what met it the first time is noted. */
    void endByte(int next) {
        int[] cells = buckets.cells;
        for (int k = 0; k < contexts; k++) {
            if (buckets.isBlank(firstHalf[k])) {
                firstVisits.put(hashes[k], next);
            } else {
                cells[firstHalf[k]] = Runs.headAfter(cells[firstHalf[k]], next);
                if (buckets.isBlank(secondHalf[k])) {
                    firstVisits.put(secondHashes[k], next);
                }
            }
        }
    }

    /** Adds the parts of saving. */
    void saving(Snapshot into, List<Runnable> parts) {
        parts.add(() -> buckets.save(into));
        parts.add(() -> {
            firstVisits.save(into);
            into.put("hashes", hashes.clone());
            into.put("places", firstHalf.clone());
            into.put("once", once.clone());
        });
    }

    /** Adds the parts of restoring. */
    void restoring(Snapshot from, List<Runnable> parts) {
        parts.add(() -> buckets.restore(from));
        parts.add(() -> firstVisits.restore(from));
        parts.add(() -> restoreContexts(from));
    }

    private void restoreContexts(Snapshot from) {
        System.arraycopy(from.ints("hashes", contexts), 0, hashes, 0, contexts);
        from.ints("places", contexts);
        from.ints("once", contexts);
        for (int k = 0; k < contexts; k++) {
            firstHalf[k] = from.integer("places", k, 0, buckets.cells.length - Buckets.CELLS) & -Buckets.CELLS;
            once[k] = from.integer("once", k, -1, 255);
            if (buckets.isBlank(firstHalf[k])) {
                firstHalf[k] = buckets.blank(2 * k);
            }
        }
    }
}
