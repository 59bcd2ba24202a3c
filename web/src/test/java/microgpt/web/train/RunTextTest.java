package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;

class RunTextTest {
    @Test
    void aRunSaysHowFarItIs() {
        assertEquals("step 1,200 of 5,000", RunText.progress(1200, 5000));
        assertEquals("trained for 5,000 steps", RunText.progress(5000, 5000));
    }

    @Test
    void factsThatAreNotKnownAreNotSaid() {
        assertEquals(
                "10,000 parameters, loss 2.500, best on unseen text 2.625; reads stories, 20.0 KB",
                RunText.facts(run(10_000, 2.5, 2.625, "stories", 20_000)));
        assertEquals("", RunText.facts(run(0, Double.NaN, Double.NaN, "", 0)));
    }

    private static TrainReport.SavedRun run(int parameters, double loss, double best, String text, long bytes) {
        return new TrainReport.SavedRun("r", "run", 0, 1, 2, parameters, loss, best, text, bytes, Bytes.EMPTY, "");
    }

    @Test
    void twoRunsOfOneNameAreToldApart() {
        TrainReport.SavedRun run = run("stories", 100, 2);
        assertEquals("stories", RunText.label(run, run("code", 100, 1)));
        assertEquals("stories, 100 steps", RunText.label(run, run("stories", 200, 1)));
        assertEquals("stories, 100 steps, newer", RunText.label(run, run("stories", 100, 1)));
    }

    private static TrainReport.SavedRun run(String name, long steps, double savedAt) {
        return new TrainReport.SavedRun("r", name, savedAt, steps, 500, 1, 2, 2, "text", 1, Bytes.EMPTY, "");
    }

    @Test
    void aSampleIsShownOnOneLineOfBoundedLength() {
        assertEquals("Once, a cat. It sat.", RunText.excerpt(bytes("\n Once,  a cat.\n\n\tIt sat. ")));
        assertEquals(121, RunText.excerpt(bytes("word ".repeat(100))).length());
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theRoomIsToldAsFarAsItIsKnown() {
        assertEquals(
                "About 1.50 MB of 12.3 GB are used. The browser will not clear them unasked.",
                RunText.storage(new TrainReport.Storage(1_500_000, 12_345_000_000L, true)));
        assertEquals(
                "This browser does not say how much room there is.",
                RunText.storage(new TrainReport.Storage(-1, -1, false)));
    }
}
