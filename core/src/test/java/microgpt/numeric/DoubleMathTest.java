package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleMathTest {
    @Test
    void logIsWithinTwoUlp() {
        double worst = 0;
        for (long bits = 1; bits > 0 && bits < 0x7FF0000000000000L; bits += 0x0000_1357_9BDF_1357L * 16) {
            double x = Double.longBitsToDouble(bits);
            double right = StrictMath.log(x);
            worst = Math.max(worst, Math.abs(DoubleMath.log(x) - right) / Math.ulp(right));
        }
        for (double x = 0.5; x < 2; x += 1.0 / 70_001) {
            double right = StrictMath.log(x);
            worst = Math.max(worst, Math.abs(DoubleMath.log(x) - right) / Math.ulp(right));
        }
        assertTrue(worst <= 2, "worst error in ulp: " + worst);
    }

    @Test
    void expIsWithinTwoUlp() {
        double worst = 0;
        for (double x = -708; x < 709.7; x += 0.01234567) {
            double right = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(DoubleMath.exp(x) - right) / Math.ulp(right));
        }
        assertTrue(worst <= 2, "worst error in ulp: " + worst);
    }

    @Test
    void specialValuesGoWhereTheyShould() {
        assertEquals(Double.POSITIVE_INFINITY, DoubleMath.exp(Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, DoubleMath.exp(709.8));
        assertEquals(0, DoubleMath.exp(Double.NEGATIVE_INFINITY));
        assertEquals(Double.MIN_VALUE, DoubleMath.exp(-744.5));
        assertEquals(1, DoubleMath.exp(0));
        assertTrue(Double.isNaN(DoubleMath.exp(Double.NaN)));
        assertEquals(0, DoubleMath.log(1));
        assertEquals(Double.NEGATIVE_INFINITY, DoubleMath.log(0));
        assertEquals(Double.POSITIVE_INFINITY, DoubleMath.log(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(DoubleMath.log(-1)));
        assertTrue(Double.isNaN(DoubleMath.log(Double.NaN)));
        assertEquals(1, DoubleMath.pow(0, 0));
        assertEquals(0, DoubleMath.pow(0, 2));
        assertTrue(Double.isNaN(DoubleMath.erf(Double.NaN)));
    }

    @Test
    void powersOfTwoHaveExactLogarithms() {
        for (int n = -1074; n < 1024; n++) {
            assertEquals(n, DoubleMath.log2(StrictMath.scalb(1.0, n)));
        }
    }

    @Test
    void powMultipliesOut() {
        assertEquals(StrictMath.pow(0.95, 1000), DoubleMath.pow(0.95, 1000), 1e-13 * StrictMath.pow(0.95, 1000));
        assertEquals(Math.sqrt(2), DoubleMath.pow(2, 0.5), 1e-15);
    }

    @Test
    void cosFollowsTheCircle() {
        for (double x = -100; x < 100; x += 0.01) {
            assertEquals(StrictMath.cos(x), DoubleMath.cos(x), 1e-14, "cos " + x);
        }
        assertEquals(-1, DoubleMath.cos(Math.PI), 1e-15);
    }

    @Test
    void erfHasItsTabulatedValues() { // NIST DLMF, table 7.23
        assertEquals(0, DoubleMath.erf(0));
        assertEquals(0.5204998778130465, DoubleMath.erf(0.5), 1e-15);
        assertEquals(0.8427007929497149, DoubleMath.erf(1), 1e-15);
        assertEquals(0.9953222650189527, DoubleMath.erf(2), 1e-15);
        assertEquals(-0.9999779095030014, DoubleMath.erf(-3), 1e-15);
        assertEquals(1, DoubleMath.erf(6), 1e-15);
    }
}
