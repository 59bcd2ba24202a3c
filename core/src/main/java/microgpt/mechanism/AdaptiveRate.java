package microgpt.mechanism;

import microgpt.numeric.Snapshot;

/**
 * A multiplier of the learning rate that rises when a fast moving average of the loss climbs above a slow one, which is
 * how a shift of the stream shows, and that decays back to 1 as the slow average catches up. It is never told where
 * phases begin.
 */
public final class AdaptiveRate {

    /**
     * What can be set, at any time.
     *
     * @param fast the share of each new loss in the fast average; {@code slow} likewise
     * @param deadBand the excess of fast over slow, relative to slow, that is taken for noise
     * @param gain how much the multiplier rises for each unit of excess beyond the dead band
     * @param most the largest multiplier
     */
    public record Settings(boolean enabled, double fast, double slow, double deadBand, double gain, double most) {
        public Settings {
            share("fast", fast);
            share("slow", slow);
            if (slow > fast) {
                throw new IllegalArgumentException("slow " + slow + " must not be more than fast " + fast);
            }
            if (!(deadBand >= 0 && deadBand <= 100)) {
                throw new IllegalArgumentException("deadBand " + deadBand + " must be from 0 to 100");
            }
            if (!(gain >= 0 && gain <= 1000)) {
                throw new IllegalArgumentException("gain " + gain + " must be from 0 to 1000");
            }
            if (!(most >= 1 && most <= 1000)) {
                throw new IllegalArgumentException("most " + most + " must be from 1 to 1000");
            }
        }

        private static void share(String name, double value) {
            if (!(value > 0 && value <= 1)) {
                throw new IllegalArgumentException(name + " " + value + " must be above 0 and at most 1");
            }
        }
    }

    private Settings settings;
    private boolean started;
    private double fast;
    private double slow;

    public AdaptiveRate(Settings settings) {
        this.settings = settings;
    }

    /** Puts new settings in force; the averages go on from where they are. */
    public void tune(Settings changed) {
        settings = changed;
    }

    /**
     * What to multiply the learning rate with after a step of mean loss {@code loss}: 1 when nothing is unusual. The
     * averages follow the loss even while switched off, so that they know the stream when switched on.
     */
    public double after(double loss) {
        if (started) {
            fast += settings.fast() * (loss - fast);
            slow += settings.slow() * (loss - slow);
        } else { // both start at the first loss: an average that starts at 0 would cry wolf
            fast = loss;
            slow = loss;
            started = true;
        }
        if (!settings.enabled() || !(slow > 0)) {
            return 1;
        }
        double excess = fast / slow - 1 - settings.deadBand();
        if (!(excess > 0)) {
            return 1;
        }
        return Math.min(1 + settings.gain() * excess, settings.most());
    }

    /** Puts in the two averages. */
    public void save(Snapshot into) {
        into.put("averages", started ? 1 : 0, fast, slow);
    }

    /** Goes on from the averages that another one saved. */
    public void restore(Snapshot from) {
        double[] averages = from.finiteDoubles("averages", 3);
        started = from.flag("averages", 0);
        fast = averages[1];
        slow = averages[2];
    }
}
