package microgpt.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import microgpt.optim.Schedule.Kind;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void constantIsConstantAfterItsWarmup() {
        assertEquals(1, Schedule.CONSTANT.factor(1));
        assertEquals(1, Schedule.CONSTANT.factor(1_000_000));
        Schedule warm = new Schedule(Kind.CONSTANT, 20, 0, 0);
        assertEquals(1 / 20.0, warm.factor(1));
        assertEquals(19 / 20.0, warm.factor(19));
        assertEquals(1, warm.factor(20));
    }

    @Test
    void linearEndsAtZero() {
        Schedule linear = new Schedule(Kind.LINEAR, 0, 1000, 0);
        assertEquals(1, linear.factor(1));
        assertEquals(0.5, linear.factor(501));
        assertEquals(0.001, linear.factor(1000), 1e-12);
        assertEquals(0, linear.factor(1001));
        assertEquals(0, linear.factor(5000));
    }

    @Test
    void inverseSqrtDecaysOnceItsSpanIsOver() {
        Schedule decay = new Schedule(Kind.INVERSE_SQRT, 20, 500, 0);
        assertEquals(0.5, decay.factor(10));
        assertEquals(1, decay.factor(500));
        assertEquals(0.5, decay.factor(2000));
    }

    @Test
    void cosineFallsFromWarmupToTheFloor() {
        Schedule cosine = new Schedule(Kind.COSINE, 100, 1100, 0.1);
        assertEquals(0.5, cosine.factor(50));
        assertEquals(1, cosine.factor(100));
        assertEquals(0.55, cosine.factor(600), 1e-12);
        assertEquals(0.1, cosine.factor(1100), 1e-12);
        assertEquals(0.1, cosine.factor(9999), 1e-12);
    }

    @Test
    void impossibleSchedulesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Kind.LINEAR, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Kind.CONSTANT, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Kind.COSINE, 10, 10, 0));
        assertThrows(IllegalArgumentException.class, () -> new Schedule(Kind.COSINE, 0, 10, Double.NaN));
    }
}
