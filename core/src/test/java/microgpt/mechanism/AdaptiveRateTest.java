package microgpt.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.mechanism.AdaptiveRate.Settings;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class AdaptiveRateTest {
    private static final Settings USUAL = new Settings(true, 0.1, 0.01, 0.15, 3, 5);

    @Test
    void aSteadyLossLeavesTheRateAlone() {
        AdaptiveRate rate = new AdaptiveRate(USUAL);
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, rate.after(2.5));
        }
    }

    @Test
    void aFallingLossLeavesTheRateAlone() {
        AdaptiveRate rate = new AdaptiveRate(USUAL);
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, rate.after(5.0 / (1 + i)));
        }
    }

    @Test
    void theFirstLossIsNoShift() {
        assertEquals(1, new AdaptiveRate(USUAL).after(100));
    }

    @Test
    void theMultiplierFollowsTheFormula() {
        AdaptiveRate rate = new AdaptiveRate(new Settings(true, 0.5, 0.25, 0.1, 2, 5));
        rate.after(1);
        double fast = 1 + 0.5 * (3 - 1);
        double slow = 1 + 0.25 * (3 - 1);
        assertEquals(1 + 2 * (fast / slow - 1 - 0.1), rate.after(3), 1e-12);
    }

    @Test
    void aJumpRaisesTheRateAtMostToTheLimitAndItDecaysBack() {
        AdaptiveRate rate = new AdaptiveRate(USUAL);
        for (int i = 0; i < 500; i++) {
            rate.after(1);
        }
        double highest = 1;
        for (int i = 0; i < 100; i++) {
            highest = Math.max(highest, rate.after(8));
        }
        assertEquals(5, highest);
        double last = 0;
        for (int i = 0; i < 500; i++) {
            last = rate.after(8);
        }
        assertEquals(1, last);
    }

    @Test
    void noiseWithinTheDeadBandIsIgnored() {
        AdaptiveRate rate = new AdaptiveRate(USUAL);
        Rng rng = Rng.seeded(4);
        for (int i = 0; i < 2000; i++) {
            assertEquals(1, rate.after(2.5 + 0.3 * (rng.nextDouble() - 0.5)));
        }
    }

    @Test
    void averagesFollowTheLossWhileSwitchedOff() {
        AdaptiveRate rate = new AdaptiveRate(new Settings(false, 0.1, 0.01, 0.15, 3, 5));
        rate.after(1);
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, rate.after(4));
        }
        rate.tune(USUAL);
        assertEquals(1, rate.after(4), "the jump is long past");
        assertTrue(rate.after(60) > 1);
    }

    @Test
    void aLossOfZeroIsNoShift() {
        AdaptiveRate rate = new AdaptiveRate(USUAL);
        assertEquals(1, rate.after(0));
        assertEquals(1, rate.after(0));
    }

    @Test
    void impossibleSettingsAreRefusedByNameAndValue() {
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> new Settings(true, 0.01, 0.1, 0.15, 3, 5));
        assertEquals("slow 0.1 must not be more than fast 0.01", thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, 0, 0, 0.15, 3, 5));
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, 0.1, 0.01, -1, 3, 5));
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, 0.1, 0.01, 0.1, Double.NaN, 5));
        assertThrows(IllegalArgumentException.class, () -> new Settings(true, 0.1, 0.01, 0.1, 3, 0.5));
    }
}
