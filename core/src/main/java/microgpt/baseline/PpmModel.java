package microgpt.baseline;

import microgpt.numeric.DoubleMath;
import microgpt.numeric.Snapshot;

/**
 * A PPM-like reference: prediction by partial matching of order 5 (Cleary and Witten 1984), method C (Moffat 1990), by the
 * book. It is not PPMd, which estimates escapes better and inherits counts.
 *
 * <p>The longest context that was seen before says how likely each byte is that came after it; what it has left goes to the
 * bytes that never did, among which the next shorter one chooses. In a context that was followed n times by d distinct bytes,
 * those left out that a longer one knows (full exclusion), a byte that came c times has c / (n + d), the escape d / (n + d).
 * Below the context of no bytes all bytes that are left are equally likely. There is no escape after which none would be left.
 *
 * <p>A byte is counted in the context that predicted it and in all longer ones, not in shorter ones (update exclusion). A
 * count that reaches {@link ContextTree#MOST_COUNT} halves all of its context.
 *
 * <p>Memory grows up to 10 MB, which a little more than a megabyte of English fills. Then the model forgets everything and starts anew.
 */
public final class PpmModel {
    /** Bytes of memory that one holds at most. */
    public static final long MOST_BYTES = ContextTree.FIXED_BYTES + ContextTree.BYTES_EACH * ContextTree.MOST;

    private static final int BYTES = 256;
    private static final int ORDER = 5;

    /** No byte. */
    private static final int NOTHING = -1;

    private final int order;
    private final ContextTree tree;
    /** The context of the next byte, and how many bytes it has. */
    private int context = ContextTree.ROOT;

    private int depth;
    /** The byte that was looked for in the contexts on the path to the root, the longest first. */
    private int located = NOTHING;

    private final int[] path;
    /** So many of them do not know it; then comes the one in which it is the node {@link #known}, if there is one. */
    private int unknowing;

    private int known;
    private long bytes;
    private long from;

    /** A model that has read nothing. */
    public PpmModel() {
        this(ORDER, ContextTree.MOST);
    }

    PpmModel(int order, int mostNodes) {
        this.order = order;
        path = new int[order + 1];
        tree = new ContextTree(mostNodes);
    }

    /** What {@code next}, 0 to 255, would cost now, in bits. */
    public double bits(int next) {
        return -DoubleMath.log2(probability(next));
    }

    /** The probability of {@code next}, 0 to 255; those of all bytes sum to 1. */
    public double probability(int next) {
        locate(next);
        double escaped = 1;
        int excluded = 0;
        int excludedTotal = 0;
        for (int i = 0; i < unknowing; i++) {
            int distinct = tree.distinct(path[i]) - excluded;
            if (distinct > 0) {
                escaped *= (double) distinct / (tree.total(path[i]) - excludedTotal + distinct);
            }
            excluded = tree.distinct(path[i]); // what followed a context has followed its suffix
            excludedTotal = tree.suffixTotal(path[i]);
        }
        if (known == ContextTree.NONE) {
            return escaped / (BYTES - excluded);
        }
        int all = tree.distinct(path[unknowing]);
        int left = tree.total(path[unknowing]) - excludedTotal;
        return escaped * tree.count(known) / (left + (all < BYTES ? all - excluded : 0));
    }

    private void locate(int next) {
        if (next == located) {
            return;
        }
        located = next;
        unknowing = 0;
        path[0] = context;
        known = tree.child(context, next);
        while (known == ContextTree.NONE && path[unknowing] != ContextTree.ROOT) {
            path[unknowing + 1] = tree.suffix(path[unknowing]);
            unknowing++;
            known = tree.child(path[unknowing], next);
        }
        unknowing += known == ContextTree.NONE ? 1 : 0;
    }

    /** Reads a byte, 0 to 255. */
    public void observe(int next) {
        if (!tree.hasRoomFor(order + 1)) {
            startAnew();
        }
        locate(next);
        if (known != ContextTree.NONE) {
            tree.raise(path[unknowing], known);
        }
        int read = known == ContextTree.NONE ? ContextTree.ROOT : known;
        for (int i = unknowing - 1; i >= 0; i--) {
            read = tree.add(path[i], next, read);
        }
        context = depth == order ? tree.suffix(read) : read;
        depth = Math.min(depth + 1, order);
        bytes++;
        located = NOTHING;
    }

    private void startAnew() {
        tree.clear();
        context = ContextTree.ROOT;
        depth = 0;
        located = NOTHING;
        from = bytes;
    }

    /** How many bytes were read when it last started anew: it knows none of those before. */
    public long from() {
        return from;
    }

    /** It goes on as one that has read {@code count} bytes and just started anew. To be called before the first byte. */
    public void startAt(long count) {
        bytes = count;
        from = count;
    }

    /** Bytes of memory that it holds. */
    public long memoryBytes() {
        return tree.memoryBytes();
    }

    /** Puts in all that it goes on from. */
    public void save(Snapshot into) {
        into.put("from", from);
        into.put("latest", tree.number(context));
        tree.save(into);
    }

    /**
     * Goes on from what another one saved after {@code count} bytes. To be called before the first byte.
     *
     * @throws IllegalArgumentException if that was no such thing
     */
    public void restore(Snapshot saved, long count) {
        tree.restore(saved, order + 1);
        bytes = count;
        saved.longs("from", 1);
        from = saved.whole("from", 0, 0, count);
        saved.ints("latest", 1);
        context = tree.node(saved.integer("latest", 0, 0, tree.size() - 1));
        depth = tree.depth(context);
        located = NOTHING;
        if (depth > order) {
            throw saved.bad("latest", 0, tree.number(context), "a context of at most " + order + " bytes");
        }
    }
}
