package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CountingScribeTest {
    @Test
    void numbersAreSpelledAsInEnglish() {
        assertEquals("seven", CountingScribe.inWords(7));
        assertEquals("forty", CountingScribe.inWords(40));
        assertEquals("ninety-nine", CountingScribe.inWords(99));
        assertEquals("three hundred", CountingScribe.inWords(300));
        assertEquals("one hundred and one", CountingScribe.inWords(101));
        assertEquals("twelve thousand three hundred and forty-five", CountingScribe.inWords(12_345));
        assertEquals("two million", CountingScribe.inWords(2_000_000));
    }

    @Test
    void everyLineIsTheNumberAfterTheOneBefore() {
        StringBuilder text = new StringBuilder();
        Scribe scribe = new CountingScribe();
        for (int i = 0; i < 2_000; i++) {
            scribe.writeNext(text);
        }
        List<String> lines = text.toString().lines().toList();
        assertEquals(2_000, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals((i + 1) + " " + CountingScribe.inWords(i + 1), lines.get(i));
        }
    }
}
