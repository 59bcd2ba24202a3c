package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class VerseGeneratorTest {
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private static String lastWord(String line) {
        return line.substring(line.lastIndexOf(' ') + 1, line.length() - 1);
    }

    private static int row(String word) {
        for (int i = 0; i < VerseGenerator.RHYMES.length; i++) {
            if (List.of(VerseGenerator.RHYMES[i]).contains(word)) {
                return i;
            }
        }
        throw new AssertionError(word + " rhymes with nothing");
    }

    /** Groups of vowels, without a silent e at the end. */
    private static int syllables(String word) {
        int count = 0;
        Matcher vowels = VOWELS.matcher(word);
        while (vowels.find()) {
            count++;
        }
        boolean silent = word.endsWith("e") && !word.matches(".*[^aeiou]le");
        return silent && count > 1 ? count - 1 : count;
    }

    @Test
    void stanzasRhymeInPairsOrCrosswise() {
        List<String> lines = Lines.of(Genre.VERSE, 400);
        for (int i = 0; i < lines.size(); i += 5) {
            String[] ends = new String[4];
            for (int j = 0; j < 4; j++) {
                ends[j] = lastWord(lines.get(i + j));
            }
            boolean pairs = row(ends[0]) == row(ends[1]);
            int partner = pairs ? 1 : 2;
            assertEquals(row(ends[0]), row(ends[partner]));
            assertEquals(row(ends[3 - partner]), row(ends[3]));
            assertNotEquals(ends[0], ends[partner]);
            assertNotEquals(row(ends[0]), row(ends[3]));
            assertEquals("", lines.get(i + 4));
        }
    }

    @Test
    void everyLineHasEightSyllables() {
        for (String line : Lines.of(Genre.VERSE, 400)) {
            int count = 0;
            for (String word : line.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
                count += syllables(word);
            }
            assertTrue(line.isEmpty() || count == 8, line + ": " + count);
        }
    }
}
