package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.corpus.PhasePlan.Visit;
import microgpt.corpus.genre.Genre;
import org.junit.jupiter.api.Test;

final class CorpusTest {
    private static String text(ByteStream stream, int phase) {
        Phase mark = stream.phase(phase);
        byte[] bytes = new byte[(int) (mark.end() - mark.start())];
        stream.read(mark.start(), bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] all(ByteStream stream) {
        byte[] bytes = new byte[(int) stream.size()];
        stream.read(0, bytes, 0, bytes.length);
        return bytes;
    }

    @Test
    void theSamePlanGivesTheSameBytesAndAnotherSeedOthers() {
        List<Visit> visits = List.of(new Visit(Genre.MOTIF, 500, null), new Visit(Genre.COUNTING, 100, null));
        ByteStream stream = Corpus.build(new PhasePlan(5, visits));

        assertArrayEquals(all(stream), all(Corpus.build(new PhasePlan(5, visits))));
        assertNotEquals(text(stream, 0), text(Corpus.build(new PhasePlan(6, visits)), 0));
        assertTrue(stream.isComplete());
    }

    @Test
    void aVisitEndsWithThePieceThatReachesItsLength() {
        ByteStream stream = Corpus.build(new PhasePlan(1, List.of(new Visit(Genre.COUNTING, 20, null))));
        assertEquals("1 one\n2 two\n3 three\n", text(stream, 0));
        assertEquals(List.of(new Phase("counting", 0, 20)), stream.phases());
        assertEquals(1, stream.documentCount());
    }

    @Test
    void aPhaseThatReturnsContinuesUnlessItHasASeed() {
        ByteStream stream = Corpus.build(new PhasePlan(
                1,
                List.of(
                        new Visit(Genre.COUNTING, 12, null),
                        new Visit(Genre.MOTIF, 1, 9L),
                        new Visit(Genre.COUNTING, 6, null),
                        new Visit(Genre.MOTIF, 1, null),
                        new Visit(Genre.COUNTING, 6, 1L),
                        new Visit(Genre.MOTIF, 1, 9L))));

        assertEquals("1 one\n2 two\n", text(stream, 0));
        assertEquals("3 three\n", text(stream, 2));
        assertEquals("1 one\n", text(stream, 4));
        assertNotEquals(text(stream, 1), text(stream, 3));
        assertEquals(text(stream, 1), text(stream, 5));
    }
}
