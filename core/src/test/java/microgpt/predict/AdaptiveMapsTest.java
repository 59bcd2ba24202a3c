package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdaptiveMapsTest {
    /** From 1/2 by 1 / (n + 1.5): (ones + 1/4) / (n + 1/2), the estimate of Krichevsky and Trofimov for half a bit. */
    @Test
    void belowTheLimitItIsAFrequency() {
        AdaptiveMaps maps = new AdaptiveMaps(3, 100);
        maps.set(1, 0.5f, 0);
        int ones = 0;
        for (int n = 1; n <= 50; n++) {
            int bit = n % 3 == 0 ? 1 : 0;
            ones += bit;
            maps.learn(1, bit);
            assertEquals((ones + 0.25) / (n + 0.5), maps.p(1), 1e-6);
        }
        assertEquals(0, maps.p(0));
    }

    @Test
    void atTheLimitItIsAMovingAverage() {
        AdaptiveMaps maps = new AdaptiveMaps(1, 2);
        maps.set(0, 0, 2);
        maps.learn(0, 1);
        assertEquals(1 / 3.5f, maps.p(0));
        maps.learn(0, 1);
        assertEquals(1 / 3.5f + (1 - 1 / 3.5f) / 3.5f, maps.p(0), 1e-7f);
    }

    /** Processors take a hundred times as long for them. */
    @Test
    void aProbabilityNeverFallsToNumbersThatAreSlow() {
        AdaptiveMaps maps = new AdaptiveMaps(1, 250);
        maps.set(0, 0.5f, 2);
        for (int i = 0; i < 50_000; i++) {
            maps.learn(0, 0);
        }
        assertTrue(maps.p(0) > Float.MIN_NORMAL && maps.p(0) < 1e-19f, "p: " + maps.p(0));
    }
}
