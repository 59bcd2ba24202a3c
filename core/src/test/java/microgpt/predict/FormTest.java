package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class FormTest {
    @Test
    void groupsOfVowelsOfALineAreCounted() {
        assertEquals(3, read("x\nBeau, a ring").form.syllables);
        assertEquals(2, read("no end").form.syllables);
        assertEquals(2, read("a e").form.syllables);
        assertEquals(0, read("no end\n").form.syllables);
    }

    @Test
    void linesSinceAnEmptyOneAreCountedUpToThree() {
        assertEquals(1, read("a\n\nb\nc").form.lines);
        assertEquals(0, read("a\n\nb").form.lines);
        assertEquals(3, read("\na\nb\nc\nd\ne").form.lines);
    }

    @Test
    void aTagIsKnownByItsNameUntilTheNext() {
        int link = read("<a>").form.tag;
        assertEquals(link, read("<p>no</p><a href='b'>c d").form.tag);
        assertNotEquals(link, read("<a>c</a>").form.tag);
        assertNotEquals(link, read("<ab").form.tag);
        assertEquals(0, read("a > b").form.tag);
    }

    @Test
    void whatFollowedTwoAndThreeBytesIsKept() {
        Text text = read("ab1ab2ab3ab4xab5yxab");
        assertEquals('2' << 24 | '3' << 16 | '4' << 8 | '5', text.ofTwo.after('a' << 8 | 'b'));
        assertEquals('5', text.ofThree.after(text.lastThree()));
        assertEquals(0, text.ofTwo.after('z' << 8 | 'b'));
    }

    @Test
    void allComesBack() {
        Text text = read("one\n\ntwo, <abc");
        Snapshot saved = new Snapshot();
        text.form.save(saved);
        Form form = new Form();
        form.restore(saved);
        Snapshot again = new Snapshot();
        form.save(again);
        assertEquals(text.form.syllables, form.syllables);
        assertEquals(text.form.lines, form.lines);
        assertEquals(text.form.tag, form.tag);
        for (char next : "d o>".toCharArray()) {
            text.form.append(next, next, 3);
            form.append(next, next, 3);
        }
        assertEquals(text.form.tag, form.tag);
        assertEquals(text.form.syllables, form.syllables);
    }

    @Test
    void aStateFromBeforeThereWasThisBeginsAnew() {
        Form form = read("one\n<abc").form;
        form.restore(new Snapshot());
        assertEquals(0, form.tag);
        assertEquals(0, form.lines);
    }

    private static Text read(String bytes) {
        Text text = new Text(64, new Journal());
        for (byte b : bytes.getBytes(StandardCharsets.UTF_8)) {
            text.append(b & 0xff);
        }
        return text;
    }
}
