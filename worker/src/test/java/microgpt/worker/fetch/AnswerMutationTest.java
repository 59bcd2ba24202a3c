package microgpt.worker.fetch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.Mutations;
import microgpt.corpus.ByteStream;
import microgpt.protocol.Source;
import microgpt.worker.loop.HandLoop;
import org.junit.jupiter.api.Test;

/** Whatever the servers of data sets and articles answer, it is text, a question more, or a complaint in words. */
class AnswerMutationTest {
    private static final int LIMIT = 200;
    private static final long MOST_TAKEN = 16L << 20;

    private static final String SPLITS =
            "{\"splits\": [{\"dataset\": \"a/b\", \"config\": \"default\", \"split\": \"train\"}],"
                    + " \"pending\": [], \"failed\": []}";
    private static final String ROWS = "{\"features\": [{\"feature_idx\": 0, \"name\": \"text\", \"type\": {\"dtype\":"
            + " \"string\", \"_type\": \"Value\"}}], \"rows\": [{\"row_idx\": 0, \"row\": {\"text\": \"One \u00e9.\"},"
            + " \"truncated_cells\": []}], \"num_rows_total\": 5, \"num_rows_per_page\": 100, \"partial\": false}";
    private static final String PAGE = "{\"batchcomplete\": true, \"query\": {\"pages\": [{\"pageid\": 1, \"ns\": 0,"
            + " \"title\": \"Pears\", \"extract\": \"A pear.\\nIt is green.\"}]}}";
    private static final String ERROR = "{\"error\": {\"code\": \"ratelimited\", \"info\": \"Too fast.\"}}";

    private final HandLoop loop = new HandLoop();
    private final HandWeb web = new HandWeb(loop);
    private final RecordedDownload news = new RecordedDownload();
    private final ByteStream stream = new ByteStream("test");
    private final Download arrival = new Download(stream, LIMIT, loop, news);

    @Test
    void theSplitsOfADataSet() throws Exception {
        mutationsOf(SPLITS).check(splits -> new AnswerMutationTest().dataSet(splits, bytes(ROWS)));
    }

    @Test
    void theRowsOfADataSet() throws Exception {
        mutationsOf(ROWS).check(rows -> new AnswerMutationTest().dataSet(bytes(SPLITS), rows));
    }

    @Test
    void theArticlesOfAWikipedia() throws Exception {
        mutationsOf(PAGE, ERROR).check(page -> new AnswerMutationTest().article(page));
    }

    private static Mutations mutationsOf(String... answers) {
        return Mutations.ofTexts(List.of(answers), IllegalArgumentException.class, MOST_TAKEN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void dataSet(byte[] splits, byte[] rows) {
        web.answer(200, splits).answer(200, rows);
        new HuggingFaceDownload(web, loop, arrival, new Source.HuggingFace("a/b", "", "", "", LIMIT)).begin();
        check(3);
    }

    private void article(byte[] page) {
        web.answer(200, page);
        new WikipediaDownload(web, loop, arrival, new Source.Wikipedia("en", "Pear\nQuince", LIMIT)).begin();
        check(2);
    }

    /** Once all is answered, the text is complete, or there is a question that nobody answers. */
    private void check(int questions) {
        loop.exhaust();
        assertTrue(stream.isComplete() || web.asked.size() == questions);
        arrival.cancel();
        assertTrue(stream.isComplete() && stream.size() <= LIMIT);
        assertFalse(news.last().isBlank() || news.last().contains("no description"), news.last());
    }
}
