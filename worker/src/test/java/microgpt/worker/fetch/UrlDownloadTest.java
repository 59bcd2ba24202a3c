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
    private boolean aborted;

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
        assertTrue(aborted);
        assertEquals(List.of("0 of -1", "0 of 100", "100 of 100, complete"), news.heard);
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
        assertTrue(aborted);
        assertEquals("5000 of 5000, complete", news.last());
    }

    private UrlDownload loading(long limit) {
        arrival = new Download(stream, limit, loop, news);
        UrlDownload loading = new UrlDownload(arrival);
        loading.begin((address, receiver) -> () -> aborted = true, "test.txt");
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
