package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.ByteStream;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.HandLoop;
import org.junit.jupiter.api.Test;

class GzipMeterTest {
    private final HandLoop loop = new HandLoop();
    private final HandGzip gzip = new HandGzip();
    private final List<LabReport> told = new ArrayList<>();
    private final GzipMeter meter = new GzipMeter(loop, gzip, told::add);
    private final ByteStream stream = ByteStream.of("text", "abcdefghij".getBytes(StandardCharsets.UTF_8));

    @Test
    void whatWasReadIsCompressedEveryFewSeconds() {
        meter.begin(5);
        meter.passing(stream, 4);
        assertFalse(gzip.isAsked());
        loop.advance(GzipMeter.EVERY_MILLIS);
        meter.passing(stream, 4);
        gzip.answer();
        assertEquals(List.of(new LabReport.Gzipped(5, 4, 2)), told);
        assertEquals("abcd", gzip.given.toString(StandardCharsets.UTF_8));
        meter.passing(stream, 6);
        assertFalse(gzip.isAsked());
    }

    @Test
    void whereARunStopsIsMeasuredInAnyCase() {
        meter.begin(5);
        loop.advance(GzipMeter.EVERY_MILLIS);
        meter.passing(stream, 4);
        meter.stopped(stream, 10);
        gzip.answer();
        assertTrue(gzip.isAsked());
        gzip.answer();
        assertEquals(List.of(new LabReport.Gzipped(5, 4, 2), new LabReport.Gzipped(5, 10, 5)), told);
        assertEquals("abcdefghij", gzip.given.toString(StandardCharsets.UTF_8));
        assertFalse(gzip.isAsked());
    }

    @Test
    void anAnswerForAnEarlierRunIsNotHeard() {
        meter.begin(5);
        meter.stopped(stream, 4);
        meter.begin(6);
        gzip.answer();
        assertEquals(List.of(), told);
    }
}
