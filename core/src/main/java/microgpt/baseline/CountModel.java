package microgpt.baseline;

import microgpt.numeric.DoubleMath;
import microgpt.numeric.Snapshot;

/**
 * An adaptive model of order 0, 1 or 2: it predicts a byte from how often each byte came after the last {@code order}.
 *
 * <p>Without context, bytes are estimated by P(x) = (n(x) + 1/2) / (n + 256/2) (Krichevsky and Trofimov 1981). After a
 * context c that was seen n(c) times, followed by u(c) distinct bytes, the longer context is blended into the shorter: P(x|c)
 * = (n(cx) + u(c) P(x|c')) / (n(c) + u(c)), where c' is c without its oldest byte (Witten and Bell 1991, method C). Before
 * the first byte the context is zeros.
 *
 * <p>Memory: 2 KB, 0.5 MB and at most 10 MB by order, however long the stream. Beyond {@link TripleCounts#MOST} distinct
 * triples, new ones are no longer counted, nor is one that was seen 2^31 - 1 times; either leaves the probabilities a
 * distribution.
 */
public final class CountModel {
    private static final int BYTES = 256;
    private static final int PAIRS = BYTES * BYTES;

    /** Up to here doubles tell all whole numbers apart. */
    private static final long MOST_COUNT = 1L << 53;

    private final int order;
    private final int alphabet;
    private final long[] counts = new long[BYTES];
    private final long[] pairs;
    private final long[] pairTotals;
    private final int[] pairKinds;
    private final TripleCounts triples;
    private final long[] tripleTotals;
    private final short[] tripleKinds;

    private long total;
    private int previous;
    private int beforePrevious;

    /** A model that has read nothing; {@code order} is 0, 1 or 2. */
    public CountModel(int order) {
        this(order, BYTES);
    }

    CountModel(int order, int alphabet) {
        if (order < 0 || order > 2) {
            throw new IllegalArgumentException("order " + order + " must be 0, 1 or 2");
        }
        this.order = order;
        this.alphabet = alphabet;
        this.pairs = new long[order > 0 ? PAIRS : 0];
        this.pairTotals = new long[order > 0 ? BYTES : 0];
        this.pairKinds = new int[order > 0 ? BYTES : 0];
        this.triples = new TripleCounts();
        this.tripleTotals = new long[order > 1 ? PAIRS : 0];
        this.tripleKinds = new short[order > 1 ? PAIRS : 0];
    }

    /** What {@code next}, 0 to 255, would cost now, in bits. */
    public double bits(int next) {
        return -DoubleMath.log2(probability(next));
    }

    /** The probability of {@code next}, 0 to 255; those of all bytes sum to 1. */
    public double probability(int next) {
        double p = (counts[next] + 0.5) / (total + 0.5 * alphabet);
        if (order > 0) {
            p = blend(pairs[(previous << 8) | next], pairTotals[previous], pairKinds[previous], p);
        }
        if (order > 1) {
            int context = (beforePrevious << 8) | previous;
            p = blend(triples.get((context << 8) | next), tripleTotals[context], tripleKinds[context], p);
        }
        return p;
    }

    /** Reads a byte, 0 to 255. */
    public void observe(int next) {
        counts[next]++;
        total++;
        if (order > 0) {
            observePair(next);
        }
        if (order > 1) {
            observeTriple(next);
        }
        beforePrevious = previous;
        previous = next;
    }

    private void observePair(int next) {
        long count = ++pairs[(previous << 8) | next];
        pairTotals[previous]++;
        if (count == 1) {
            pairKinds[previous]++;
        }
    }

    private void observeTriple(int next) {
        int context = (beforePrevious << 8) | previous;
        int count = triples.increment((context << 8) | next);
        if (count > 0) {
            tripleTotals[context]++;
        }
        if (count == 1) {
            tripleKinds[context]++;
        }
    }

    private static double blend(long count, long contextTotal, int kinds, double shorter) {
        return contextTotal == 0 ? shorter : (count + kinds * shorter) / (contextTotal + kinds);
    }

    /** Bytes of memory that a model of an order holds at most. */
    public static long mostMemoryBytes(int order) {
        long pairBytes = order > 0 ? Long.BYTES * PAIRS + (Long.BYTES + Integer.BYTES) * BYTES : 0;
        long tripleBytes = order > 1 ? (Long.BYTES + Short.BYTES) * PAIRS + TripleCounts.MOST_BYTES : 0;
        return Long.BYTES * BYTES + pairBytes + tripleBytes;
    }

    /** Bytes of memory that this one holds. */
    public long memoryBytes() {
        return mostMemoryBytes(order) - (order > 1 ? TripleCounts.MOST_BYTES - triples.memoryBytes() : 0);
    }

    /** Puts in what was counted, of pairs and triples only those that were seen. */
    public void save(Snapshot into) {
        into.put("latest", total, previous, beforePrevious);
        into.put("counts", counts.clone());
        if (order > 0) {
            savePairs(into);
        }
        if (order > 1) {
            triples.save(into);
        }
    }

    private void savePairs(Snapshot into) {
        int seen = 0;
        for (long count : pairs) {
            seen += count > 0 ? 1 : 0;
        }
        int[] keys = new int[seen];
        long[] times = new long[seen];
        int next = 0;
        for (int pair = 0; pair < pairs.length; pair++) {
            if (pairs[pair] > 0) {
                keys[next] = pair;
                times[next++] = pairs[pair];
            }
        }
        into.put("pairs", keys);
        into.put("pair_counts", times);
    }

    /**
     * Goes on from what another one of the same order saved. To be called before the first byte.
     *
     * @throws IllegalArgumentException if that was no such thing
     */
    public void restore(Snapshot from) {
        from.longs("latest", 3);
        total = from.whole("latest", 0, 0, MOST_COUNT);
        previous = (int) from.whole("latest", 1, 0, BYTES - 1);
        beforePrevious = (int) from.whole("latest", 2, 0, BYTES - 1);
        from.longs("counts", BYTES);
        for (int value = 0; value < BYTES; value++) {
            counts[value] = from.whole("counts", value, 0, total);
        }
        if (order > 0) {
            restorePairs(from);
        }
        if (order > 1) {
            restoreTriples(from);
        }
    }

    private void restorePairs(Snapshot from) {
        int[] keys = from.ints("pairs");
        from.longs("pair_counts", keys.length);
        for (int i = 0; i < keys.length; i++) {
            int pair = from.integer("pairs", i, i == 0 ? 0 : keys[i - 1] + 1, PAIRS - 1);
            pairs[pair] = from.whole("pair_counts", i, 1, total);
            pairTotals[pair >> 8] += pairs[pair];
            pairKinds[pair >> 8]++;
        }
    }

    private void restoreTriples(Snapshot from) {
        triples.restore(from);
        triples.forEach((triple, count) -> {
            tripleTotals[triple >> 8] += count;
            tripleKinds[triple >> 8]++;
        });
    }
}
