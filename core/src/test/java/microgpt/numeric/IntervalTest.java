package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void whatIsUnknownSaysSo() {
        assertFalse(Interval.UNKNOWN.isKnown());
        assertFalse(Interval.UNKNOWN.hasZero());
        assertTrue(new Interval(0, 0).isKnown());
    }

    @Test
    void itsEndsBelongToIt() {
        assertTrue(new Interval(-1, 0).hasZero());
        assertTrue(new Interval(0, 1).hasZero());
        assertFalse(new Interval(0.1, 0.2).hasZero());
        assertFalse(new Interval(-0.2, -0.1).hasZero());
    }
}
