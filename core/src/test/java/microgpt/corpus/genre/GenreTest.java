package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GenreTest {
    @ParameterizedTest
    @EnumSource
    void textIsPrintableAsciiInLinesAndNeverEnds(Genre genre) {
        String text = Lines.text(genre, 1, 2_000);
        assertTrue(text.length() > 8_000, "length " + text.length());
        assertTrue(text.endsWith("\n"));
        assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')));
        assertFalse(text.contains(" \n") || text.contains("  \n") || text.contains("\n\n\n"));
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedWritesTheSameText(Genre genre) {
        assertEquals(Lines.text(genre, 7, 20), Lines.text(genre, 7, 20));
        if (genre != Genre.COUNTING) {
            assertNotEquals(Lines.text(genre, 7, 20), Lines.text(genre, 8, 20));
        }
    }

    @Test
    void thereAreAtLeastTenKindsWithLabelsOfTheirOwn() {
        Set<String> labels = new HashSet<>();
        for (Genre genre : Genre.values()) {
            labels.add(genre.label());
            assertTrue(genre.description().endsWith("."), genre.description());
        }
        assertTrue(labels.size() >= 10 && labels.size() == Genre.values().length);
    }
}
