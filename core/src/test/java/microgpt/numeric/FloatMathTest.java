package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FloatMathTest {
    /** Visits one float in about 2000 of all that there are, of both signs, subnormals included. */
    private static final int STRIDE = 2003;

    @Test
    void expIsWithinOneUlpOverTheWholeRange() {
        double worst = 0;
        for (long bits = 0; bits < 0x7F800000L; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            worst = Math.max(worst, Math.max(expError(x), expError(-x)));
        }
        for (float x = -104; x < 88.72f; x += 0.0007f) {
            worst = Math.max(worst, expError(x));
        }
        assertTrue(worst < 1, "worst error in ulp: " + worst);
    }

    private static double expError(float x) {
        double right = StrictMath.exp(x);
        float got = FloatMath.exp(x);
        float rounded = (float) right;
        if (Float.isInfinite(rounded)) {
            assertEquals(Float.POSITIVE_INFINITY, got, "exp " + x);
            return 0;
        }
        return Math.abs(got - right) / Math.ulp(rounded);
    }

    @Test
    void logIsWithinOneUlpOverTheWholeRange() {
        double worst = 0;
        for (long bits = 1; bits < 0x7F800000L; bits += STRIDE) {
            worst = Math.max(worst, logError(Float.intBitsToFloat((int) bits)));
        }
        for (float x = 0.5f; x < 2; x += 0x1p-20f) {
            worst = Math.max(worst, logError(x));
        }
        assertTrue(worst < 1, "worst error in ulp: " + worst);
    }

    private static double logError(float x) {
        double right = StrictMath.log(x);
        return Math.abs(FloatMath.log(x) - right) / Math.ulp((float) right);
    }

    @Test
    void specialValuesGoWhereTheyShould() {
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(Float.POSITIVE_INFINITY));
        assertEquals(0f, FloatMath.exp(Float.NEGATIVE_INFINITY));
        assertTrue(Float.isNaN(FloatMath.exp(Float.NaN)));
        assertEquals(1f, FloatMath.exp(0f));
        assertEquals(1f, FloatMath.exp(-0f));
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(88.73f));
        assertEquals(Float.MIN_VALUE, FloatMath.exp(-103.5f));
        assertEquals(0f, FloatMath.exp(-104f));
        assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(0f));
        assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(-0f));
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.log(Float.POSITIVE_INFINITY));
        assertTrue(Float.isNaN(FloatMath.log(-1f)));
        assertTrue(Float.isNaN(FloatMath.log(Float.NaN)));
        assertEquals(0f, FloatMath.log(1f));
        assertTrue(Float.isNaN(FloatMath.erf(Float.NaN)));
    }

    @Test
    void erfAgreesWithItsSeries() {
        double worst = 0;
        for (float x = -7; x < 7; x += 0.001f) {
            worst = Math.max(worst, Math.abs(FloatMath.erf(x) - DoubleMath.erf(x)));
        }
        assertTrue(worst < 5e-7, "worst error: " + worst);
    }

    /** A change here changes every loss ever reported: the number was seen on the JVM and in a browser's WasmGC. */
    @Test
    void theBitsAreThoseOfEveryMachine() {
        Rng rng = Rng.seeded(5);
        long hash = 1;
        for (int i = 0; i < 10_000; i++) {
            float x = (float) (rng.nextGaussian() * 30);
            hash = hash * 31 + Float.floatToIntBits(FloatMath.exp(x));
            hash = hash * 31 + Float.floatToIntBits(FloatMath.log(Math.abs(x)));
            hash = hash * 31 + Float.floatToIntBits(FloatMath.erf(x / 10));
            hash = hash * 31 + Double.doubleToLongBits(DoubleMath.exp(x));
            hash = hash * 31 + Double.doubleToLongBits(DoubleMath.log2(Math.abs(x)));
            hash = hash * 31 + Double.doubleToLongBits(DoubleMath.cos(x));
        }
        assertEquals(-2676238950554424466L, hash);
    }
}
