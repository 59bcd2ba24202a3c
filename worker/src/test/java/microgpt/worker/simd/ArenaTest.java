package microgpt.worker.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ArenaTest {
    private static final int BEGIN = 1000;

    @Test
    void blocksDoNotTouch() {
        Arena arena = growing();
        int a = arena.take(100);
        int b = arena.take(1);
        int c = arena.take(0);
        assertTrue(a >= BEGIN + Arena.GUARD);
        assertTrue(b >= a + 100 + Arena.GUARD);
        assertTrue(c >= b + 1 + Arena.GUARD);
    }

    @Test
    void whatComesBackIsHandedOutAgain() {
        Arena arena = growing();
        int a = arena.take(100);
        int b = arena.take(100);
        arena.take(100);
        arena.giveBack(a, 100);
        arena.giveBack(b, 100);
        assertEquals(a, arena.take(200), "two neighbouring gaps are one");
    }

    @Test
    void aThousandRunsNeedNoMoreMemoryThanOne() {
        Arena arena = growing();
        int kept = arena.take(5000);
        int[] blocks = new int[3];
        int size = 0;
        for (int run = 0; run < 1000; run++) {
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = arena.take(300_000L * (i + 1));
            }
            for (int i : new int[] {1, 0, 2}) {
                arena.giveBack(blocks[i], 300_000L * (i + 1));
            }
            size = run == 0 ? arena.size() : size;
        }
        assertEquals(size, arena.size());
        arena.giveBack(kept, 5000);
        assertEquals(0, arena.used());
    }

    @Test
    void aRefusalSaysHowMuchWasAskedAndHowMuchThereIs() {
        Arena arena = new Arena(BEGIN, 2 * Arena.PAGE, pages -> false);
        arena.take(100_000);
        OutOfMemoryError refusal = assertThrows(OutOfMemoryError.class, () -> arena.take(10_000_000));
        assertEquals(
                "this needs 10 MB at once, but the browser gives no more: 1 of 1 MB are in use; choose a smaller model"
                        + " or batch",
                refusal.getMessage());
        assertThrows(OutOfMemoryError.class, () -> growing().take(3L << 30));
    }

    @Test
    void growthStartsAtTheGapAtTheEnd() {
        Arena arena = growing();
        arena.take(60_000);
        arena.take(100_000);
        assertEquals(3 * Arena.PAGE, arena.size());
    }

    private static Arena growing() {
        return new Arena(BEGIN, Arena.PAGE, pages -> true);
    }
}
