package microgpt.worker.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLengthTest {
    @Test
    void aNumberIsTaken() {
        assertEquals(0, ContentLength.parse("0"));
        assertEquals(600, ContentLength.parse(" 600 "));
        assertEquals(123_456_789_012L, ContentLength.parse("123456789012"));
    }

    @Test
    void aHeaderThatWasSentTwiceIsOneNumber() {
        assertEquals(600, ContentLength.parse("600, 600"));
        assertEquals(600, ContentLength.parse("600,600,600"));
    }

    @Test
    void withoutAHeaderNothingIsKnown() {
        assertEquals(-1, ContentLength.parse(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "600, 601",
                "600,",
                ",",
                "-1",
                "+600",
                "6e2",
                "600 bytes",
                "0x10",
                "1.5",
                "٦٠٠",
                "9223372036854775808"
            })
    void whatIsNoLengthIsLeftOutOfAccount(String header) {
        assertEquals(-1, ContentLength.parse(header));
    }
}
