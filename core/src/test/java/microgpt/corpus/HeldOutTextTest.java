package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.corpus.genre.Genre;
import org.junit.jupiter.api.Test;

class HeldOutTextTest {
    private static final int COUNT = 700;

    @Test
    void noneOfItIsPartOfTheStream() {
        for (Genre genre : Genre.values()) {
            PhasePlan plan = new PhasePlan(
                    1, List.of(new PhasePlan.Visit(genre, 5000, null), new PhasePlan.Visit(genre, 3000, null)));
            String read = text(Corpus.build(plan));
            ByteStream held = HeldOutText.of(plan, genre, COUNT);
            assertEquals(COUNT, held.size());
            assertTrue(held.isComplete());
            String text = text(held);
            for (int at = 0; at + 100 <= COUNT; at += 100) {
                assertFalse(read.contains(text.substring(at, at + 100)), genre + ": " + text.substring(at, at + 100));
            }
            assertEquals(text, text(HeldOutText.of(plan, genre, COUNT)));
        }
    }

    @Test
    void eachKindOfTextComesOnceInTheOrderOfThePlan() {
        PhasePlan.Visit names = new PhasePlan.Visit(Genre.NAMES, 10, null);
        PhasePlan.Visit code = new PhasePlan.Visit(Genre.CODE, 10, null);
        PhasePlan plan = new PhasePlan(1, List.of(names, code, names));
        assertEquals(List.of(Genre.NAMES, Genre.CODE), HeldOutText.genres(plan));
    }

    private static String text(ByteStream stream) {
        byte[] bytes = new byte[(int) stream.size()];
        stream.read(0, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
