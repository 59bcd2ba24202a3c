package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void aLineIsKnownByItsFirstWord() {
        int cat = read("\ncat").word;
        assertEquals(cat, read("a dog\nCat, and dog").prose.firstWord);
        assertEquals(0, read("a dog\nCat").prose.firstWord);
        assertEquals(0, read("cat sat\n").prose.firstWord);
    }

    @Test
    void theWordBeforeAColonIsATitle() {
        assertEquals(read("\nromeo").word, read("Enter Romeo:\nBut, soft! what light").prose.title);
    }

    @Test
    void wordsSinceAMarkAreCounted() {
        Prose prose = read("soft! what light through").prose;
        assertEquals('!', prose.mark);
        assertEquals(2, prose.wordsSince);
        assertEquals('\n', read("so, it\n").prose.mark);
    }

    @Test
    void theInitialsOfFourWordsAreKept() {
        assertEquals('b' << 24 | 'c' << 16 | 'd' << 8 | 'e', read("a Bat can do eggs").prose.initials);
    }

    @Test
    void soundsAreVowelsConsonantsSpacesStopsDigitsAndMarks() {
        assertEquals(
                2 << 21 | 1 << 18 | 3 << 15 | 5 << 12 | 6 << 9 | 7 << 6 | 4 << 3 | 1, read("xxba 1,;\nE").prose.sounds);
    }

    @Test
    void linesAreEqualAsFarAsTheyAre() {
        assertEquals(read("abc").prose.line, read("x\nabc").prose.line);
        assertNotEquals(read("abc").prose.line, read("x\nabd").prose.line);
        assertEquals(0, read("x\n").prose.line);
    }

    @Test
    void allComesBack() {
        Text text = read("Romeo: soft!\nwhat light, ab");
        Snapshot saved = new Snapshot();
        text.save(saved);
        Text found = read("something else");
        found.restore(saved);
        Snapshot again = new Snapshot();
        found.save(again);
        assertEquals(saved.arrays().keySet(), again.arrays().keySet());
        assertEquals(text.prose.title, found.prose.title);
        assertEquals(text.prose.sounds, found.prose.sounds);
        assertEquals(text.ofTwo.after('l' << 8 | 'i'), found.ofTwo.after('l' << 8 | 'i'));
    }

    private static Text read(String words) {
        Text text = new Text(1 << 10, new Journal());
        for (byte b : words.getBytes(StandardCharsets.US_ASCII)) {
            text.append(b);
        }
        return text;
    }
}
