package microgpt.mechanism;

import microgpt.numeric.Bits;
import microgpt.numeric.DoubleMath;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;

/**
 * The choice whether a step is worth its backward pass, by the loss it just suffered. It saves compute, and it biases what
 * is learned: easy steps count for less than they should.
 *
 * <p>One decision is made for the whole step, on the mean loss of its new bytes, so that a skipped step really costs
 * nothing but its forward pass; it leaves weights and optimizer untouched.
 */
public final class SelectiveBackprop {
    /** How a step is judged. */
    public enum Rule {
        /** Learn when the loss is at least a fixed one. */
        THRESHOLD,
        /** Learn with a chance that grows with the rank of the loss among recent ones (Jiang et al. 2019). */
        PERCENTILE
    }

    /**
     * What can be set, at any time.
     *
     * @param thresholdBits the loss, in bits per byte, below which {@link Rule#THRESHOLD} skips
     * @param beta the chance is percentile^beta: 0 always learns, and if losses are stationary 1/(beta+1) of steps learn
     * @param floor the least chance, so that constant losses are learned from, too
     * @param history how many recent losses {@link Rule#PERCENTILE} compares with; while losses fall, a long memory makes
     *     every step look easy, and more are skipped than beta says
     */
    public record Settings(boolean enabled, Rule rule, double thresholdBits, double beta, double floor, int history) {
        public Settings {
            if (Double.isNaN(thresholdBits)) {
                throw new IllegalArgumentException("thresholdBits must be a number of bits per byte, not NaN");
            }
            if (!(beta >= 0 && beta <= 100)) {
                throw new IllegalArgumentException("beta " + beta + " must be from 0 to 100");
            }
            if (!(floor >= 0 && floor <= 1)) {
                throw new IllegalArgumentException("floor " + floor + " must be from 0 to 1");
            }
            if (history < 1 || history > 1 << 16) {
                throw new IllegalArgumentException("history " + history + " must be from 1 to 65536");
            }
        }
    }

    private final Rng rng;
    private Settings settings;
    private RecentLosses recent;
    private long skipped;

    public SelectiveBackprop(Settings settings, Rng rng) {
        this.rng = rng;
        this.settings = settings;
        this.recent = new RecentLosses(settings.history());
    }

    /** Puts new settings in force; another length of history starts it anew. */
    public void tune(Settings changed) {
        if (changed.history() != settings.history()) {
            recent = new RecentLosses(changed.history());
        }
        settings = changed;
    }

    /** Whether to learn from a step whose new bytes cost {@code loss} nats each. */
    public boolean learnsFrom(double loss) {
        boolean learns = !settings.enabled() || isWorthIt(loss);
        recent.add(loss);
        if (!learns) {
            skipped++;
        }
        return learns;
    }

    private boolean isWorthIt(double loss) {
        if (settings.rule() == Rule.THRESHOLD) {
            return loss >= Bits.toNats(settings.thresholdBits());
        }
        double chance = DoubleMath.pow(recent.percentile(loss), settings.beta());
        return rng.nextDouble() < Math.max(chance, settings.floor());
    }

    /** How many steps were skipped. */
    public long skipped() {
        return skipped;
    }

    /** Puts in the recent losses, and where the random numbers are. */
    public void save(Snapshot into) {
        into.put("random", rng.state());
        into.put("skipped", skipped);
        recent.save(into.part("recent"));
    }

    /** Goes on, after {@code steps}, from what another one saved that had the same settings. */
    public void restore(Snapshot from, long steps) {
        from.restore("random", rng);
        from.longs("skipped", 1);
        skipped = from.whole("skipped", 0, 0, steps);
        recent.restore(from.part("recent"));
    }
}
