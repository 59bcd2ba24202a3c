package microgpt.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TripleCountsTest {
    @Test
    void everyTripleKeepsItsCountWhileTheTableGrows() {
        TripleCounts counts = new TripleCounts();
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < 20_000; i++) {
                assertEquals(round, counts.increment((i * 797) & 0xffffff));
            }
        }
        assertEquals(3, counts.get(0));
        assertEquals(3, counts.get(797 * 19_999 & 0xffffff));
        assertEquals(0, counts.get(1));
    }

    @Test
    void aFullTableCountsOnlyWhatItKnows() {
        TripleCounts counts = new TripleCounts();
        for (int i = 0; i < TripleCounts.MOST; i++) {
            assertEquals(1, counts.increment(i));
        }
        assertEquals(0, counts.increment(0xffffff));
        assertEquals(0, counts.get(0xffffff));
        assertEquals(2, counts.increment(TripleCounts.MOST - 1));
    }
}
