package microgpt.worker.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final RateLimit pace = new RateLimit();

    @Test
    void withoutALimitEveryStepIsAllowed() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(0, pace.waitMillis(0));
            pace.spend();
        }
    }

    @Test
    void oneStepASecondIsAllowedAtOnceAndThenEverySecond() {
        pace.limit(1, 5000);
        assertEquals(0, pace.waitMillis(5000));
        pace.spend();
        assertEquals(1000, pace.waitMillis(5000), 1e-6);
        assertEquals(250, pace.waitMillis(5750), 1e-6);
        assertEquals(0, pace.waitMillis(6000), 1e-6);
    }

    @Test
    void aFastLimitHoldsOverManySteps() {
        pace.limit(300, 0);
        int steps = 0;
        for (double now = 0; now <= 10_000; now += 16) {
            while (pace.waitMillis(now) == 0) {
                pace.spend();
                steps++;
            }
        }
        assertEquals(3000, steps, 35);
    }

    @Test
    void aLongAbsenceIsNotCaughtUp() {
        pace.limit(100, 0);
        int steps = 0;
        while (pace.waitMillis(3_600_000) == 0) {
            pace.spend();
            steps++;
        }
        assertTrue(steps <= 10, steps + " steps at once");
    }

    @Test
    void aSpeedThatIsNoSpeedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> pace.limit(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> pace.limit(Double.NaN, 0));
    }
}
