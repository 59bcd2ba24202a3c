package microgpt.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.protocol.Report;
import org.junit.jupiter.api.Test;

class UrlLoadingTest {
    private final HandLoop loop = new HandLoop();
    private final List<Report> reports = new ArrayList<>();
    private final ByteStream stream = new ByteStream("test");
    private boolean aborted;

    @Test
    void aTextArrivesInPiecesAsItIs() {
        UrlLoading loading = loading(1000);
        loading.opened(200, "text/plain; charset=utf-8", 200);
        loading.received(bytes("Once upon a time there was a small cat who liked to sit in a box in the sun. "));
        assertEquals(77, stream.size());
        assertFalse(stream.isComplete());
        loading.received(bytes("<|endoftext|>\n\u00ff"));
        loading.ended();
        assertEquals(92, stream.size());
        assertEquals(0xff, stream.at(91));
        assertEquals(new Report.Loading(92, 92, true), reports.get(reports.size() - 1));
    }

    @Test
    void loadingStopsAtTheLimit() {
        UrlLoading loading = loading(100);
        loading.opened(200, "", 5000);
        loading.received(new byte[400]);
        assertTrue(aborted);
        Report asked = new Report.Loading(0, -1, false);
        Report answered = new Report.Loading(0, 100, false);
        assertEquals(List.of(asked, answered, new Report.Loading(100, 100, true)), reports);
    }

    @Test
    void progressIsReportedTenTimesASecondAtMost() {
        UrlLoading loading = loading(1_000_000);
        loading.opened(200, "", -1);
        for (int i = 0; i < 1000; i++) {
            loop.advance(2);
            loading.received(new byte[100]);
        }
        assertEquals(2 + 20, reports.size(), 1); // asking and the answer are reported at once
    }

    @Test
    void aShortTextIsTakenWhenItEnds() {
        UrlLoading loading = loading(100);
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
        UrlLoading loading = loading(100);
        loading.opened(200, "text/plain", -1);
        loading.received(bytes("\n <!DOC"));
        loading.received(bytes("TYPE html><html><body>"));
        loading.ended();
        assertFailed("a web page (HTML) instead of a text");
        assertEquals(0, stream.size());
    }

    @Test
    void anEmptyAddressIsAnError() {
        UrlLoading loading = loading(100);
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
        UrlLoading loading = loading(100_000);
        loading.opened(200, "", -1);
        loading.received(new byte[5000]);
        loading.failed("network error");
        assertFailed("the 5000 bytes that arrived are kept");
        assertEquals(5000, stream.size());
        assertTrue(stream.isComplete());
    }

    @Test
    void cancellingKeepsWhatArrivedAndIsNoError() {
        UrlLoading loading = loading(100_000);
        loading.opened(200, "", -1);
        loading.received(new byte[5000]);
        loading.cancel();
        assertTrue(aborted);
        assertEquals(new Report.Loading(5000, 5000, true), reports.get(reports.size() - 1));
    }

    private UrlLoading loading(long limit) {
        UrlLoading loading = new UrlLoading(stream, limit, loop, reports::add, () -> {});
        loading.begin((address, receiver) -> () -> aborted = true, "test.txt");
        return loading;
    }

    private void assertFailed(String expected) {
        Report.Failed failed = (Report.Failed) reports.get(reports.size() - 1);
        assertTrue(failed.message().contains(expected), failed.message());
        assertTrue(stream.isComplete());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
