package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpeedScaleTest {
    @Test
    void theLowestNotchIsOneStepASecondAndTheHighestHasNoLimit() {
        assertEquals(1, SpeedScale.stepsPerSecond(0));
        assertEquals("1 step a second", SpeedScale.words(0));
        assertEquals(0, SpeedScale.stepsPerSecond(100));
        assertEquals("flat out", SpeedScale.words(100));
    }

    @Test
    void everyNotchIsFasterThanTheOneBefore() {
        for (int notch = 1; notch < SpeedScale.NOTCHES; notch++) {
            assertTrue(SpeedScale.stepsPerSecond(notch) > SpeedScale.stepsPerSecond(notch - 1));
        }
        assertEquals(1000, SpeedScale.stepsPerSecond(99), 1e-9);
    }
}
