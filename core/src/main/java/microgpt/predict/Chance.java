package microgpt.predict;

import microgpt.numeric.DoubleMath;

/**
 * The one rule that turns probabilities of a bit into whole numbers: a chance counts 65536ths from 1 to 65535. The coder
 * splits its range by them and the score is computed from them, so the length that is shown is the length of the file.
 */
public final class Chance {
    /** The whole. */
    public static final int ONE = 1 << 16;

    private Chance() {}

    /** The chance nearest below {@code probability}, but never none and never certain. */
    public static int of(float probability) {
        int chance = (int) (probability * ONE);
        return chance < 1 ? 1 : Math.min(chance, ONE - 1);
    }

    /** How much of the whole the chance of a 1 gives to {@code bit}, as a fraction. */
    public static double share(int chance, int bit) {
        return (bit == 1 ? chance : ONE - chance) / (double) ONE;
    }

    /** What something of that probability costs, in bits. */
    public static double bits(double probability) {
        return -DoubleMath.log2(probability);
    }
}
