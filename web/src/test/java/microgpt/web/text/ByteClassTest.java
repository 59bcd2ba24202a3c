package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ByteClassTest {
    @Test
    void everyByteHasItsClass() {
        assertAll(ByteClass.VOWEL, "aeiou");
        assertAll(ByteClass.CONSONANT, "bcdxyz");
        assertAll(ByteClass.CAPITAL, "ABEZ");
        assertAll(ByteClass.DIGIT, "059");
        assertAll(ByteClass.PUNCTUATION, "!.,{}~\"'");
        assertAll(ByteClass.SPACE, " \n\t\r");
        assertAll(ByteClass.OTHER, "\u0000\u001b\u007f\u0080\u00ff");
        Map<ByteClass, Integer> counts = new EnumMap<>(ByteClass.class);
        for (int value = 0; value < 256; value++) {
            counts.merge(ByteClass.of(value), 1, Integer::sum);
        }
        assertEquals(21, counts.get(ByteClass.CONSONANT));
        assertEquals(26, counts.get(ByteClass.CAPITAL));
        assertEquals(10, counts.get(ByteClass.DIGIT));
        assertEquals(32, counts.get(ByteClass.PUNCTUATION), "the punctuation of ASCII");
    }

    private static void assertAll(ByteClass expected, String of) {
        for (int i = 0; i < of.length(); i++) {
            assertEquals(expected, ByteClass.of(of.charAt(i)), "byte " + (int) of.charAt(i));
        }
    }
}
