package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DurationTest {
    @Test
    void spansOfTimeAreSaidInAtMostTwoUnits() {
        assertEquals("0.4 s", Duration.of(400));
        assertEquals("12 s", Duration.of(12_300));
        assertEquals("1 min", Duration.of(60_100));
        assertEquals("2 min 5 s", Duration.of(125_000));
        assertEquals("1 h 20 min", Duration.of(4_800_000));
        assertEquals("3 d 4 h", Duration.of((3 * 24 + 4) * 3_600_000.0));
    }

    @Test
    void whatNobodyKnowsIsADash() {
        assertEquals("–", Duration.of(Double.NaN));
        assertEquals("–", Duration.of(Double.POSITIVE_INFINITY));
        assertEquals("–", Duration.of(-1));
    }
}
