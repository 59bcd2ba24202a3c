package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void wordsAreReadWithoutCase() {
        assertEquals(read("a Cat").word, read("the cAT").word);
        assertNotEquals(read("cat").word, read("act").word);
        assertEquals(read("cat, ").word1, read("cat").word);
        assertEquals(read("cat sat ").word2, read("cat").word);
        assertEquals(0, read("cat ").word);
        assertEquals(3, read("the cat").wordLength);
    }

    @Test
    void lettersInARowAreOneKind() {
        assertEquals(0x1416, read("abc de.").kindsSeen);
        assertEquals(0x2213, read("ABc4").kindsSeen);
    }

    @Test
    void theByteAboveStandsInTheSameColumn() {
        Text text = read("abcd\nab");
        assertEquals('c', text.above(0));
        assertEquals('d', text.above(1));
        assertEquals(1, text.likeAbove);
        assertEquals(0, read("abcd\nax").likeAbove);
        assertEquals(0, read("ab\nabcdef").above(0), "the line above is shorter");
        assertEquals(0, read("abc").above(0), "there is no line above");
    }

    @Test
    void theRingKeepsTheLatestBytes() {
        Text text = new Text(8, new Journal());
        for (int i = 0; i < 20; i++) {
            text.append(i);
        }
        assertEquals(20, text.length());
        assertTrue(text.keeps(12));
        assertEquals(12, text.at(12));
        assertFalse(text.keeps(11));
        assertFalse(text.keeps(20));
        assertEquals(19, text.last());
        assertEquals(17, text.last(2));
    }

    @Test
    void whatWasReadSinceAMarkIsTakenBack() {
        Journal journal = new Journal();
        Text text = new Text(8, journal);
        append(text, "Fly, you fools: or\nfall\ndo");
        Snapshot before = saved(text);
        for (String taken : new String[] {"", "wn", "now.\nA line\nand Another, longer than the ring"}) {
            journal.open();
            text.mark(taken.length());
            append(text, taken);
            journal.backTo(0);
            journal.close();
            text.back();
            Snapshot after = saved(text);
            for (String name : new String[] {"seen", "prose"}) {
                assertArrayEquals(before.ints(name), after.ints(name), name);
            }
            assertArrayEquals(before.bytes("ring"), after.bytes("ring"));
            assertArrayEquals(before.bytes("followers"), after.bytes("followers"));
            assertArrayEquals(before.longs("length"), after.longs("length"));
        }
    }

    private static Snapshot saved(Text text) {
        Snapshot snapshot = new Snapshot();
        text.save(snapshot);
        return snapshot;
    }

    private static Text read(String string) {
        Text text = new Text(64, new Journal());
        append(text, string);
        return text;
    }

    private static void append(Text text, String string) {
        for (byte b : string.getBytes(StandardCharsets.ISO_8859_1)) {
            text.append(b & 0xff);
        }
    }
}
