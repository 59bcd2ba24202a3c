package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CountingGeneratorTest {
    @Test
    void numbersAreSpelledAsInEnglish() {
        assertEquals("seven", CountingGenerator.inWords(7));
        assertEquals("forty", CountingGenerator.inWords(40));
        assertEquals("ninety-nine", CountingGenerator.inWords(99));
        assertEquals("three hundred", CountingGenerator.inWords(300));
        assertEquals("one hundred and one", CountingGenerator.inWords(101));
        assertEquals("twelve thousand three hundred and forty-five", CountingGenerator.inWords(12_345));
        assertEquals("two million", CountingGenerator.inWords(2_000_000));
    }

    @Test
    void everyLineIsTheNumberAfterTheOneBefore() {
        StringBuilder text = new StringBuilder();
        TextGenerator scribe = new CountingGenerator();
        for (int i = 0; i < 2_000; i++) {
            scribe.writeNext(text);
        }
        List<String> lines = text.toString().lines().toList();
        assertEquals(2_000, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals((i + 1) + " " + CountingGenerator.inWords(i + 1), lines.get(i));
        }
    }
}
