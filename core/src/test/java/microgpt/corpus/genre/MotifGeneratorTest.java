package microgpt.corpus.genre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MotifGeneratorTest {
    @Test
    void eachPieceRepeatsOneMotifAndTheNextAnother() {
        List<String> lines = Lines.of(Genre.MOTIF, 2);
        assertEquals(48, lines.size());
        assertEquals(1, new HashSet<>(lines.subList(0, 24)).size());
        assertEquals(1, new HashSet<>(lines.subList(24, 48)).size());
        assertNotEquals(lines.get(0), lines.get(24));
    }
}
