package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final int SEEN = 1 << 8;
    private static final int COUNT = 12 * 1024;

    private final Journal journal = new Journal();
    private final Buckets buckets = new Buckets(COUNT, 2, journal);

    @Test
    void aContextFindsItsBucketAgain() {
        assertEquals(-1, buckets.find(0x1234_5678));
        int at = buckets.make(0x1234_5678);
        assertEquals(at, buckets.find(0x1234_5678));
        assertEquals(-1, buckets.find(0x1234_5679));
    }

    @Test
    void aNewBucketHasSeenNothing() {
        int at = buckets.make(0x7777_0000);
        for (int node = 1; node < Buckets.CELLS; node++) {
            assertEquals(0x8000_0000, buckets.cells[at + node]);
        }
    }

    @Test
    void theLeastSeenOfThreeIsGivenUp() {
        int[] places = new int[3];
        for (int i = 0; i < 3; i++) {
            places[i] = buckets.make(0x5555_0001 + i);
            buckets.cells[places[i] + 1] += (3 - i) * SEEN;
        }
        assertEquals(places[2], buckets.make(0x5555_0009));
        assertEquals(places[0], buckets.find(0x5555_0001));
        assertEquals(-1, buckets.find(0x5555_0003));
    }

    @Test
    void blankBucketsLieOutsideTheTable() {
        int at = buckets.blank(1);
        assertTrue(buckets.isBlank(at));
        assertFalse(buckets.isBlank(buckets.make(0xffff_ffff)));
        buckets.cells[at + 5] = 7;
        assertEquals(0x8000_0000, buckets.cells[buckets.blank(1) + 5]);
    }

    @Test
    void whatATakeoverOverwroteCanBeGivenBack() {
        for (int i = 0; i < 3; i++) {
            int at = buckets.make(0x5555_0001 + i);
            buckets.cells[at + 5] = 1000 + i;
        }
        int[] before = buckets.cells.clone();
        journal.open();
        int mark = journal.mark();
        buckets.make(0x5555_0009);
        journal.backTo(mark);
        assertArrayEquals(before, buckets.cells);
    }

    @Test
    void aTableComesBackToTheBit() {
        Rng rng = Rng.seeded(8);
        for (int i = 0; i < 3000; i++) {
            int at = buckets.make(Hash.of(i, 1));
            buckets.cells[at + 1 + rng.nextInt(15)] = rng.nextInt(3) == 0 ? rng.nextInt(1 << 30) : 1234;
        }
        Snapshot saved = new Snapshot();
        buckets.save(saved);
        Buckets found = new Buckets(COUNT, 2, journal);
        found.make(0x7777_0000);
        found.restore(saved);
        assertArrayEquals(buckets.cells, found.cells);
    }

    @Test
    void aTableOfAnotherSizeIsRefused() {
        Snapshot saved = new Snapshot();
        new Buckets(2 * COUNT, 2, journal).save(saved);
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> buckets.restore(saved));
        assertEquals("the saved table of counts has 393216 cells, expected 196608", thrown.getMessage());
    }
}
