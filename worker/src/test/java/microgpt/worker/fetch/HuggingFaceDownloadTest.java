package microgpt.worker.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.protocol.Source;
import microgpt.worker.loop.HandLoop;
import org.junit.jupiter.api.Test;

class HuggingFaceDownloadTest {
    private static final String VIEWER = "https://datasets-server.huggingface.co/";
    private static final String SPLITS = "{\"splits\": [{\"dataset\": \"a/b\", \"config\": \"default\", \"split\":"
            + " \"validation\"}, {\"dataset\": \"a/b\", \"config\": \"default\", \"split\": \"train\"}],"
            + " \"pending\": [], \"failed\": []}";
    private static final String TEXT =
            "{\"feature_idx\": 0, \"name\": \"text\", \"type\": {\"dtype\": \"string\", \"_type\": \"Value\"}}";
    private static final String NUMBER =
            "{\"feature_idx\": 1, \"name\": \"score\", \"type\": {\"dtype\": \"int64\", \"_type\": \"Value\"}}";

    private final HandLoop loop = new HandLoop();
    private final HandWeb web = new HandWeb(loop);
    private final RecordedDownload news = new RecordedDownload();
    private final ByteStream stream = new ByteStream("test");

    @Test
    void rowsArriveAPageAtATimeWithABlankLineBetweenThem() {
        web.answer(200, SPLITS)
                .answer(200, rows(TEXT + ", " + NUMBER, 5, "One \u00e9.", "Two.\\nMore."))
                .answer(200, rows(TEXT + ", " + NUMBER, 5, "", "Three.", "Four."));
        load("", "", "", 1000);
        assertEquals("One \u00e9.\n\nTwo.\nMore.\n\nThree.\n\nFour.", text());
        assertEquals("34 of 34, complete", news.last());
        assertEquals(4, stream.documentCount());
        assertEquals(
                List.of(
                        VIEWER + "splits?dataset=a%2Fb",
                        VIEWER + "rows?dataset=a%2Fb&config=default&split=train&offset=0&length=10",
                        VIEWER + "rows?dataset=a%2Fb&config=default&split=train&offset=2&length=100"),
                web.asked);
    }

    @Test
    void itStopsAtTheLimit() {
        web.answer(200, SPLITS).answer(200, rows(TEXT, 9, "Once upon a time.", "There was"));
        load("", "", "", 20);
        assertEquals("Once upon a time.\n\nT", text());
        assertEquals("20 of 20, complete", news.last());
    }

    @Test
    void progressIsOfWhatThereWillBe() {
        web.answer(200, SPLITS).answer(200, rows(TEXT, 100, "0123456789")).answer(200, rows(TEXT, 100));
        load("", "", "", 600);
        assertTrue(news.heard.contains("10 of 600"), news.heard.toString());
    }

    @Test
    void anotherSubsetSplitAndColumnCanBeNamed() {
        String splits = SPLITS.replace("\"default\", \"split\": \"train\"", "\"small\", \"split\": \"test\"");
        web.answer(200, splits)
                .answer(200, rows(TEXT.replace("text", "story"), 1).replace("[]", "[" + row("story", "Hm.") + "]"));
        load("small", "test", "story", 100);
        assertEquals("Hm.", text());
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        web.answer(200, SPLITS);
        load("large", "", "", 100);
        assertFailed("has no subset “large”, expected one of default");
    }

    @Test
    void aMissingSplitIsNamedWithWhatIs() {
        web.answer(200, SPLITS);
        load("", "test", "", 100);
        assertFailed("has no split “test”, expected one of validation, train");
    }

    @Test
    void withoutAColumnOfTextsTheColumnsAreNamed() {
        web.answer(200, SPLITS).answer(200, rows(NUMBER, 1));
        load("", "", "", 100);
        assertFailed("no column of texts called “text”. Its columns are score (int64); none holds texts");
    }

    @Test
    void refusalsSayWhatToDo() {
        web.answer(401, "{\"error\": \"The dataset does not exist, or is not accessible without authentication.\"}");
        load("", "", "", 100);
        assertFailed("gated or private, or there is no such data set. Check its name, owner/name");
        assertFailed("(“The dataset does not exist, or is not");
    }

    @Test
    void aMissingDataSetIsSaid() {
        web.answer(404, "Not found");
        load("", "", "", 100);
        assertFailed("Hugging Face has no data set “a/b”");
        assertEquals(0, stream.size());
    }

    @Test
    void aBusyServerIsAskedAgainLater() {
        web.answer(429, "").answer(200, SPLITS).answer(503, "").answer(200, rows(TEXT, 1, "At last."));
        load("", "", "", 100);
        assertTrue(
                news.heard.contains("waits: the server is busy (429), so it is asked again in 2 s"),
                news.heard.toString());
        assertEquals("At last.", text());
    }

    @Test
    void aServerThatStaysBusyIsLeftAlone() {
        double begin = loop.now();
        web.answer(429, "").answer(429, "").answer(429, "").answer(429, "");
        load("", "", "", 100);
        assertFailed("“too many requests”, also after half a minute: try again in a few minutes");
        assertEquals(30_000, loop.now() - begin);
    }

    @Test
    void aConnectionThatBreaksKeepsWhatArrived() {
        web.answer(200, SPLITS).answer(200, rows(TEXT, 9, "One.")).breakOff();
        load("", "", "", 100);
        assertFailed("could not be reached (Failed to fetch)");
        assertFailed("the 4 bytes that arrived before are kept");
        assertEquals("One.", text());
    }

    @Test
    void anAnswerThatIsTooLargeIsNotRead() {
        HandTransfer server = new HandTransfer();
        begin(server, "", "", "", 100);
        server.receiver().opened(200, "application/json", 16_000_001);
        assertFailed("the server's answer is larger than 16 MB");
        assertEquals(0, server.wanted());
    }

    @Test
    void anAnswerThatGrowsTooLargeIsNotReadOn() {
        HandTransfer server = new HandTransfer();
        begin(server, "", "", "", 100);
        server.receiver().opened(200, "application/json", 10);
        for (int i = 0; i < 16; i++) {
            server.send(new byte[1_000_000]);
        }
        server.send(new byte[1]);
        assertFailed("the server's answer is larger than 16 MB");
        assertTrue(server.isAborted());
    }

    @Test
    void aNumberOfRowsThatIsNoneIsNotReckonedWith() {
        String rows = rows(TEXT, 5, "One.").replace("\"num_rows_total\": 5", "\"num_rows_total\": " + "9".repeat(400));
        web.answer(200, SPLITS).answer(200, rows).answer(200, rows(TEXT, 5));
        load("", "", "", 100);
        assertEquals("One.", text());
    }

    @Test
    void anotherServerIsNotAsked() {
        HandTransfer server = new HandTransfer();
        begin(server, "", "", "", 100);
        server.receiver().redirected("https://evil.example");
        assertFailed("it sends on to another server, https://evil.example, which was not named");
    }

    @Test
    void cancellingWhileItWaitsEndsTheText() {
        web.answer(200, SPLITS).answer(200, rows(TEXT, 9, "One.")).answer(429, "");
        Download arrival = begin("", "", "", 100);
        while (!news.last().startsWith("waits")) {
            loop.turn();
        }
        arrival.cancel();
        loop.exhaust();
        assertEquals("4 of 4, complete", news.last());
        assertEquals(3, web.asked.size());
    }

    private void load(String subset, String split, String column, long limit) {
        begin(subset, split, column, limit);
        loop.exhaust();
        assertTrue(stream.isComplete());
    }

    private Download begin(String subset, String split, String column, long limit) {
        return begin(web, subset, split, column, limit);
    }

    private Download begin(Fetcher fetching, String subset, String split, String column, long limit) {
        Download arrival = new Download(stream, limit, loop, news);
        new HuggingFaceDownload(fetching, loop, arrival, new Source.HuggingFace("a/b", subset, split, column, limit))
                .begin();
        assertFalse(stream.isComplete());
        return arrival;
    }

    private void assertFailed(String expected) {
        assertTrue(news.last().startsWith("failed: "), news.last());
        assertTrue(news.last().contains(expected), news.last());
    }

    private String text() {
        byte[] bytes = new byte[(int) stream.size()];
        stream.read(0, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A page as the viewer gives it; the texts are as in JSON. */
    private static String rows(String features, int total, String... texts) {
        StringBuilder rows = new StringBuilder();
        for (String text : texts) {
            rows.append(rows.length() == 0 ? "" : ", ").append(row("text", text));
        }
        return "{\"features\": [" + features + "], \"rows\": [" + rows + "], \"num_rows_total\": " + total
                + ", \"num_rows_per_page\": 100, \"partial\": false}";
    }

    private static String row(String column, String text) {
        return "{\"row_idx\": 0, \"row\": {\"" + column + "\": \"" + text + "\"}, \"truncated_cells\": []}";
    }
}
