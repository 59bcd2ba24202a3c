package microgpt.web.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void withoutALimitAllIsAllowed() {
        assertFalse(pace.isLimited());
        assertEquals(Long.MAX_VALUE, pace.allowed(1));
    }

    @Test
    void soManyBytesASecondAreAllowedFromWhereItBegan() {
        pace.limit(200, 1000, 5000);
        assertTrue(pace.isLimited());
        assertEquals(1000, pace.allowed(5000));
        assertEquals(1100, pace.allowed(5500));
    }

    @Test
    void aPauseIsNotMadeUpFor() {
        pace.limit(200, 0, 0);
        pace.restart(100, 60_000);
        assertEquals(120, pace.allowed(60_100));
    }
}
