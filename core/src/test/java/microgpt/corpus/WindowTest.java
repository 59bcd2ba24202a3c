package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private static ByteStream twoDocuments() {
        ByteStream stream = new ByteStream("documents");
        stream.append("abcd".getBytes(StandardCharsets.US_ASCII), 0, 4);
        stream.beginDocument();
        stream.append("efgh".getBytes(StandardCharsets.US_ASCII), 0, 4);
        stream.complete();
        return stream;
    }

    private static int[] inputs(Window window) {
        return Arrays.copyOf(window.inputs(), window.length());
    }

    private static int[] targets(Window window) {
        return Arrays.copyOf(window.targets(), window.length());
    }

    @Test
    void inputsAreTheBytesBeforeTheTargets() {
        Window window = new Window(5, BosPlacement.STREAM);
        window.cut(twoDocuments(), 3, 2, 3);

        assertArrayEquals(new int[] {'a', 'b', 'c', 'd', 'e'}, inputs(window));
        assertArrayEquals(new int[] {'b', 'c', 'd', 'e', 'f'}, targets(window));
        assertEquals(2, window.contextLength());
        assertEquals(3, window.newLength());
        assertEquals(3, window.position());
    }

    @Test
    void theStreamStartsWithTheBeginningToken() {
        Window window = new Window(8, BosPlacement.STREAM);
        window.cut(twoDocuments(), 0, 4, 2);
        assertArrayEquals(new int[] {Window.BOS, 'a'}, inputs(window));
        assertEquals(0, window.contextLength());

        window.cut(twoDocuments(), 2, 4, 2);
        assertArrayEquals(new int[] {Window.BOS, 'a', 'b', 'c'}, inputs(window));
        assertEquals(2, window.contextLength());
    }

    @Test
    void everyDocumentStartsWithTheBeginningTokenWhenAsked() {
        Window window = new Window(8, BosPlacement.EVERY_DOCUMENT);
        window.cut(twoDocuments(), 0, 0, 8);
        assertArrayEquals(new int[] {Window.BOS, 'a', 'b', 'c', Window.BOS, 'e', 'f', 'g'}, inputs(window));
        assertArrayEquals(new int[] {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}, targets(window));

        window.cut(twoDocuments(), 4, 2, 1);
        assertArrayEquals(new int[] {'b', 'c', Window.BOS}, inputs(window));
        window.cut(twoDocuments(), 5, 0, 3);
        assertArrayEquals(new int[] {'e', 'f', 'g'}, inputs(window));
    }

    @Test
    void aVocabularyOfBytesAloneSeesALineFeedFirst() {
        Window window = new Window(8, BosPlacement.NEVER);
        window.cut(twoDocuments(), 0, 0, 5);
        assertArrayEquals(new int[] {'\n', 'a', 'b', 'c', 'd'}, inputs(window));
    }

    @Test
    void theLastWindowIsShort() {
        Window window = new Window(8, BosPlacement.STREAM);
        window.cut(twoDocuments(), 7, 3, 5);
        assertArrayEquals(new int[] {'e', 'f', 'g', 'h'}, targets(window));
        assertEquals(1, window.newLength());
    }

    @Test
    void theNextByteCanBeAskedForBeforeItIsThere() {
        Window window = new Window(4, BosPlacement.EVERY_DOCUMENT);
        window.cutBefore(twoDocuments(), 8, 3);
        assertArrayEquals(new int[] {'e', 'f', 'g', 'h'}, inputs(window));
        assertArrayEquals(new int[] {'f', 'g', 'h', Window.NO_TARGET}, targets(window));

        window.cutBefore(new ByteStream("empty"), 0, 3);
        assertArrayEquals(new int[] {Window.BOS}, inputs(window));
        assertArrayEquals(new int[] {Window.NO_TARGET}, targets(window));
    }

    @Test
    void aStreamThatIsThoughtToGoOnIsReadAsOneThatDoes() {
        byte[] supposed = "EFGHIJKLMNOP".getBytes(StandardCharsets.US_ASCII);
        ByteStream longer = ByteStream.of("longer", "abcdEFGHIJKLMNOP".getBytes(StandardCharsets.US_ASCII));
        for (int context = 0; context < 4; context++) {
            for (int count = 0; count < supposed.length; count++) {
                Window thought = new Window(7, BosPlacement.STREAM);
                thought.cutAfter(
                        ByteStream.of("read", (byte) 'a', (byte) 'b', (byte) 'c', (byte) 'd'),
                        4,
                        context,
                        3,
                        supposed,
                        count);
                Window read = new Window(7, BosPlacement.STREAM);
                read.cutBefore(longer, 4 + count, context + count % 3);
                assertArrayEquals(inputs(read), inputs(thought), "context " + context + ", supposed " + count);
                assertArrayEquals(targets(read), targets(thought));
                assertEquals(4 + count - count % 3, thought.position());
            }
        }
    }

    @Test
    void documentsThatTheStreamGoesOnWithAreNotThoughtOf() {
        Window window = new Window(8, BosPlacement.EVERY_DOCUMENT);
        window.cutAfter(twoDocuments(), 2, 4, 4, new byte[] {'C', 'D', 'E'}, 3);
        assertArrayEquals(new int[] {Window.BOS, 'a', 'b', 'C', 'D', 'E'}, inputs(window));
        window.cutAfter(twoDocuments(), 4, 1, 4, new byte[] {'E', 'F'}, 2);
        assertArrayEquals(new int[] {'c', Window.BOS, 'E', 'F'}, inputs(window));
    }

    @Test
    void windowsThatDoNotFitAreRefused() {
        Window window = new Window(4, BosPlacement.STREAM);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> window.cut(twoDocuments(), 0, 3, 2));
        assertEquals("a context of 3 and 2 new bytes (at least 1) must fit a window of 4", refusal.getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> window.cut(twoDocuments(), 8, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Window(0, BosPlacement.STREAM));
    }
}
