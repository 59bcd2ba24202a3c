package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpeedScaleTest {
    @Test
    void theLowestNotchIsTwentyBytesASecondAndTheHighestHasNoLimit() {
        assertEquals(20, SpeedScale.bytesPerSecond(0));
        assertEquals("20 bytes/s", SpeedScale.words(0, 0));
        assertEquals(0, SpeedScale.bytesPerSecond(100));
        assertEquals("flat out", SpeedScale.words(100, 0));
    }

    @Test
    void whatTheMachineCanIsSaidWhereItIsTheLimit() {
        assertEquals("flat out: 1,200 bytes/s", SpeedScale.words(100, 1234));
        assertEquals("20,000 bytes/s; this machine: 1,200 bytes/s", SpeedScale.words(99, 1234));
        assertEquals("20 bytes/s", SpeedScale.words(0, 19));
    }

    @Test
    void everyNotchIsFasterThanTheOneBefore() {
        for (int notch = 1; notch < SpeedScale.NOTCHES; notch++) {
            assertTrue(SpeedScale.bytesPerSecond(notch) > SpeedScale.bytesPerSecond(notch - 1));
        }
        assertEquals(20_000, SpeedScale.bytesPerSecond(99), 1e-6);
    }
}
