package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MatchTest {
    private final Text text = new Text(64, new Journal());
    private final Match match = new Match(4, text, new Logistic(), new Journal());
    private final Moment moment = new Moment();
    private final float[] inputs = new float[2];

    @Test
    void itExpectsWhatFollowedTheSameBytes() {
        read("abcdX..abcd");
        assertTrue(match.isOn());
        assertEquals(4, match.length());
        assertEquals('X', match.expected());
        read("X");
        assertEquals('.', match.expected());
        assertEquals(5, match.length());
    }

    @Test
    void fewerBytesAreNoMatch() {
        read("abcdX..zbcd");
        assertFalse(match.isOn());
        assertEquals(-1, match.expected());
    }

    @Test
    void itSpeaksForTheBitsOfTheExpectedByteUntilOneDiffers() {
        read("abcdX..abcd"); // X is 0101 1000
        match.predict(moment, inputs, 0);
        assertEquals(0, match.bit());
        assertTrue(inputs[0] < 0 && inputs[1] < 0);
        moment.learn(0);
        match.predict(moment, inputs, 0);
        assertEquals(1, match.bit());
        assertTrue(inputs[0] > 0);
        moment.learn(0);
        match.predict(moment, inputs, 0);
        assertFalse(match.speaks());
        assertEquals(0, inputs[0]);
    }

    @Test
    void whatTheRingNoLongerKeepsIsNotMatched() {
        read("abcdX" + "0123456789".repeat(7) + "abcd");
        assertFalse(match.isOn());
    }

    private void read(String string) {
        for (int i = 0; i < string.length(); i++) {
            text.append(string.charAt(i));
            match.advance();
        }
    }
}
