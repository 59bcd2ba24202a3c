package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimeAtStakeTest {
    private final TimeAtStake time = new TimeAtStake();

    @Test
    void aRunOfHalfAMinuteIsMuch() {
        time.add(500);
        time.add(30_000);
        assertFalse(time.isMuch());
        time.add(30_500);
        assertTrue(time.isMuch());
        time.begin();
        assertFalse(time.isMuch());
    }

    @Test
    void theTimeThatItStandsDoesNotCount() {
        time.add(0);
        time.add(1_000);
        time.stand();
        time.add(90_000);
        time.add(90_500);
        assertEquals(1_500, time.millis());
    }
}
