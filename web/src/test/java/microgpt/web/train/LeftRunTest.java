package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftRunTest {
    @Test
    void whatIsRememberedIsReadAgain() {
        for (LeftRun left : new LeftRun[] {
            LeftRun.NONE, new LeftRun("run-1", true), new LeftRun("run-1", false), new LeftRun("paused run", false)
        }) {
            assertEquals(left, LeftRun.read(left.written()));
        }
        assertFalse(LeftRun.read("").isThere());
    }

    @Test
    void whatAnEarlierVersionRememberedIsReadToo() {
        assertEquals(new LeftRun("run-1700000000000", false), LeftRun.read("run-1700000000000"));
        assertEquals(new LeftRun("run-1700000000000", true), LeftRun.read("paused run-1700000000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{\"run\": 3, \"paused\": true}", "{\"run\": \"run-1\"}"})
    void whatCannotBeReadIsNoRun(String remembered) {
        assertEquals(LeftRun.NONE, LeftRun.read(remembered));
    }
}
