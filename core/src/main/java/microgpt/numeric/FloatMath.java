package microgpt.numeric;

/**
 * exp, log and erf of floats from + - * / and bit casts alone, so that every machine computes the same bits; Math.exp may
 * differ from browser to browser. Each is written so that four lanes of SIMD can follow it step by step.
 */
public final class FloatMath {
    private static final float LOG2_E = 1.442695f;
    /** ln 2 = HI + LO; HI has 9 bits, so n * HI is exact. */
    private static final float LN2_HI = 0x1.63p-1f;

    private static final float LN2_LO = -2.12194440e-4f;
    /** 1.5 * 2^23: adding it leaves a float no room for a fraction, so it rounds to the nearest integer. */
    private static final float ROUNDER = 12582912f;

    private static final float EXP_TOP = 89f; // exp(89) > Float.MAX_VALUE
    private static final float EXP_BOTTOM = -104f; // exp(-104) < Float.MIN_VALUE / 2
    private static final float SQRT_HALF = 0.70710677f;

    private FloatMath() {}

    /**
     * e^x with an error below 1 ulp: x = n ln 2 + r with |r| <= ln 2 / 2, a polynomial in
     * r (Moshier, Cephes), times 2^n. The factor 2^n is applied in two halves because n goes beyond a float's exponent on
     * both ends. Overflows to infinity, underflows through the subnormals to 0; NaN stays NaN.
     */
    public static float exp(float x) {
        float clamped = x > EXP_TOP ? EXP_TOP : x;
        clamped = clamped < EXP_BOTTOM ? EXP_BOTTOM : clamped;
        float shifted = clamped * LOG2_E + ROUNDER;
        float n = shifted - ROUNDER;
        float r = clamped - n * LN2_HI - n * LN2_LO;
        float p = 0.00019875691f;
        p = p * r + 0.0013981999f;
        p = p * r + 0.008333452f;
        p = p * r + 0.041665796f;
        p = p * r + 0.16666666f;
        p = p * r + 0.5f;
        p = p * (r * r) + r + 1f;
        int exponent = Float.floatToRawIntBits(shifted) - 0x4B400000; // n again: the low bits of n + ROUNDER
        int half = exponent >> 1;
        return p * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }

    /**
     * ln x with an error below 1 ulp: x = 2^n m with m in [sqrt(1/2), sqrt(2)), a polynomial in m - 1 (Moshier, Cephes),
     * plus n ln 2. ln 0 is -infinity; of a negative number or NaN, NaN.
     */
    public static float log(float x) {
        if (!(x > 0)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        int n = 0;
        float normal = x;
        if (x < Float.MIN_NORMAL) {
            normal = x * 0x1p23f;
            n = -23;
        }
        int bits = Float.floatToRawIntBits(normal);
        n += (bits >> 23) - 126;
        float m = Float.intBitsToFloat((bits & 0x007FFFFF) | 0x3F000000); // in [1/2, 1)
        if (m < SQRT_HALF) {
            m += m;
            n--;
        }
        float f = m - 1f;
        float square = f * f;
        float p = 0.070376836f;
        p = p * f - 0.1151461f;
        p = p * f + 0.116769984f;
        p = p * f - 0.12420141f;
        p = p * f + 0.14249323f;
        p = p * f - 0.16668057f;
        p = p * f + 0.20000714f;
        p = p * f - 0.24999994f;
        p = p * f + 0.3333333f;
        p = p * (f * square) + n * LN2_LO - 0.5f * square;
        return f + p + n * LN2_HI;
    }

    /** The error function, off by at most 5e-7: an odd rational function of x clamped to [-4, 4] (Eigen). */
    public static float erf(float x) {
        float c = x > 4f ? 4f : x;
        c = c < -4f ? -4f : c;
        float square = c * c;
        float p = -2.7261424E-10f;
        p = p * square + 2.7706815E-8f;
        p = p * square - 0.000002101024f;
        p = p * square - 0.000056925062f;
        p = p * square - 0.00073499064f;
        p = p * square - 0.0029546f;
        p = p * square - 0.016096033f;
        float q = -0.0000145660715f;
        q = q * square - 0.00021337405f;
        q = q * square - 0.001682827f;
        q = q * square - 0.0073733293f;
        q = q * square - 0.014264739f;
        return c * p / q;
    }
}
