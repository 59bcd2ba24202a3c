package microgpt.predict;

/** Logits in steps of 1/2, from -8 to 8: the columns of maps. */
final class Bins {
    static final int COUNT = 33;
    static final int MIDDLE = 16;
    private static final float PER_UNIT = 2;

    private Bins() {}

    /** The nearest one. */
    static int of(float logit) {
        int bin = (int) (logit * PER_UNIT + MIDDLE + 0.5f);
        return bin < 0 ? 0 : Math.min(bin, COUNT - 1);
    }

    /** The logit in its middle. */
    static float logit(int bin) {
        return (bin - MIDDLE) / PER_UNIT;
    }

    /** Where a logit lies among the middles, as a fraction of a bin beyond the lower one; at most {@code COUNT - 1}. */
    static float place(float logit) {
        return Logistic.clamp(logit, 7.99f) * PER_UNIT + MIDDLE;
    }
}
