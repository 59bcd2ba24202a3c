package microgpt.worker.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.worker.loop.HandLoop;
import org.junit.jupiter.api.Test;

class UrlDownloadTest {
    private final HandLoop loop = new HandLoop();
    private final RecordedDownload news = new RecordedDownload();
    private final ByteStream stream = new ByteStream("test");
    private Download arrival = new Download(stream, 1, loop, news);
    private final HandTransfer server = new HandTransfer();

    @Test
    void aTextArrivesInPiecesAsItIs() {
        UrlDownload loading = loading(1000);
        loading.opened(200, "text/plain; charset=utf-8", 200);
        loading.received(bytes("Once upon a time there was a small cat who liked to sit in a box in the sun. "));
        assertEquals(77, stream.size());
        assertFalse(stream.isComplete());
        loading.received(bytes("<|endoftext|>\n\u00ff"));
        loading.ended();
        assertEquals(92, stream.size());
        assertEquals(0xff, stream.at(91));
        assertEquals("92 of 92, complete", news.last());
    }

    @Test
    void loadingStopsAtTheLimit() {
        UrlDownload loading = loading(100);
        loading.opened(200, "", 5000);
        loading.received(new byte[400]);
        assertTrue(server.isAborted());
        assertEquals(List.of("0 of -1", "0 of 100", "100 of 100, complete"), news.heard);
    }

    @Test
    void theLimitHoldsWhateverTheServerAnnounced() {
        UrlDownload loading = loading(300);
        loading.opened(200, "", 100);
        loop.advance(100);
        loading.received(new byte[200]);
        assertEquals("200 of -1", news.last()); // which is more than it said
        loading.received(new byte[5000]);
        assertEquals(300, stream.size());
        assertTrue(server.isAborted());
    }

    @Test
    void theNextPieceIsAskedForWhenTheLastWasTakenIn() {
        UrlDownload loading = loading(100_000);
        assertEquals(0, server.wanted());
        loading.opened(200, "text/plain", -1);
        for (int i = 1; i <= 5; i++) {
            assertEquals(1, server.wanted());
            server.send(new byte[40]);
            assertEquals(Math.max(0, i > 1 ? 40 * i : 0), stream.size());
        }
    }

    @Test
    void nothingIsAskedForWhileThereIsNoRoom() {
        UrlDownload loading = loading(100_000);
        loading.opened(200, "text/plain", 5000);
        news.full = true;
        server.send(new byte[1000]);
        assertEquals(0, server.wanted());
        assertEquals("1000 of 5000, held", news.last());
        arrival.resume();
        assertEquals(0, server.wanted());
        news.full = false;
        arrival.resume();
        arrival.resume();
        assertEquals(1, server.wanted());
        assertEquals("1000 of 5000", news.last());
        server.send(new byte[4000]);
        loading.ended();
        assertEquals("5000 of 5000, complete", news.last());
    }

    @Test
    void whatIsHeldCanBeGivenUp() {
        UrlDownload loading = loading(100_000);
        loading.opened(200, "text/plain", 5000);
        news.full = true;
        server.send(new byte[1000]);
        arrival.cancel();
        news.full = false;
        arrival.resume();
        assertEquals(0, server.wanted());
        assertEquals("1000 of 1000, complete", news.last());
    }

    @Test
    void anotherServerThanTheOneThatWasNamedIsNotRead() {
        loading(100).redirected("");
        assertFailed("the server sends on to another one, and only the one that was named is asked");
    }

    @Test
    void whereItLeadsIsSaidIfTheBrowserSaysIt() {
        loading(100).redirected("https://evil.example");
        assertFailed("to another one (https://evil.example)");
    }

    @Test
    void progressIsReportedTenTimesASecondAtMost() {
        UrlDownload loading = loading(1_000_000);
        loading.opened(200, "", -1);
        for (int i = 0; i < 1000; i++) {
            loop.advance(2);
            loading.received(new byte[100]);
        }
        assertEquals(2 + 20, news.heard.size(), 1); // asking and the answer are reported at once
    }

    @Test
    void aShortTextIsTakenWhenItEnds() {
        UrlDownload loading = loading(100);
        loading.opened(200, "", 1);
        loading.received(bytes("a"));
        loading.ended();
        assertEquals(1, stream.size());
    }

    @Test
    void anErrorOfTheServerSaysWhichAndWhatToDo() {
        loading(100).opened(404, "text/html", 9);
        assertFailed("the server answers 404: nothing there; check the address");
    }

    @Test
    void aWebPageIsKnownByItsTypeOrItsBeginning() {
        loading(100).opened(200, "text/html; charset=utf-8", 9);
        assertFailed("a web page (HTML) instead of a text");
    }

    @Test
    void aWebPageIsKnownByItsBeginning() {
        UrlDownload loading = loading(100);
        loading.opened(200, "text/plain", -1);
        loading.received(bytes("\n <!DOC"));
        loading.received(bytes("TYPE html><html><body>"));
        loading.ended();
        assertFailed("a web page (HTML) instead of a text");
        assertEquals(0, stream.size());
    }

    @Test
    void anEmptyAddressIsAnError() {
        UrlDownload loading = loading(100);
        loading.opened(200, "text/plain", 0);
        loading.ended();
        assertFailed("holds no bytes");
    }

    @Test
    void anUnreachableAddressNamesBothPossibleReasons() {
        loading(100).failed("Failed to fetch");
        assertFailed("offline");
        assertFailed("CORS");
    }

    @Test
    void aBrokenConnectionKeepsWhatArrived() {
        UrlDownload loading = loading(100_000);
        loading.opened(200, "", -1);
        loading.received(new byte[5000]);
        loading.failed("network error");
        assertFailed("the 5000 bytes that arrived are kept");
        assertEquals(5000, stream.size());
        assertTrue(stream.isComplete());
    }

    @Test
    void cancellingKeepsWhatArrivedAndIsNoError() {
        UrlDownload loading = loading(100_000);
        loading.opened(200, "", -1);
        loading.received(new byte[5000]);
        arrival.cancel();
        assertTrue(server.isAborted());
        assertEquals("5000 of 5000, complete", news.last());
    }

    private UrlDownload loading(long limit) {
        arrival = new Download(stream, limit, loop, news);
        UrlDownload loading = new UrlDownload(arrival);
        loading.begin(server, "test.txt");
        return loading;
    }

    private void assertFailed(String expected) {
        assertTrue(news.last().startsWith("failed: "), news.last());
        assertTrue(news.last().contains(expected), news.last());
        assertTrue(stream.isComplete());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
