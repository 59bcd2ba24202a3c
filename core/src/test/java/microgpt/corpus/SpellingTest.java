package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpellingTest {
    @Test
    void distanceCountsTheEditsBetweenWords() {
        assertEquals(0, Spelling.distance("bytes", "bytes"));
        assertEquals(3, Spelling.distance("kitten", "sitting"));
        assertEquals(4, Spelling.distance("", "seed"));
    }

    @Test
    void theNearestWordNeedsTheFewestEdits() {
        assertEquals("bytes", Spelling.nearest("byte", List.of("phase", "bytes", "seed")));
        assertEquals("first", Spelling.nearest("", List.of("first", "other")));
    }
}
