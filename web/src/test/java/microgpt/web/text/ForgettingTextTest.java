package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettingTextTest {
    @Test
    void transferHasItsSignAndItsNumberOfTexts() {
        assertEquals(
                "Backward transfer: −0.14 bits per byte, the mean over 2 texts",
                ForgettingText.transfer("Backward transfer", -0.14, 2));
        assertEquals(
                "Forward transfer: +1.00 bits per byte, the mean over 1 text",
                ForgettingText.transfer("Forward transfer", 1, 1));
        assertEquals("Forward transfer: –", ForgettingText.transfer("Forward transfer", Double.NaN, 0));
        assertEquals("0.00", ForgettingText.signed(-0.001));
    }

    @Test
    void theFindingNamesWhatWasForgottenAfterWhat() {
        assertEquals(
                "After “code”, the text “stories” costs 0.41 bits per byte more than right after it was read:"
                        + " the most that was forgotten.",
                ForgettingText.worst("stories", "code", 0.41));
        assertEquals(
                "Hardly anything was forgotten so far: after “code”, the text “names” costs 0.03 bits per byte more"
                        + " than right after it was read, and that is the most.",
                ForgettingText.worst("names", "code", 0.03));
    }

    @Test
    void visitsAreCountedWhereThereAreSeveral() {
        List<Integer> texts = List.of(-1, 0, 1, 0);
        assertEquals("motif 1", ForgettingText.visit(texts, 1, "motif"));
        assertEquals("motif 2", ForgettingText.visit(texts, 3, "motif"));
        assertEquals("names", ForgettingText.visit(texts, 2, "names"));
    }
}
