package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NameGeneratorTest {
    @Test
    void namesHaveOneCapitalAndSeldomRepeat() {
        List<String> names = Lines.of(Genre.NAMES, 2_000);
        for (String name : names) {
            assertTrue(name.matches("[A-Z][a-z]{2,12}"), name);
        }
        assertTrue(new HashSet<>(names).size() > 1_500);
    }
}
