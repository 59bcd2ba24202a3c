package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.FloatMath;
import microgpt.numeric.Snapshot;

/**
 * Another expert's distribution of the next byte as eight decisions: the chance of a 1 is the share of the upper half of
 * the bytes that are still possible. Two inputs: its logit, and what such a logit turned out to mean at this bit.
 */
final class Voice {
    static final int INPUTS = 2;
    private static final int BYTES = 256;
    private static final float LEAST = 1e-7f;
    private static final float SUREST = 1e-6f;
    private static final int LIMIT = 250;

    private final Logistic logistic;
    private final float[] probs = new float[BYTES];
    /** Node i of the tree of bits has the sum of nodes 2 i and 2 i + 1; the bytes are nodes 256 to 511. */
    private final float[] tree = new float[2 * BYTES];

    private final AdaptiveMaps meanings = new AdaptiveMaps(8 * Bins.COUNT, LIMIT);
    private int favourite;
    private int cell;
    private double latestBits = Double.NaN;

    Voice(Logistic logistic) {
        this.logistic = logistic;
        for (int i = 0; i < 8 * Bins.COUNT; i++) {
            meanings.set(i, logistic.squash(Bins.logit(i % Bins.COUNT)), 2);
        }
    }

    /** Asks {@code expert} for the byte after {@code count} bytes of {@code supposed}. */
    void listen(Expert expert, byte[] supposed, int count) {
        Arrays.fill(probs, 0);
        expert.peekAfter(supposed, count, probs);
        favourite = 0;
        for (int b = 0; b < BYTES; b++) {
            tree[BYTES + b] = probs[b] > LEAST ? probs[b] : LEAST;
            favourite = probs[b] > probs[favourite] ? b : favourite;
        }
        for (int node = BYTES - 1; node > 0; node--) {
            tree[node] = tree[2 * node] + tree[2 * node + 1];
        }
    }

    int favourite() {
        return favourite;
    }

    float favouriteShare() {
        return tree[BYTES + favourite] / tree[1];
    }

    /** Writes both inputs; the logit comes back. */
    float predict(Moment moment, float[] inputs, int at) {
        float p = tree[2 * moment.partial + 1] / tree[moment.partial];
        p = p < SUREST ? SUREST : p > 1 - SUREST ? 1 - SUREST : p;
        float logit = FloatMath.log(p / (1 - p));
        cell = moment.bit * Bins.COUNT + Bins.of(logit);
        inputs[at] = logit;
        inputs[at + 1] = logistic.stretch(meanings.p(cell));
        return logit;
    }

    void learn(int bit) {
        meanings.learn(cell, bit);
    }

    /** Notes what the byte that came cost by this expert alone. */
    void endByte(int next) {
        latestBits = Chance.bits(tree[BYTES + next] / tree[1]);
    }

    double latestBits() {
        return latestBits;
    }

    void keep(Journal journal) {
        meanings.keep(cell, journal);
    }

    void save(Snapshot into) {
        meanings.save(into, "meanings");
    }

    void restore(Snapshot from) {
        meanings.restore(from, "meanings");
    }
}
