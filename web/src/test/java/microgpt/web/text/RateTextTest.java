package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RateTextTest {
    @Test
    void aLongStreamSaysHowLongItTakes() {
        assertEquals("1,234 bytes a second, about 2 min 5 s left", RateText.of(1234, 154_250));
    }

    @Test
    void theLastSecondsAStreamWithoutEndAndARunThatStandsSayNothingOfIt() {
        assertEquals("1,000 bytes a second", RateText.of(1000, 9_000));
        assertEquals("1,000 bytes a second", RateText.of(1000, -5));
        assertEquals("0 bytes a second", RateText.of(0, 1_000));
        assertEquals("0 bytes a second", RateText.of(0, 0));
    }
}
