package microgpt.web.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import org.junit.jupiter.api.Test;

class TypedTextTest {
    private final TypedText text = new TypedText();

    @Test
    void backspaceTakesTheLastCharacterAndItsChargeAway() {
        text.become("cat");
        text.charge(0, Floats.of(4, 2, 1));
        text.become("ca");
        assertEquals(2, text.charged());
        assertEquals(6, text.bits(0, 2));
        assertEquals(3, text.mean());
        text.become("cat");
        assertEquals(2, text.charged());
        assertTrue(Double.isNaN(text.bits(2, 1)));
    }

    @Test
    void aChangeInTheMiddleIsChargedFromThereOn() {
        text.become("the cat");
        text.charge(0, Floats.of(1, 1, 1, 1, 1, 1, 1));
        assertEquals(4, text.become("the dog"));
        assertEquals(4, text.charged());
        assertTrue(Double.isNaN(text.bits(4, 3)));
    }

    @Test
    void chargesOfATextThatHasChangedSinceAreDropped() {
        text.become("cats");
        text.become("ca");
        text.charge(0, Floats.of(1, 1, 1, 1));
        assertEquals(0, text.charged());
        text.charge(1, Floats.of(1));
        assertEquals(0, text.charged());
    }

    @Test
    void whatTheModelWroteIsKnownAndCanBeTakenBack() {
        text.become("ab");
        text.append(Bytes.of((byte) 'c', (byte) 'd'));
        assertEquals("abcd", text.shown());
        assertFalse(text.isWritten(1));
        assertTrue(text.isWritten(2));
        text.become("abc");
        assertTrue(text.isWritten(2));
        text.become("abcx");
        assertFalse(text.isWritten(3));
    }

    @Test
    void bytesThatAreNoTextStayWhatTheyAreWhenMoreIsTyped() {
        text.append(Bytes.of((byte) 0xC3));
        text.become(text.shown() + "a");
        assertEquals(Bytes.of((byte) 0xC3, (byte) 'a'), text.bytes());
    }

    @Test
    void aCharacterOfSeveralBytesCostsTheirSum() {
        text.become("é");
        assertEquals(2, text.size());
        text.charge(0, Floats.of(3, 2));
        assertEquals(5, text.bits(0, 2));
    }

    /** Two keys in a hurry: both requests begin with the first. */
    @Test
    void answersMayOverlap() {
        text.become("ab");
        text.charge(0, Floats.of(3));
        text.charge(0, Floats.of(3, 2));
        assertEquals(2, text.charged());
        assertEquals(5, text.bits(0, 2));
        text.charge(0, Floats.of(3));
        assertEquals(2, text.charged());
    }

    @Test
    void anotherModelChargesAnew() {
        text.become("a");
        text.charge(0, Floats.of(3));
        text.forgetCharges();
        assertEquals(0, text.charged());
        assertTrue(Double.isNaN(text.mean()));
    }
}
