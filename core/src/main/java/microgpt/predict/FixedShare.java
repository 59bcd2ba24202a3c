package microgpt.predict;

import java.util.Arrays;
import microgpt.numeric.DoubleMath;
import microgpt.numeric.Snapshot;

/**
 * A mixture of whole experts that is nearly as good as the best sequence of them (Herbster and Warmuth 1998, "Tracking the
 * best expert", the Fixed Share algorithm with logarithmic loss): Bayes' rule, after which each expert gives the others a
 * share of its weight, so that none is ever lost. Without sharing it is Bayes' mixture.
 */
public final class FixedShare {
    /**
     * What can be set of those who are tracked while a run runs.
     *
     * @param share what each expert gives away after every byte, 0 to 1; changed, all begin anew
     */
    public record Settings(boolean enabled, double share) {
        public Settings {
            checkShare(share);
        }
    }

    private final double share;
    /** What it costs to begin with one expert, to change to another, and to stay, in bits. */
    private final double startBits;

    private final double switchBits;
    private final double stayBits;
    private final double[] weights;
    private double bits;
    private long observed;

    /** Experts of equal weight, at least two; {@code share}, 0 to 1, is what each gives away after every byte. */
    public FixedShare(int experts, double share) {
        if (experts < 2) {
            throw new IllegalArgumentException("experts " + experts + " must be at least 2");
        }
        checkShare(share);
        this.share = share;
        startBits = DoubleMath.log2(experts);
        switchBits = DoubleMath.log2((experts - 1) / share);
        stayBits = -DoubleMath.log2(1 - share);
        weights = new double[experts];
        Arrays.fill(weights, 1.0 / experts);
    }

    private static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " must be from 0 to 1");
        }
    }

    public int experts() {
        return weights.length;
    }

    /** The weight of an expert in the next prediction; all of them sum to 1. */
    public double weight(int expert) {
        return weights[expert];
    }

    /** The bytes observed. */
    public long observed() {
        return observed;
    }

    /** What they cost the mixture, in bits. */
    public double bits() {
        return bits;
    }

    /** How likely something is that expert i holds as likely as {@code chances[i]}. */
    public double mix(double[] chances) {
        requireExperts(chances.length);
        double mixed = 0;
        for (int i = 0; i < weights.length; i++) {
            mixed += weights[i] * chances[i];
        }
        return mixed;
    }

    /** The distribution of the next byte, of those of all experts. */
    public void mix(float[][] distributions, float[] into) {
        requireExperts(distributions.length);
        for (int b = 0; b < into.length; b++) {
            double mixed = 0;
            for (int i = 0; i < weights.length; i++) {
                mixed += weights[i] * distributions[i][b];
            }
            into[b] = (float) mixed;
        }
    }

    /**
     * Takes in the byte that came, which expert i had held as likely as {@code chances[i]}.
     *
     * @return what it cost the mixture, in bits
     */
    public double observe(double[] chances) {
        double mixed = mix(chances);
        if (!(mixed > 0)) {
            throw new IllegalArgumentException("the experts must hold what came possible, found a chance of " + mixed);
        }
        double given = share / (weights.length - 1); // to each of the others
        for (int i = 0; i < weights.length; i++) {
            double posterior = weights[i] * chances[i] / mixed;
            weights[i] = (1 - share) * posterior + given * (1 - posterior);
        }
        double cost = Chance.bits(Math.min(mixed, 1)); // floats may sum to a little more
        bits += cost;
        observed++;
        return cost;
    }

    /**
     * The most bits that {@code length} bytes can cost the mixture, if a sequence of experts that changes {@code switches}
     * times needs {@code sequenceBits} for them. With n experts, T bytes, k switches and a share of alpha (Herbster and
     * Warmuth 1998, section 5, for logarithmic loss)
     *
     * <p>L &lt;= L(sequence) + log n + k log(n - 1) + k log(1 / alpha) + (T - 1 - k) log(1 / (1 - alpha)),
     *
     * <p>which is the sequence's own probability in the mixture of all of them: it cannot cost more than its part.
     */
    public double bound(double sequenceBits, int switches, long length) {
        if (switches < 0 || (switches > 0 && switches >= length)) {
            throw new IllegalArgumentException(
                    "switches " + switches + " must be from 0 to below the " + length + " bytes");
        }
        long stays = Math.max(0, length - 1 - switches);
        return sequenceBits
                + startBits
                + (switches == 0 ? 0 : switches * switchBits)
                + (stays == 0 ? 0 : stays * stayBits); // either may be infinite
    }

    private void requireExperts(int count) {
        if (count != weights.length) {
            throw new IllegalArgumentException("expected what " + weights.length + " experts say, found " + count);
        }
    }

    /** Puts in the weights and what was paid. */
    public void save(Snapshot into) {
        into.put("weights", weights.clone());
        into.put("bits", bits);
        into.put("observed", observed);
    }

    /** Goes on from what another one saved that had as many experts, after at most {@code most} bytes. */
    public void restore(Snapshot from, long most) {
        double[] saved = from.finiteDoubles("weights", weights.length);
        double sum = 0;
        for (int i = 0; i < saved.length; i++) {
            if (!(saved[i] >= 0)) {
                throw from.bad("weights", i, saved[i], "a weight from 0 to 1");
            }
            sum += saved[i];
        }
        if (!(Math.abs(sum - 1) <= 1e-6)) {
            throw new IllegalArgumentException("the weights of the experts sum to " + sum + ", expected 1");
        }
        double paid = from.finiteDoubles("bits", 1)[0];
        if (paid < 0) {
            throw from.bad("bits", 0, paid, "a number of bits");
        }
        from.longs("observed", 1);
        observed = from.whole("observed", 0, 0, most);
        bits = paid;
        System.arraycopy(saved, 0, weights, 0, weights.length);
    }
}
