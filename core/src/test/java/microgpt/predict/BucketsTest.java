package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final int SEEN = 1 << 8;

    private final Journal journal = new Journal();
    private final Buckets buckets = new Buckets(1, journal);

    @Test
    void aContextFindsItsBucketAgain() {
        int at = buckets.find(0x1234_5678);
        buckets.cells[at + 3] = 77;
        assertEquals(at, buckets.find(0x1234_5678));
        assertEquals(77, buckets.cells[at + 3]);
        assertNotEquals(at, buckets.find(0x1234_5679));
    }

    @Test
    void aNewBucketHasSeenNothing() {
        int at = buckets.find(0x7777_0000);
        for (int node = 1; node < Buckets.CELLS; node++) {
            assertEquals(0x8000_0000, buckets.cells[at + node]);
        }
    }

    @Test
    void theLeastSeenOfThreeIsGivenUp() {
        int[] places = new int[3];
        for (int i = 0; i < 3; i++) {
            places[i] = buckets.find(0x5555_0001 + i);
            buckets.cells[places[i] + 1] += (3 - i) * SEEN;
        }
        assertEquals(places[2], buckets.find(0x5555_0009));
        assertEquals(places[0], buckets.find(0x5555_0001));
    }

    @Test
    void whatATakeoverOverwroteCanBeGivenBack() {
        for (int i = 0; i < 3; i++) {
            int at = buckets.find(0x5555_0001 + i);
            buckets.cells[at + 5] = 1000 + i;
        }
        int[] before = buckets.cells.clone();
        journal.open();
        int mark = journal.mark();
        buckets.find(0x5555_0009);
        journal.backTo(mark);
        assertArrayEquals(before, buckets.cells);
    }

    @Test
    void aTableComesBackToTheBit() {
        Rng rng = Rng.seeded(8);
        for (int i = 0; i < 3000; i++) {
            int at = buckets.find(Hash.of(i, 1));
            buckets.cells[at + 1 + rng.nextInt(15)] = rng.nextInt(3) == 0 ? rng.nextInt(1 << 30) : 1234;
        }
        Snapshot saved = new Snapshot();
        buckets.save(saved);
        Buckets found = new Buckets(1, journal);
        found.find(0x7777_0000);
        found.restore(saved);
        assertArrayEquals(buckets.cells, found.cells);
    }

    @Test
    void aTableOfAnotherSizeIsRefused() {
        Snapshot saved = new Snapshot();
        new Buckets(2, journal).save(saved);
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> buckets.restore(saved));
        assertEquals("the saved table of counts has 524288 cells, expected 262144", thrown.getMessage());
    }
}
