package microgpt.web.race;

import microgpt.numeric.Ema;

/** What the bytes cost one contender, in bits per byte: the mean of all so far, and a moving average. */
final class Score {
    /** The slow moving average of the laboratory. */
    private static final int AVERAGED_BYTES = 4096;

    private final Ema average = Ema.over(AVERAGED_BYTES);
    private double sum;
    private long bytes;

    void add(double bits) {
        average.add(bits);
        sum += bits;
        bytes++;
    }

    /** NaN before the first byte. */
    double mean() {
        return sum / bytes;
    }

    /** NaN before the first byte. */
    double average() {
        return average.value();
    }
}
