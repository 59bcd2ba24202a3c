package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DialogueGeneratorTest {
    @Test
    void exactlyTwoPeopleTalkUntilTheEmptyLine() {
        Set<String> speakers = new HashSet<>();
        for (String line : Lines.of(Genre.DIALOGUE, 500)) {
            if (line.isEmpty()) {
                assertEquals(2, speakers.size());
                speakers.clear();
            } else {
                assertTrue(line.matches("[A-Z][a-z]+: [A-Z].*[.!?]"), line);
                speakers.add(line.substring(0, line.indexOf(':')));
            }
        }
        assertTrue(speakers.isEmpty());
    }
}
