package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/**
 * What the best sequence of experts would have paid, chosen in hindsight, for every number of switches from one to another:
 * what {@link FixedShare} is measured by. By dynamic programming, a byte at a time.
 */
public final class BestSequence {
    private final int experts;
    private final int mostSwitches;
    /** By switches and the expert that the sequence ends with: the least bits. */
    private final double[] least;
    /** What the latest byte cost each expert. */
    private final double[] costs;

    private boolean began;

    /** For sequences of {@code experts} with up to {@code mostSwitches} switches. */
    public BestSequence(int experts, int mostSwitches) {
        if (experts < 1 || mostSwitches < 0) {
            throw new IllegalArgumentException(
                    "expected an expert and no negative number of switches, found " + experts + " and " + mostSwitches);
        }
        this.experts = experts;
        costs = new double[experts];
        this.mostSwitches = mostSwitches;
        least = new double[(mostSwitches + 1) * experts];
        Arrays.fill(least, experts, least.length, Double.POSITIVE_INFINITY); // before the first byte nobody can switch
    }

    public int mostSwitches() {
        return mostSwitches;
    }

    /** Takes in the byte that came, which expert i had held as likely as {@code chances[i]}. */
    public void observe(double[] chances) {
        if (chances.length != experts) {
            throw new IllegalArgumentException("expected what " + experts + " experts say, found " + chances.length);
        }
        for (int i = 0; i < experts; i++) {
            costs[i] = Chance.bits(chances[i]);
        }
        for (int k = mostSwitches; k >= 0; k--) { // downwards: who switches had one switch fewer before this byte
            for (int i = 0; i < experts; i++) {
                int at = k * experts + i;
                double stayed = least[at];
                double switched = k == 0 || !began ? Double.POSITIVE_INFINITY : leastOfOthers(k - 1, i);
                least[at] = Math.min(stayed, switched) + costs[i];
            }
        }
        began = true;
    }

    private double leastOfOthers(int switches, int expert) {
        double bits = Double.POSITIVE_INFINITY;
        for (int i = 0; i < experts; i++) {
            if (i != expert) {
                bits = Math.min(bits, least[switches * experts + i]);
            }
        }
        return bits;
    }

    /** What the best sequence with so many switches paid, in bits; infinitely much if there were too few bytes for them. */
    public double bits(int switches) {
        return Math.min(least[switches * experts], leastOfOthers(switches, 0));
    }

    /** The most that {@code shared}, told the same, can have paid: its regret bound, the least over all numbers of switches. */
    public double bound(FixedShare shared) {
        double bound = Double.POSITIVE_INFINITY;
        long length = shared.observed();
        for (int k = 0; k <= mostSwitches && (k == 0 || k < length); k++) {
            bound = Math.min(bound, shared.bound(bits(k), k, length));
        }
        return bound;
    }

    /** Puts in what every sequence paid. */
    public void save(Snapshot into) {
        into.put("least", least.clone());
        into.put("began", began ? 1.0 : 0.0);
    }

    /** Goes on from what another one saved of as many experts and switches. */
    public void restore(Snapshot from) {
        double[] saved = from.doubles("least", least.length);
        for (int i = 0; i < saved.length; i++) {
            if (!(saved[i] >= 0)) {
                throw from.bad("least", i, saved[i], "a number of bits");
            }
        }
        from.finiteDoubles("began", 1);
        began = from.flag("began", 0);
        System.arraycopy(saved, 0, least, 0, least.length);
    }
}
