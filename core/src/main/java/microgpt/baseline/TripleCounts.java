package microgpt.baseline;

import microgpt.numeric.Snapshot;

/**
 * How often each triple of bytes was seen: a hash table with linear probing that doubles when half full, up to {@link #MOST}
 * triples in 8 MB. A count that has reached 2^31 - 1 stays there.
 */
final class TripleCounts {
    /** The number of distinct triples there is room for. */
    static final int MOST = 1 << 19;

    /** Bytes of memory for so many. */
    static final long MOST_BYTES = 4L * Integer.BYTES * MOST;

    private static final int MULTIPLIER = 0x9E3779B1; // 2^32 / golden ratio (Knuth, volume 3)

    private int[] keys = new int[1 << 10]; // triple + 1; 0 is empty
    private int[] counts = new int[1 << 10];
    private int shift = 22;
    private int size;

    /** The count of {@code triple}, three bytes in 24 bits. */
    int get(int triple) {
        return counts[slot(triple)];
    }

    /** What is done with a triple and how often it was seen. */
    interface Action {
        void take(int triple, int count);
    }

    /** Counts {@code triple} and returns its new count, or 0 when it could not: it is new and there is no room, or it is full. */
    int increment(int triple) {
        int slot = slot(triple);
        if (keys[slot] == 0) {
            if (size == MOST) {
                return 0;
            }
            size++;
            if (2 * size > keys.length) {
                grow();
                slot = slot(triple);
            }
            keys[slot] = triple + 1;
        }
        return counts[slot] == Integer.MAX_VALUE ? 0 : ++counts[slot];
    }

    /** Where {@code triple} is, or would be put. */
    private int slot(int triple) {
        int slot = (triple * MULTIPLIER) >>> shift;
        while (keys[slot] != 0 && keys[slot] != triple + 1) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[2 * oldKeys.length];
        counts = new int[keys.length];
        shift--;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i] - 1);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    long memoryBytes() {
        return 2L * Integer.BYTES * keys.length;
    }

    /** Hands each triple that was seen to {@code action}. */
    void forEach(Action action) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                action.take(keys[slot] - 1, counts[slot]);
            }
        }
    }

    void save(Snapshot into) {
        int[] seen = new int[size];
        int[] times = new int[size];
        int next = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                seen[next] = keys[slot] - 1;
                times[next++] = counts[slot];
            }
        }
        into.put("triples", seen);
        into.put("triple_counts", times);
    }

    /** To be called before anything was counted. */
    void restore(Snapshot from) {
        int[] seen = from.ints("triples");
        from.ints("triple_counts", seen.length);
        if (seen.length > MOST) {
            throw new IllegalArgumentException(seen.length + " triples, expected at most " + MOST);
        }
        for (int i = 0; i < seen.length; i++) {
            int triple = from.integer("triples", i, 0, 0xffffff);
            if (increment(triple) != 1) {
                throw from.bad("triples", i, triple, "each triple once");
            }
            counts[slot(triple)] = from.integer("triple_counts", i, 1, Integer.MAX_VALUE);
        }
    }
}
