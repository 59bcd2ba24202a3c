package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

final class BracketGeneratorTest {
    @Test
    void everyLineIsBalanced() {
        int deepest = 0;
        for (String line : Lines.of(Genre.BRACKETS, 1_000)) {
            Deque<Character> open = new ArrayDeque<>();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                int kind = ")]}>".indexOf(c);
                if (kind < 0) {
                    open.push(c);
                } else {
                    assertEquals("([{<".charAt(kind), open.pop(), line);
                }
                deepest = Math.max(deepest, open.size());
            }
            assertTrue(open.isEmpty(), line);
        }
        assertEquals(8, deepest);
    }
}
