package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairedDifferencesTest {
    private final PairedDifferences differences = new PairedDifferences();
    private final Rng random = Rng.seeded(5);

    @Test
    void beforeAKilobyteThereIsNoInterval() {
        add(1023, 0.1, 1);
        assertFalse(differences.interval().isKnown());
        add(1, 0.1, 1);
        assertTrue(differences.interval().isKnown());
    }

    @Test
    void beforeTheFirstByteThereIsNoMean() {
        assertTrue(Double.isNaN(differences.mean()));
        assertEquals(0, differences.bytes());
    }

    @Test
    void twoThatAreTheSameDifferByNothing() {
        add(5000, 0, 0);
        assertEquals(new Interval(0, 0), differences.interval());
        assertEquals(0, differences.mean());
    }

    @Test
    void theIntervalIsThatOfTheBytes() {
        add(40_000, 0.25, 1);
        Interval interval = differences.interval();
        double expected = 2 * 1.96 / Math.sqrt(40_000);
        assertEquals(expected, interval.high() - interval.low(), 0.2 * expected);
        assertTrue(interval.low() < differences.mean() && differences.mean() < interval.high());
        assertFalse(interval.hasZero());
    }

    @Test
    void aLongTextTakesNoMoreMemoryAndIsMeasuredAsWell() {
        int bytes = 3 * PairedDifferences.CELLS * PairedDifferences.FIRST_CELL_BYTES;
        add(bytes, -0.01, 1);
        Interval interval = differences.interval();
        double expected = 2 * 1.96 / Math.sqrt(bytes);
        assertEquals(expected, interval.high() - interval.low(), 0.2 * expected);
        assertEquals(bytes, differences.bytes());
        assertEquals(-0.01, differences.mean(), 3 / Math.sqrt(bytes));
    }

    private void add(int count, double mean, double deviation) {
        for (int i = 0; i < count; i++) {
            differences.add(mean + (deviation == 0 ? 0 : deviation * random.nextGaussian()));
        }
    }
}
