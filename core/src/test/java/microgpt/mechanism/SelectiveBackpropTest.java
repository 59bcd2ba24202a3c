package microgpt.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.mechanism.SelectiveBackprop.Rule;
import microgpt.mechanism.SelectiveBackprop.Settings;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class SelectiveBackpropTest {
    private static final double ONE_BIT = Math.log(2);

    @Test
    void theThresholdIsInBits() {
        SelectiveBackprop selective = with(new Settings(true, Rule.THRESHOLD, 1.5, 0, 0, 8));
        assertTrue(selective.learnsFrom(1.51 * ONE_BIT));
        assertFalse(selective.learnsFrom(1.49 * ONE_BIT));
        assertEquals(1, selective.skipped());
    }

    @Test
    void aThresholdOfMinusInfinityLearnsFromEverythingAndOneOfInfinityFromNothing() {
        SelectiveBackprop never = with(new Settings(true, Rule.THRESHOLD, Double.POSITIVE_INFINITY, 0, 0, 8));
        SelectiveBackprop always = with(new Settings(true, Rule.THRESHOLD, Double.NEGATIVE_INFINITY, 0, 0, 8));
        for (int i = 0; i < 100; i++) {
            assertFalse(never.learnsFrom(i));
            assertTrue(always.learnsFrom(i));
        }
    }

    @Test
    void whileOffNothingIsSkipped() {
        SelectiveBackprop off = with(new Settings(false, Rule.THRESHOLD, 100, 0, 0, 8));
        assertTrue(off.learnsFrom(0));
        assertEquals(0, off.skipped());
    }

    @Test
    void aBetaOfZeroLearnsFromEverything() {
        SelectiveBackprop selective = with(percentile(0, 0));
        Rng losses = Rng.seeded(3);
        for (int i = 0; i < 10_000; i++) {
            assertTrue(selective.learnsFrom(losses.nextDouble()));
        }
    }

    @Test
    void stationaryLossesAreKeptOnceInBetaPlusOne() {
        for (double beta : new double[] {0.5, 1, 2, 3}) {
            SelectiveBackprop selective = with(percentile(beta, 0));
            Rng losses = Rng.seeded(7);
            int n = 20_000;
            int kept = 0;
            for (int i = 0; i < n; i++) {
                kept += selective.learnsFrom(losses.nextDouble()) ? 1 : 0;
            }
            double expected = 1 / (beta + 1);
            double tolerance = 3 * Math.sqrt(expected * (1 - expected) / n) + 1.0 / 1024; // ranks come in 1/1024ths
            assertEquals(expected, (double) kept / n, tolerance, "beta " + beta);
            assertEquals(n - kept, selective.skipped());
        }
    }

    @Test
    void theChanceOfEachDecileIsItsPercentileToThePowerOfBeta() {
        SelectiveBackprop selective = with(percentile(2, 0));
        Rng losses = Rng.seeded(11);
        int[] seen = new int[10];
        int[] kept = new int[10];
        for (int i = 0; i < 50_000; i++) {
            double loss = losses.nextDouble();
            int decile = (int) (loss * 10);
            seen[decile]++;
            kept[decile] += selective.learnsFrom(loss) ? 1 : 0;
        }
        double chiSquare = 0;
        for (int d = 0; d < 10; d++) {
            double chance =
                    (Math.pow((d + 1) / 10.0, 3) - Math.pow(d / 10.0, 3)) / 3 * 10; // mean of q^2 over the decile
            double expected = seen[d] * chance;
            chiSquare += (kept[d] - expected) * (kept[d] - expected) / (expected * (1 - chance));
        }
        assertTrue(chiSquare < 29.6, "chi-square " + chiSquare + " with 10 degrees of freedom"); // 99.9 %
    }

    @Test
    void constantLossesAreStillLearnedFrom() {
        SelectiveBackprop selective = with(percentile(3, 0.05));
        int kept = 0;
        for (int i = 0; i < 10_000; i++) {
            kept += selective.learnsFrom(2) ? 1 : 0;
        }
        assertEquals(0.125, kept / 10_000.0, 0.01, "they rank in the middle, and 0.5^3 is 0.125");
    }

    @Test
    void theFloorIsTheLeastChance() {
        SelectiveBackprop selective = with(percentile(5, 0.3));
        selective.learnsFrom(1e9);
        int kept = 0;
        for (int i = 0; i < 10_000; i++) {
            kept += selective.learnsFrom(-i) ? 1 : 0; // each below all before
        }
        assertEquals(0.3, kept / 10_000.0, 0.015);
    }

    @Test
    void theSameSeedMakesTheSameChoices() {
        SelectiveBackprop one = with(percentile(1, 0));
        SelectiveBackprop other = with(percentile(1, 0));
        Rng losses = Rng.seeded(5);
        for (int i = 0; i < 1000; i++) {
            double loss = losses.nextDouble();
            assertEquals(one.learnsFrom(loss), other.learnsFrom(loss));
        }
    }

    @Test
    void settingsChangeWhileRunning() {
        SelectiveBackprop selective = with(new Settings(true, Rule.THRESHOLD, 100, 0, 0, 8));
        assertFalse(selective.learnsFrom(1));
        selective.tune(new Settings(true, Rule.THRESHOLD, 0, 0, 0, 16));
        assertTrue(selective.learnsFrom(1));
    }

    @Test
    void impossibleSettingsAreRefusedByNameAndValue() {
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> new Settings(true, Rule.PERCENTILE, 0, -1, 0, 8));
        assertEquals("beta -1.0 must be from 0 to 100", thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, Rule.PERCENTILE, 0, 1, 2, 8));
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, Rule.PERCENTILE, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, Rule.THRESHOLD, Double.NaN, 1, 0, 8));
    }

    private static Settings percentile(double beta, double floor) {
        return new Settings(true, Rule.PERCENTILE, 0, beta, floor, 1024);
    }

    private static SelectiveBackprop with(Settings settings) {
        return new SelectiveBackprop(settings, Rng.seeded(1));
    }
}
