package microgpt.baseline;

/**
 * How often each triple of bytes was seen: a hash table with linear probing that doubles when half full, up to {@link #MOST}
 * triples in 8 MB.
 */
final class TripleCounts {
    /** The number of distinct triples there is room for. */
    static final int MOST = 1 << 19;

    private static final int MULTIPLIER = 0x9E3779B1; // 2^32 / golden ratio (Knuth, volume 3)

    private int[] keys = new int[1 << 10]; // triple + 1; 0 is empty
    private int[] counts = new int[1 << 10];
    private int shift = 22;
    private int size;

    /** The count of {@code triple}, three bytes in 24 bits. */
    int get(int triple) {
        return counts[slot(triple)];
    }

    /** Counts {@code triple} and returns its new count, or 0 when it is new and there is no room. */
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
        return ++counts[slot];
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
}
