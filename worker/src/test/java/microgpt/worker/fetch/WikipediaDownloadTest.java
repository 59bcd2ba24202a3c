package microgpt.worker.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.protocol.Source;
import microgpt.worker.loop.HandLoop;
import org.junit.jupiter.api.Test;

class WikipediaDownloadTest {
    private final HandLoop loop = new HandLoop();
    private final HandWeb web = new HandWeb(loop);
    private final RecordedDownload news = new RecordedDownload();
    private final ByteStream stream = new ByteStream("test");

    @Test
    void articlesArriveOneAfterTheOther() {
        web.answer(200, page("\"title\": \"Pears\", \"extract\": \"A pear.\\nIt is green.\""))
                .answer(200, page("\"title\": \"Quince\", \"extract\": \"A quince.\""));
        load("Pear\n\n  Quince & \u00e9 \n", 1000);
        assertEquals("Pears\n\nA pear.\nIt is green.\n\nQuince\n\nA quince.", text());
        assertEquals(2, stream.documentCount());
        assertEquals("46 of 46, complete", news.last());
        assertEquals(List.of(address("Pear"), address("Quince%20%26%20%C3%A9")), web.asked);
    }

    @Test
    void itStopsAtTheLimit() {
        web.answer(200, page("\"title\": \"Pear\", \"extract\": \"A pear is a fruit.\""));
        load("Pear\nQuince", 12);
        assertEquals("Pear\n\nA pear", text());
        assertEquals(1, web.asked.size());
    }

    @Test
    void aMissingArticleIsNamedAndWhatArrivedIsKept() {
        web.answer(200, page("\"title\": \"Pear\", \"extract\": \"A pear.\""))
                .answer(200, page("\"title\": \"Paer\", \"missing\": true"));
        load("Pear\nPaer", 1000);
        assertFailed("Wikipedia (en) has no article “Paer”");
        assertFailed("the 13 bytes that arrived before are kept");
        assertEquals("Pear\n\nA pear.", text());
    }

    @Test
    void aNameOfSeveralThingsIsNoArticle() {
        web.answer(200, page("\"pageprops\": {\"disambiguation\": \"\"}, \"extract\": \"Mercury may be:\""));
        load("Mercury", 1000);
        assertFailed("“Mercury” is the name of several things");
        assertEquals(0, stream.size());
    }

    @Test
    void anEmptyArticleIsSaid() {
        web.answer(200, page("\"title\": \"Pear\", \"extract\": \"\""));
        load("Pear", 1000);
        assertFailed("has no text under “Pear”");
    }

    @Test
    void whatCannotBeATitleIsSaidInWikipediasWords() {
        web.answer(200, page("\"title\": \"<>\", \"invalid\": true, \"invalidreason\": \"illegal <\""));
        load("<>", 1000);
        assertFailed("cannot be the title of an article: illegal <");
    }

    @Test
    void anErrorOfTheInterfaceIsSaid() {
        web.answer(200, "{\"error\": {\"code\": \"ratelimited\", \"info\": \"Too fast.\"}}");
        load("Pear", 1000);
        assertFailed("Wikipedia (en) says: Too fast.");
    }

    @Test
    void bracketsInsideBracketsAreNoArticle() {
        web.answer(200, "[{\"query\":".repeat(100_000));
        load("Pear", 1000);
        assertFailed("has no text under “Pear”");
    }

    @Test
    void noConnectionIsSaid() {
        web.breakOff();
        load("Pear", 1000);
        assertFailed("Wikipedia (en) could not be reached (Failed to fetch)");
    }

    @Test
    void aLanguageIsTheCodeOfOne() {
        for (String language : List.of("", "e", "evil.org/", "-en", "EN", "averylongcode")) {
            Source.Wikipedia wanted = new Source.Wikipedia(language, "Pear", 100);
            assertThrows(IllegalArgumentException.class, () -> Sources.open(wanted), language);
        }
        Sources.open(new Source.Wikipedia("zh-yue", "Pear", 100));
    }

    @Test
    void withoutATitleNothingIsAsked() {
        Source.Wikipedia wanted = new Source.Wikipedia("en", " \n", 100);
        String refusal = assertThrows(IllegalArgumentException.class, () -> Sources.open(wanted))
                .getMessage();
        assertEquals("there is no title: name at least one article", refusal);
    }

    private void load(String titles, long limit) {
        Download arrival = new Download(stream, limit, loop, news);
        new WikipediaDownload(web, loop, arrival, new Source.Wikipedia("en", titles, limit)).begin();
        loop.exhaust();
        assertTrue(stream.isComplete());
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

    private static String page(String fields) {
        return "{\"batchcomplete\": true, \"query\": {\"pages\": [{\"pageid\": 1, \"ns\": 0, " + fields + "}]}}";
    }

    private static String address(String title) {
        return "https://en.wikipedia.org/w/api.php?action=query&prop=extracts%7Cpageprops&ppprop=disambiguation"
                + "&explaintext=1&redirects=1&format=json&formatversion=2&origin=%2A&titles=" + title;
    }
}
