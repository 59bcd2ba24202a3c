package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProverbGeneratorTest {
    @Test
    void proverbsAreSentencesOfGreatVariety() {
        List<String> proverbs = Lines.of(Genre.PROVERBS, 3_000);
        for (String proverb : proverbs) {
            assertTrue(proverb.matches("[A-Z][a-z ,;]+\\."), proverb);
        }
        assertTrue(new HashSet<>(proverbs).size() > 120);
    }
}
