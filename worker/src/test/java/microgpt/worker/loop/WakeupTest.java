package microgpt.worker.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class WakeupTest {
    private final HandLoop loop = new HandLoop();
    private int runs;
    private final Wakeup wakeup = new Wakeup(loop, () -> runs++);

    @Test
    void askedForSoonManyTimesItRunsOnce() {
        wakeup.soon();
        wakeup.soon();
        loop.exhaust();
        assertEquals(1, runs);
    }

    @Test
    void askedForSoonItDoesNotWaitForTheTimer() {
        double before = loop.now();
        wakeup.in(5000);
        wakeup.soon();
        loop.turn();
        assertEquals(1, runs);
        assertEquals(before, loop.now());
        loop.exhaust();
        assertEquals(1, runs);
    }

    @Test
    void itRunsNoEarlierThanItsTimer() {
        double before = loop.now();
        wakeup.in(5000);
        wakeup.in(9000);
        loop.turn();
        assertEquals(1, runs);
        assertEquals(before + 5000, loop.now());
    }

    @Test
    void anInfiniteWaitIsNone() {
        wakeup.in(Double.POSITIVE_INFINITY);
        assertFalse(loop.turn());
    }

    @Test
    void itCanBeAskedForAgainFromWithin() {
        Wakeup[] self = new Wakeup[1];
        self[0] = new Wakeup(loop, () -> {
            if (++runs < 5) {
                self[0].soon();
            }
        });
        self[0].soon();
        loop.exhaust();
        assertEquals(5, runs);
    }
}
