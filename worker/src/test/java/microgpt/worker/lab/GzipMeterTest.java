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
        loop.advance(GzipMeter.EVERY_MILLIS);
        meter.passing(stream, 4);
        assertFalse(gzip.isAsked(), "nothing is new");
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

    @Test
    void aLongStreamIsCompressedMemberByMemberAndNoByteOfACompleteOneAgain() {
        ByteStream longer = ByteStream.of("long", new byte[3 * GzipMeter.MEMBER_BYTES]);
        long position = 0;
        meter.begin(5);
        while (position < longer.size() - 10_000) {
            position += 10_000;
            meter.follow(longer, position);
            gzip.answer();
        }
        assertEquals(List.of(), told, "no figure is due");
        assertEquals(position, gzip.given.size());
        loop.advance(GzipMeter.EVERY_MILLIS);
        meter.passing(longer, position);
        gzip.answer();
        meter.stopped(longer, longer.size());
        gzip.answer();
        assertFalse(gzip.isAsked());
        assertEquals(
                List.of(
                        new LabReport.Gzipped(5, position, position / 2),
                        new LabReport.Gzipped(5, longer.size(), longer.size() / 2)),
                told);
        assertEquals(longer.size(), gzip.given.size());
        assertEquals(1 + 4, gzip.members, "one for the run before");
    }

    @Test
    void aFigureIsAlwaysOfAPositionThatThePageIsToldOf() {
        ByteStream longer = ByteStream.of("long", new byte[2 * GzipMeter.MEMBER_BYTES]);
        meter.begin(5);
        loop.advance(GzipMeter.EVERY_MILLIS);
        meter.stopped(longer, 5000);
        meter.follow(longer, 15_000);
        gzip.answer();
        meter.follow(longer, 25_000);
        meter.stopped(longer, 26_000);
        meter.follow(longer, 36_000);
        gzip.answer();
        assertFalse(gzip.isAsked(), "the run stands there no longer");
        meter.passing(longer, 40_000);
        assertFalse(gzip.isAsked(), "it is not due");
        assertEquals(List.of(new LabReport.Gzipped(5, 5000, 2500), new LabReport.Gzipped(5, 26_000, 13_000)), told);
    }

    @Test
    void whatARunReadOnceHasPassedIsTakenBeforeItIsGivenUp() {
        ByteStream endless = new ByteStream("endless").readOnce();
        meter.begin(5);
        byte[] piece = "once upon a time ".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100_000; i++) {
            endless.append(piece, 0, piece.length);
            meter.follow(endless, endless.size());
            endless.forgetBefore(endless.size() - 16_384);
        }
        assertFalse(endless.isWhole());
        assertTrue(gzip.given.size() > endless.size() - 4096);
    }
}
