package microgpt.baseline;

import microgpt.numeric.DoubleMath;

/**
 * An adaptive model of order 0, 1 or 2: it predicts a byte from how often each byte came after the last {@code order}.
 *
 * <p>Without context, bytes are estimated by P(x) = (n(x) + 1/2) / (n + 256/2) (Krichevsky and Trofimov 1981). After a
 * context c that was seen n(c) times, followed by u(c) distinct bytes, the longer context is blended into the shorter: P(x|c)
 * = (n(cx) + u(c) P(x|c')) / (n(c) + u(c)), where c' is c without its oldest byte (Witten and Bell 1991, method C). Before
 * the first byte the context is zeros.
 *
 * <p>Memory: 1 KB, 0.3 MB and at most 9 MB by order. Beyond {@link TripleCounts#MOST} distinct triples, new ones are no
 * longer counted, which leaves the probabilities a distribution.
 */
public final class CountModel {
    private static final int BYTES = 256;
    private static final int PAIRS = BYTES * BYTES;

    private final int order;
    private final int alphabet;
    private final int[] counts = new int[BYTES];
    private final int[] pairs;
    private final int[] pairTotals;
    private final int[] pairKinds;
    private final TripleCounts triples;
    private final int[] tripleTotals;
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
        this.pairs = new int[order > 0 ? PAIRS : 0];
        this.pairTotals = new int[order > 0 ? BYTES : 0];
        this.pairKinds = new int[order > 0 ? BYTES : 0];
        this.triples = new TripleCounts();
        this.tripleTotals = new int[order > 1 ? PAIRS : 0];
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
        int count = ++pairs[(previous << 8) | next];
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

    private static double blend(int count, int contextTotal, int kinds, double shorter) {
        return contextTotal == 0 ? shorter : (count + kinds * shorter) / (contextTotal + kinds);
    }
}
