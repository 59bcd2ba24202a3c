package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import microgpt.numeric.Sha256;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

final class ByteStreamTest {
    private static byte valueAt(int position) {
        return (byte) (position * 31 + (position >> 8));
    }

    private static byte[] values(int length) {
        byte[] values = new byte[length];
        for (int i = 0; i < length; i++) {
            values[i] = valueAt(i);
        }
        return values;
    }

    @Test
    void piecesOfAnySizeReadBackAsOneWhole() {
        byte[] values = values(300_000);
        ByteStream stream = new ByteStream("pieces");
        int[] lengths = {1, 0, 65_535, 65_536, 65_537, 7, 100_000};
        int from = 0;
        for (int length : lengths) {
            stream.append(values, from, length);
            from += length;
        }
        stream.append(values, from, values.length - from);

        assertEquals(values.length, stream.size());
        byte[] read = new byte[values.length + 2];
        stream.read(0, read, 1, values.length);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], read[i + 1]);
            assertEquals(values[i] & 0xff, stream.at(i));
        }
        byte[] across = new byte[4];
        stream.read(131_070, across, 0, 4);
        assertArrayEquals(new byte[] {valueAt(131_070), valueAt(131_071), valueAt(131_072), valueAt(131_073)}, across);
    }

    @Test
    void tenMegabytesInPiecesAreKeptInPagesOfTheirOwn() {
        byte[] piece = values(256 * 1024);
        ByteStream stream = new ByteStream("large");
        for (int i = 0; i < 40; i++) {
            stream.append(piece, 0, piece.length);
        }
        piece[0] = 99;

        assertEquals(10_485_760, stream.size());
        assertEquals(valueAt(0) & 0xff, stream.at(0));
        assertEquals(valueAt(piece.length - 1) & 0xff, stream.at(stream.size() - 1));
    }

    @Test
    void aCompleteStreamTakesNothingMore() {
        ByteStream stream = new ByteStream("end");
        stream.append(new byte[] {1}, 0, 1);
        assertFalse(stream.isComplete());
        stream.complete();
        stream.complete();

        assertTrue(stream.isComplete());
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> stream.append(new byte[] {2}, 0, 1));
        assertEquals("the stream is complete at 1 bytes; nothing can follow", refusal.getMessage());
        assertThrows(IllegalStateException.class, stream::beginDocument);
        assertThrows(IllegalStateException.class, () -> stream.beginPhase("more"));
    }

    @Test
    void aStepIsReadyWhenItsBytesAreThereOrNoneWillCome() {
        ByteStream stream = new ByteStream("waiting");
        stream.append(values(10), 0, 10);
        assertTrue(stream.isReady(6, 4));
        assertFalse(stream.isReady(7, 4));
        stream.complete();
        assertTrue(stream.isReady(7, 4));
        assertFalse(stream.isReady(10, 4));
        assertFalse(ByteStream.of("empty").isReady(0, 1));
    }

    @Test
    void phasesAreMarkedWhereTheyBegin() {
        ByteStream stream = new ByteStream("one");
        stream.append(values(5), 0, 5);
        stream.beginPhase("two");
        stream.append(values(3), 0, 3);

        assertEquals(List.of(new Phase("one", 0, 5), new Phase("two", 5, 8)), stream.phases());
        assertEquals(2, stream.phaseCount());
        assertEquals(0, stream.phaseAt(4));
        assertEquals(1, stream.phaseAt(5));
        assertEquals(1, stream.phaseAt(7));
        stream.append(values(2), 0, 2);
        assertEquals(new Phase("two", 5, 10), stream.phase(1));
    }

    @Test
    void aPhaseWithoutBytesIsRefused() {
        ByteStream stream = new ByteStream("one");
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> stream.beginPhase("two"));
        assertEquals("phase one must have bytes before two begins", refusal.getMessage());
    }

    @Test
    void aStreamStartsWithADocumentAndSoDoesEveryPhase() {
        ByteStream stream = new ByteStream("one");
        stream.beginDocument();
        stream.append(values(5), 0, 5);
        stream.beginPhase("two");
        stream.beginDocument();
        stream.append(values(3), 0, 3);
        stream.beginDocument();
        stream.append(values(3), 0, 3);

        assertEquals(3, stream.documentCount());
        assertEquals(0, stream.documentStart(0));
        assertEquals(5, stream.documentStart(1));
        assertEquals(8, stream.documentStart(2));
        assertEquals(1, stream.documentAt(7));
    }

    @Test
    void positionsOutsideAreRefused() {
        ByteStream stream = ByteStream.of("three", (byte) 1, (byte) 2, (byte) 3);
        assertThrows(IndexOutOfBoundsException.class, () -> stream.at(3));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.at(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.read(2, new byte[2], 0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.read(0, new byte[2], 1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.phaseAt(-1));
    }

    @Test
    void whatIsReadOnceIsGivenUpBehindTheReaderAndNothingElse() {
        ByteStream stream = new ByteStream("endless").readOnce();
        byte[] piece = values(10_007);
        for (int i = 0; i < 100; i++) {
            stream.append(piece, 0, piece.length);
            stream.forgetBefore(stream.size() - 20_000);
            assertTrue(stream.memoryBytes() <= 20_000 + 2 * BytePages.PAGE, stream.memoryBytes() + " bytes");
        }
        assertEquals(1_000_700, stream.size());
        assertFalse(stream.isWhole());
        byte[] end = new byte[20_000];
        stream.read(stream.size() - end.length, end, 0, end.length);
        for (int i = 0; i < end.length; i++) {
            long position = stream.size() - end.length + i;
            assertEquals(piece[(int) (position % piece.length)], end[i]);
            assertEquals(end[i] & 0xff, stream.at(position));
        }
        Exception thrown = assertThrows(IndexOutOfBoundsException.class, () -> stream.at(5));
        assertEquals(
                "position 5 of a stream of 1000700 bytes, of which it holds those from 966656", thrown.getMessage());
    }

    @Test
    void whatIsNotReadYetIsNeverGivenUp() {
        ByteStream stream = new ByteStream("ahead").readOnce();
        stream.append(new byte[300_000], 0, 300_000);
        stream.forgetBefore(Long.MAX_VALUE);
        stream.append(new byte[] {7}, 0, 1);
        assertEquals(7, stream.at(300_000));
    }

    @Test
    void aStreamForAllKeepsEverything() {
        ByteStream stream = ByteStream.of("shared", values(200_000));
        assertThrows(IllegalStateException.class, () -> stream.forgetBefore(150_000));
        assertTrue(stream.isWhole());
        assertEquals(valueAt(0) & 0xff, stream.at(0));
    }

    @Test
    void documentsAreFoundByTheirNumberAlsoWhenOldOnesWereGivenUp() {
        ByteStream stream = new ByteStream("documents").readOnce();
        for (int i = 0; i < 100_000; i++) {
            stream.beginDocument();
            stream.append(values(10), 0, 10);
            stream.forgetBefore(stream.size() - 100);
        }
        assertEquals(100_000, stream.documentCount());
        assertEquals(99_999, stream.documentAt(999_995));
        assertEquals(999_990, stream.documentStart(99_999));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.documentStart(3));
        assertTrue(stream.memoryBytes() < 500_000, stream.memoryBytes() + " bytes");
    }

    @Test
    void theHashIsOfAllThatWasEverThere() {
        byte[] all = values(300_000);
        ByteStream stream = new ByteStream("hashed").readOnce();
        stream.append(all, 0, all.length);
        String half = stream.sha256(150_000);
        stream.forgetBefore(140_000);
        assertEquals(Sha256.of(all), stream.sha256(all.length));
        assertEquals(half, stream.sha256(150_000));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.sha256(1000));
    }

    @Test
    void aSavedStreamGoesOnAlike() {
        byte[] all = values(300_000);
        ByteStream stream = new ByteStream("first").readOnce();
        stream.append(all, 0, 200_000);
        stream.beginPhase("line 1\nline 2");
        stream.append(all, 200_000, 1000);
        stream.forgetBefore(199_000);
        Snapshot saved = new Snapshot();
        stream.save(saved.part("stream"));
        ByteStream restored = ByteStream.restored(saved.part("stream"));
        for (ByteStream each : new ByteStream[] {stream, restored}) {
            each.append(all, 201_000, 99_000);
            each.complete();
        }
        assertEquals(stream.phases(), restored.phases());
        assertEquals(stream.documentCount(), restored.documentCount());
        assertEquals(stream.documentStart(1), restored.documentStart(1));
        assertEquals(Sha256.of(all), restored.sha256(300_000));
        assertEquals(stream.at(199_000), restored.at(199_000));
        assertTrue(restored.isComplete() && restored.isReadOnce());
    }

    @Test
    void aDamagedStreamIsRefused() {
        refused(saved -> saved.put("first", 5L));
        refused(saved -> saved.put("first", -16_384L));
        refused(saved -> saved.put("hash_before", 1, 2));
        refused(saved -> saved.put("phase_starts", new long[0]));
        refused(saved -> saved.put("phase_starts", 5L, 5L));
        refused(saved -> saved.put("phase_starts", 0L, 5L));
        refused(saved -> saved.put("document_starts", -1L));
        refused(saved -> saved.put("document_starts_forgotten", 9L));
    }

    private static void refused(Consumer<Snapshot> damage) {
        ByteStream stream = ByteStream.of("stream", values(100));
        Snapshot saved = new Snapshot();
        stream.save(saved);
        ByteStream.restored(saved);
        damage.accept(saved);
        assertThrows(IllegalArgumentException.class, () -> ByteStream.restored(saved));
    }

    @Test
    void aStreamHasABoundedNumberOfPhases() {
        ByteStream stream = new ByteStream("0");
        for (int i = 1; i < 1 << 16; i++) {
            stream.append(values(1), 0, 1);
            stream.beginPhase("phase");
        }
        stream.append(values(1), 0, 1);
        Exception thrown = assertThrows(IllegalStateException.class, () -> stream.beginPhase("one more"));
        assertEquals("a stream can have at most 65536 phases", thrown.getMessage());
    }

    @Test
    void aPieceIsPutInBeforeAByteAndWhatFollowsComesLater() {
        ByteStream stream = new ByteStream("a");
        byte[] text = "one two three".getBytes(StandardCharsets.UTF_8);
        stream.append(text, 0, 4);
        stream.beginPhase("b");
        stream.append(text, 4, 9);
        stream.complete();
        stream.insert(4, "and a half ".getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[24];
        stream.read(0, all, 0, 24);
        assertEquals("one and a half two three", new String(all, StandardCharsets.UTF_8));
        assertEquals(24, stream.size());
        assertEquals(15, stream.phase(1).start());
        assertEquals(15, stream.documentStart(1));
        assertEquals(0, stream.phaseAt(14));
        stream.insert(0, new byte[20_000]);
        assertEquals(0, stream.phase(0).start());
        assertEquals(20_015, stream.phase(1).start());
        assertEquals('t', stream.at(20_015));
    }

    @Test
    void aReaderWhoMayBeSentBackFindsTheBeginning() {
        ByteStream stream = ByteStream.of("stream", values(100_000)).readOnce();
        stream.holdUntil(50_000);
        stream.forgetBefore(49_999);
        assertTrue(stream.isWhole());
        stream.forgetBefore(50_000);
        assertFalse(stream.isWhole());
    }
}
