package microgpt.scalar;

import microgpt.numeric.DoubleMath;

/** Powers of doubles with the same bits everywhere: multiples of 1/2 by products and roots, the rest by logarithm. */
final class Powers {
    private static final int MANY = 32;

    private Powers() {}

    static double pow(double x, double exponent) {
        double twice = 2 * exponent;
        if (Math.abs(twice) <= MANY && twice == Math.rint(twice)) {
            int halves = (int) Math.abs(twice);
            double power = product(x, halves / 2);
            if (halves % 2 == 1) {
                power *= Math.sqrt(x);
            }
            return exponent < 0 ? 1 / power : power;
        }
        if (x < 0 && exponent == Math.rint(exponent)) {
            double power = DoubleMath.pow(-x, exponent);
            return exponent % 2 == 0 ? power : -power;
        }
        return DoubleMath.pow(x, exponent);
    }

    private static double product(double x, int count) {
        double product = 1;
        for (int i = 0; i < count; i++) {
            product *= x;
        }
        return product;
    }
}
