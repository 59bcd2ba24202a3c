package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NumberRuleTest {
    private static final NumberRule SEED = new NumberRule("The seed", NumberRule.Kind.WHOLE, 0, 1e9);
    private static final NumberRule RATE = new NumberRule("The rate", NumberRule.Kind.REAL, 0, 1);
    private static final NumberRule ROW = new NumberRule("The row", NumberRule.Kind.WHOLE_OR_EMPTY, 0, 1e6);
    private static final NumberRule WEIGHT =
            new NumberRule("The weight", NumberRule.Kind.REAL, -Float.MAX_VALUE, Float.MAX_VALUE);

    @Test
    void numbersWithinTheBoundsAreTaken() {
        for (String seed : new String[] {"0", "42", " 7 ", "1e3", "1000000000", "5.0"}) {
            assertEquals("", SEED.complaint(seed, "42 stays"), seed);
        }
        assertEquals("", RATE.complaint("0.3", "0.01 stays"));
        assertEquals("", ROW.complaint("", "all stay"));
        assertEquals("", WEIGHT.complaint("-1.5e-7", "it stays"));
    }

    @Test
    void whatIsRefusedIsNamedBesideWhatIsExpected() {
        assertEquals(
                "The seed must be a whole number from 0 to 1,000,000,000, not “-4”; 42 stays.",
                SEED.complaint("-4", "42 stays"));
        assertEquals(
                "The seed must be a whole number from 0 to 1,000,000,000, and the field has none; 42 stays.",
                SEED.complaint("", "42 stays"));
        assertEquals(
                "The rate must be a number from 0 to 1, not “1.5”; 0.01 stays.", RATE.complaint("1.5", "0.01 stays"));
        assertEquals("The weight must be a number, not “abc”; it stays.", WEIGHT.complaint("abc", "it stays"));
    }

    @Test
    void whatOnlyAProgramWouldCallANumberIsNone() {
        for (String text : new String[] {"1d", "0x1p3", "NaN", "Infinity", "1e400", "--1", "1,5", "٣", "1.5 2"}) {
            assertTrue(WEIGHT.complaint(text, "it stays").contains("not “" + text + "”"), text);
        }
        assertTrue(SEED.complaint("1.5", "").contains("not “1.5”"));
        assertTrue(ROW.complaint("-1", "").contains("not “-1”"));
    }
}
