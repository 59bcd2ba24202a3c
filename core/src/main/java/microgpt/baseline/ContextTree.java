package microgpt.baseline;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * How often each byte came after each context: a tree whose path from the root to a node is a text that was read, and whose
 * node knows the one of the same text without its first byte, its suffix. A node is where its five numbers begin in one
 * array, which doubles when full.
 */
final class ContextTree {
    /** The text of no bytes, the first node. */
    static final int ROOT = 0;
    /** No child, no sibling: the root is neither. */
    static final int NONE = 0;
    /** How many nodes there are at most. */
    static final int MOST = 1 << 19;
    /** A count that reaches it is halved, with all of its context: what is long past weighs less. */
    static final int MOST_COUNT = 255;

    private static final int FIELDS = 5;
    private static final int SIBLING = 1;
    private static final int CHILD = 2;
    private static final int SUFFIX = 3;
    private static final int CHILDREN = 4;
    /** Field 0 is symbol + ONE * count. */
    private static final int ONE = 1 << 8;
    /** Field CHILDREN is how many there are + EACH * the sum of their counts. */
    private static final int EACH = 1 << 9;

    /** Bytes of memory for a node. */
    static final long BYTES_EACH = FIELDS * Integer.BYTES;

    private static final int SYMBOLS = 256;

    /** Bytes of memory for what there is in any tree. */
    static final long FIXED_BYTES = Integer.BYTES * (SYMBOLS + 1L) * SYMBOLS;

    private final int most;
    /** The node of a text of one or two bytes, {@link #NONE} if there is none: what they follow has the most children. */
    private final int[] singles = new int[SYMBOLS];

    private final int[] pairs = new int[SYMBOLS * SYMBOLS];
    private int[] nodes = new int[FIELDS << 6];
    private int end = FIELDS;

    ContextTree(int most) {
        this.most = most;
    }

    int firstChild(int node) {
        return nodes[node + CHILD];
    }

    /** The next child of the same parent. */
    int sibling(int node) {
        return nodes[node + SIBLING];
    }

    int symbol(int node) {
        return nodes[node] & (ONE - 1);
    }

    int count(int node) {
        return nodes[node] >>> 8;
    }

    /** How many children there are. */
    int distinct(int node) {
        return nodes[node + CHILDREN] & (EACH - 1);
    }

    /** The sum of the counts of the children. */
    int total(int node) {
        return nodes[node + CHILDREN] >>> 9;
    }

    /** The sum of the counts that the children's symbols have after the suffix. */
    int suffixTotal(int node) {
        int sum = 0;
        for (int child = firstChild(node); child != NONE; child = sibling(child)) {
            sum += count(suffix(child));
        }
        return sum;
    }

    /** The root is its own. */
    int suffix(int node) {
        return nodes[node + SUFFIX];
    }

    int child(int node, int symbol) {
        if (node == ROOT) {
            return singles[symbol];
        }
        if (suffix(node) == ROOT) {
            return pairs[SYMBOLS * symbol(node) + symbol];
        }
        int child = firstChild(node);
        while (child != NONE && symbol(child) != symbol) {
            child = sibling(child);
        }
        return child;
    }

    boolean hasRoomFor(int more) {
        return size() + more <= most;
    }

    /** A new child, whose count is 1; there must be room. */
    int add(int parent, int symbol, int suffix) {
        if (end == nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.min(2 * nodes.length, FIELDS * most));
        }
        int node = end;
        end += FIELDS;
        nodes[node] = symbol + ONE;
        nodes[node + SIBLING] = firstChild(parent);
        nodes[node + CHILD] = NONE;
        nodes[node + SUFFIX] = suffix;
        nodes[node + CHILDREN] = 0;
        nodes[parent + CHILD] = node;
        nodes[parent + CHILDREN] += EACH + 1;
        if (parent == ROOT) {
            singles[symbol] = node;
        } else if (suffix(parent) == ROOT) {
            pairs[SYMBOLS * symbol(parent) + symbol] = node;
        }
        return node;
    }

    /** Counts a child once more. */
    void raise(int parent, int child) {
        nodes[child] += ONE;
        nodes[parent + CHILDREN] += EACH;
        if (count(child) == MOST_COUNT) {
            for (int each = firstChild(parent); each != NONE; each = sibling(each)) {
                int lost = count(each) / 2;
                nodes[each] -= ONE * lost;
                nodes[parent + CHILDREN] -= EACH * lost;
            }
        }
    }

    /** Leaves the root alone; memory is kept. */
    void clear() {
        end = FIELDS;
        nodes[ROOT + CHILD] = NONE;
        nodes[ROOT + CHILDREN] = 0;
        Arrays.fill(singles, NONE);
        Arrays.fill(pairs, NONE);
    }

    /** How many nodes there are, the root included. */
    int size() {
        return end / FIELDS;
    }

    /** Nodes in order of their making, the root 0. */
    int number(int node) {
        return node / FIELDS;
    }

    int node(int number) {
        return FIELDS * number;
    }

    /** How many bytes the text of a node has. */
    int depth(int node) {
        int depth = 0;
        for (int at = node; at != ROOT; at = suffix(at)) {
            depth++;
        }
        return depth;
    }

    long memoryBytes() {
        return (long) Integer.BYTES * nodes.length + FIXED_BYTES;
    }

    /** Of each node but the root its parent, symbol and count: the rest follows. */
    void save(Snapshot into) {
        int[] parents = new int[size() - 1];
        byte[] symbols = new byte[parents.length];
        byte[] counts = new byte[parents.length];
        for (int parent = ROOT; parent < end; parent += FIELDS) {
            for (int child = firstChild(parent); child != NONE; child = sibling(child)) {
                int index = number(child) - 1;
                parents[index] = number(parent);
                symbols[index] = (byte) symbol(child);
                counts[index] = (byte) count(child);
            }
        }
        into.put("parents", parents);
        into.put("symbols", symbols);
        into.put("symbol_counts", counts);
    }

    /** To be called before anything was added; no text may be longer than {@code longest}. */
    void restore(Snapshot from, int longest) {
        int[] parents = from.ints("parents");
        byte[] symbols = from.bytes("symbols", parents.length);
        byte[] counts = from.bytes("symbol_counts", parents.length);
        if (!hasRoomFor(parents.length)) {
            throw new IllegalArgumentException(parents.length + " texts were counted, expected at most " + (most - 1));
        }
        for (int i = 0; i < parents.length; i++) {
            int parent = node(from.integer("parents", i, 0, i));
            int symbol = symbols[i] & 0xff;
            if (child(parent, symbol) != NONE) {
                throw from.bad("symbols", i, symbol, "each once after a context");
            }
            int count = counts[i] & 0xff;
            if (count < 1 || count >= MOST_COUNT) {
                throw from.bad("symbol_counts", i, count, "a number from 1 to " + (MOST_COUNT - 1));
            }
            int suffix = parent == ROOT ? ROOT : child(suffix(parent), symbol);
            if (depth(parent) == longest || (parent != ROOT && suffix == NONE)) {
                throw from.bad("parents", i, parents[i], "at most " + longest + " before, and every suffix");
            }
            int node = add(parent, symbol, suffix); // which may take another array
            nodes[node] += ONE * (count - 1);
            nodes[parent + CHILDREN] += EACH * (count - 1);
        }
    }
}
