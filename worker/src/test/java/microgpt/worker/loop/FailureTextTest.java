package microgpt.worker.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void theMessageIsTakenAsItIs() {
        assertEquals("no room", FailureText.describe(new IllegalStateException("no room")));
    }

    @Test
    void withoutAMessageTheKindIsToldInWords() {
        assertEquals("the memory is full", FailureText.describe(new OutOfMemoryError()));
        assertEquals(
                "an error of this program that has no description (NullPointerException)",
                FailureText.describe(new NullPointerException()));
        assertEquals(
                "an error of this program that has no description (IllegalStateException)",
                FailureText.describe(new IllegalStateException(" ")));
    }
}
