package microgpt.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class ReservoirTest {
    private static final int ITEMS = 50;
    private static final int CAPACITY = 5;
    private static final int RUNS = 20_000;

    @Test
    void eachItemIsEquallyLikelyToBeIn() {
        int[] held = new int[ITEMS];
        long replaced = 0;
        Rng rng = Rng.seeded(1);
        for (int run = 0; run < RUNS; run++) {
            Reservoir reservoir = new Reservoir(CAPACITY, rng);
            for (int item = 0; item < ITEMS; item++) {
                replaced += reservoir.offer(item, 0) >= 0 && item >= CAPACITY ? 1 : 0;
            }
            for (int slot = 0; slot < reservoir.size(); slot++) {
                held[(int) reservoir.start(slot)]++;
            }
        }
        assertTrue(chiSquare(held) < 85.4, "chi-square " + chiSquare(held) + " with 49 degrees of freedom"); // 99.9 %
        double expected = 0; // k (1/(k+1) + ... + 1/n)
        for (int i = CAPACITY + 1; i <= ITEMS; i++) {
            expected += (double) CAPACITY / i;
        }
        assertEquals(expected, (double) replaced / RUNS, 0.06);
    }

    /** Scaled, because the items of one run exclude each other. */
    private static double chiSquare(int[] held) {
        double expected = (double) RUNS * CAPACITY / ITEMS;
        double sum = 0;
        for (int count : held) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum * (ITEMS - 1) / ITEMS / (1 - (double) CAPACITY / ITEMS);
    }

    @Test
    void aPairOfItemsIsInAsOftenAsChanceSays() {
        int together = 0;
        Rng rng = Rng.seeded(2);
        for (int run = 0; run < RUNS; run++) {
            Reservoir reservoir = new Reservoir(CAPACITY, rng);
            for (int item = 0; item < ITEMS; item++) {
                reservoir.offer(item, 0);
            }
            Set<Long> held = starts(reservoir);
            together += held.contains(0L) && held.contains(49L) ? 1 : 0;
        }
        assertEquals(5.0 * 4 / (50 * 49), (double) together / RUNS, 0.002);
    }

    @Test
    void shrinkingForgetsAtRandom() {
        int[] held = new int[10];
        Rng rng = Rng.seeded(3);
        for (int run = 0; run < 5000; run++) {
            Reservoir reservoir = new Reservoir(10, rng);
            for (int item = 0; item < 10; item++) {
                reservoir.offer(item, item);
            }
            reservoir.resize(3);
            assertEquals(3, starts(reservoir).size());
            for (int slot = 0; slot < 3; slot++) {
                held[(int) reservoir.start(slot)]++;
                assertEquals((float) reservoir.start(slot), reservoir.loss(slot));
            }
        }
        for (int count : held) {
            assertEquals(1500, count, 130);
        }
    }

    @Test
    void aLargerReservoirFillsUp() {
        Reservoir reservoir = new Reservoir(2, Rng.seeded(4));
        for (int item = 0; item < 10; item++) {
            reservoir.offer(item, 0);
        }
        reservoir.resize(100);
        for (int item = 10; item < 200; item++) {
            reservoir.offer(item, 0);
        }
        assertEquals(100, reservoir.size());
        assertEquals(100, starts(reservoir).size());
    }

    private static Set<Long> starts(Reservoir reservoir) {
        Set<Long> starts = new HashSet<>();
        for (int slot = 0; slot < reservoir.size(); slot++) {
            starts.add(reservoir.start(slot));
        }
        return starts;
    }
}
