package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RngTest {
    @Test
    void splitMixGivesItsPublishedStream() {
        Rng rng = new SplitMix64(1234567);
        assertEquals(6457827717110365317L, rng.nextLong());
        assertEquals(3203168211198807973L, rng.nextLong());
    }

    @Test
    void xoshiroGivesItsPublishedStream() {
        Rng rng = new Xoshiro256(0);
        rng.restore(new long[] {1, 2, 3, 4});
        assertEquals(11520, rng.nextLong());
        assertEquals(0, rng.nextLong());
        assertEquals(1509978240, rng.nextLong());
        assertEquals(1215971899390074240L, rng.nextLong());
    }

    @Test
    void aRestoredStateContinuesTheStream() {
        Rng rng = Rng.seeded(7);
        rng.nextGaussian();
        long[] state = rng.state();
        double next = rng.nextGaussian();
        Rng other = Rng.seeded(8);
        other.restore(state);
        assertEquals(next, other.nextGaussian());
        rng.stateInto(state);
        assertArrayEquals(rng.state(), state);
        assertThrows(IllegalArgumentException.class, () -> other.restore(new long[3]));
        assertThrows(IllegalArgumentException.class, () -> other.restore(new long[4]));
    }

    @Test
    void integersAreUniform() {
        Rng rng = Rng.seeded(1);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[rng.nextInt(7)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400); // four standard deviations
        }
        assertThrows(IllegalArgumentException.class, () -> rng.nextInt(0));
    }

    @Test
    void largeBoundsAreUnbiased() {
        Rng rng = Rng.seeded(2);
        int bound = 3 << 29; // three quarters of 2^31: plain multiplication would favour a third of the values
        int[] thirds = new int[3];
        for (int i = 0; i < 30_000; i++) {
            thirds[rng.nextInt(bound) / (1 << 29)]++;
        }
        for (int count : thirds) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void doublesFillTheUnitInterval() {
        Rng rng = Rng.seeded(3);
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            double x = rng.nextDouble();
            assertTrue(x >= 0 && x < 1);
            sum += x;
        }
        assertEquals(0.5, sum / 10_000, 0.012);
    }

    @Test
    void gaussiansHaveTheMomentsOfANormalDistribution() {
        Rng rng = Rng.seeded(4);
        int n = 50_000;
        double mean = 0;
        double square = 0;
        double fourth = 0;
        for (int i = 0; i < n; i++) {
            double x = rng.nextGaussian();
            mean += x / n;
            square += x * x / n;
            fourth += x * x * x * x / n;
        }
        assertEquals(0, mean, 0.02);
        assertEquals(1, square, 0.03);
        assertEquals(3, fourth, 0.2);
    }

    @Test
    void shufflingKeepsEveryElement() {
        int[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Rng.seeded(5).shuffle(values);
        assertTrue(!Arrays.equals(values, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        Arrays.sort(values);
        assertEquals("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]", Arrays.toString(values));
    }
}
