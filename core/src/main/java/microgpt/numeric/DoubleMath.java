package microgpt.numeric;

/**
 * Functions of doubles from + - * / and bit casts alone, so that every machine computes the same bits. For schedules,
 * meters and initial weights: accurate and plain rather than fast.
 */
public final class DoubleMath {
    /** ln 2 = HI + LO; HI has 33 bits, so n * HI is exact for every exponent n. */
    private static final double LN2_HI = 0.6931471803691238;

    private static final double LN2_LO = 1.9082149292705877E-10;
    private static final double INVERSE_LN2 = 1.4426950408889634;
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

    private DoubleMath() {}

    /** ln x, off by at most 2 ulp. ln 0 is -infinity; of a negative number or NaN, NaN. */
    public static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return logOfSpecial(x);
        }
        int n = exponentOf(x);
        double tail = twiceAtanh(mantissaOf(x)); // ln m
        return n * LN2_HI + (tail + n * LN2_LO);
    }

    /** log to base 2; exact for powers of two. */
    public static double log2(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return logOfSpecial(x);
        }
        return exponentOf(x) + twiceAtanh(mantissaOf(x)) * INVERSE_LN2;
    }

    private static double logOfSpecial(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > 0 ? x : Double.NaN;
    }

    /** n of x = 2^n m with m in [2/3, 4/3): a range around 1, so that near 1 nothing cancels. */
    private static int exponentOf(double x) {
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
        int n = (int) (bits >> 52) - 1023 - (subnormal ? 54 : 0);
        return inUnitOctave(bits) >= 4.0 / 3 ? n + 1 : n;
    }

    private static double mantissaOf(double x) {
        double m = inUnitOctave(Double.doubleToRawLongBits(x < Double.MIN_NORMAL ? x * 0x1p54 : x));
        return m >= 4.0 / 3 ? m / 2 : m;
    }

    private static double inUnitOctave(long bits) {
        return Double.longBitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
    }

    /** ln m = 2 atanh(s) = 2 (s + s^3/3 + s^5/5 + ...) with s = (m-1) / (m+1), at most 1/5 here. */
    private static double twiceAtanh(double m) {
        double s = (m - 1) / (m + 1);
        double square = s * s;
        double sum = 0;
        for (int k = 25; k >= 3; k -= 2) {
            sum = (sum + 2.0 / k) * square;
        }
        return 2 * s + s * sum;
    }

    /** e^x, off by at most 2 ulp (of a subnormal result, 1e-15 of the smallest normal number). */
    public static double exp(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x > 710) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < -746) {
            return 0;
        }
        int n = (int) Math.floor(x * INVERSE_LN2 + 0.5);
        double r = x - n * LN2_HI - n * LN2_LO;
        double sum = 0; // r + r^2/2! + r^3/3! + ..., by Horner's rule
        for (int k = 14; k >= 1; k--) {
            sum = (sum + 1) * r / k;
        }
        int half = n >> 1;
        return (1 + sum) * powerOfTwo(half) * powerOfTwo(n - half);
    }

    private static double powerOfTwo(int n) {
        return Double.longBitsToDouble((n + 1023L) << 52);
    }

    /** x^y for x >= 0, with a relative error of about 1e-16 * |y ln x|; 1 for y = 0. */
    public static double pow(double x, double y) {
        return y == 0 ? 1 : exp(y * log(x));
    }

    /** cos x, off by at most 1e-14 for |x| up to 100. */
    public static double cos(double x) {
        double turns = x / (2 * Math.PI);
        double r = (turns - Math.floor(turns + 0.5)) * (2 * Math.PI); // in [-pi, pi]
        double square = r * r;
        double sum = 0; // 1 - r^2/2! + r^4/4! - ..., by Horner's rule
        for (int k = 28; k >= 2; k -= 2) {
            sum = -(1 + sum) * square / (k * (k - 1));
        }
        return 1 + sum;
    }

    /** sin x, as far off as {@link #cos}. */
    public static double sin(double x) {
        return cos(x - Math.PI / 2);
    }

    /**
     * The error function, off by at most 1e-15: erf x = 2/sqrt(pi) e^(-x^2) (x + 2x^3/3 + 4x^5/15 + ...), whose terms are all
     * of one sign.
     */
    public static double erf(double x) {
        if (!(Math.abs(x) < 6)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        double term = x;
        double sum = 0;
        for (int k = 1; sum + term != sum; k++) {
            sum += term;
            term *= 2 * x * x / (2 * k + 1);
        }
        return TWO_OVER_SQRT_PI * exp(-x * x) * sum;
    }
}
