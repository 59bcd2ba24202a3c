package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.BreakingBackend;
import org.junit.jupiter.api.Test;

/** What a session of the laboratory writes. */
class LabSampleTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(20);

    private final LabPage page = new LabPage();

    @Test
    void samplingAndWatchingChangeNoLoss() {
        LabPage watched = new LabPage();
        watched.startWith(TEXT);
        watched.loop.tick(0.4);
        watched.send(
                new LabCommand.Watch(true, true),
                new LabCommand.Run(),
                new LabCommand.Sample(1, LabPage.bytes("the"), 1, 0, 1, 60, 7),
                new LabCommand.Sample(2, Bytes.EMPTY, 0, 5, 0.9, 60, 8));
        watched.loop.exhaust();
        page.startWith(TEXT);
        page.loop.tick(0.4);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(
                page.last(LabReport.Progress.class).codeLengthBytes(),
                watched.last(LabReport.Progress.class).codeLengthBytes());
        assertEquals(page.last(LabReport.Phases.class), watched.last(LabReport.Phases.class));
        assertFalse(watched.all(LabReport.Attention.class).isEmpty());
        assertFalse(watched.all(LabReport.NextByte.class).isEmpty());
        assertEquals(60, sampled(watched, 1));
        assertEquals(60, sampled(watched, 2));
    }

    @Test
    void samplesComeWhileTheRunGoesOn() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.Run(), new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 40, 7));
        long before = page.position();
        while (sampled(page, 1) < 40) {
            assertTrue(page.loop.turn());
        }
        assertTrue(page.position() > before + 100, "the run stood still");
        assertTrue(page.last(LabReport.Transport.class).running());
    }

    @Test
    void whatTheUntrainedModelWasAskedForIsWrittenBeforeItLearns() {
        LabPage resting = new LabPage();
        resting.startWith(TEXT);
        resting.send(new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 400, 7));
        resting.loop.exhaust();
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 400, 7), new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(text(resting, 1), text(page, 1));
        assertEquals(TEXT.length(), page.position());
    }

    @Test
    void keysWaitForTheUntrainedModelsSample() {
        LabPage resting = new LabPage();
        resting.send(new LabCommand.Start(Recipes.tiny(), new Source.Typed()));
        resting.send(new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 400, 7));
        resting.loop.exhaust();
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Typed()));
        page.loop.tick(1);
        page.send(
                new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 400, 7), new LabCommand.Type(LabPage.bytes("the cat")));
        page.loop.exhaust();
        assertEquals(text(resting, 1), text(page, 1));
        assertEquals(7, page.position());
    }

    @Test
    void aSampleSaysWhoWroteIt() {
        page.startWith(TEXT);
        page.send(new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 5, 7));
        page.loop.exhaust();
        assertEquals("mixture", page.last(LabReport.Sampled.class).by());
        page.send(
                new LabCommand.Tune(Recipes.tinyWith("mixture.enabled", "false", "cache.enabled", "true")),
                new LabCommand.Sample(2, Bytes.EMPTY, 1, 0, 1, 5, 7));
        page.loop.exhaust();
        assertEquals("cache", page.last(LabReport.Sampled.class).by());
        page.send(
                new LabCommand.Tune(Recipes.tinyWith("mixture.enabled", "false", "cache.enabled", "false")),
                new LabCommand.Sample(3, Bytes.EMPTY, 1, 0, 1, 5, 7));
        page.loop.exhaust();
        assertEquals("transformer", page.last(LabReport.Sampled.class).by());
    }

    @Test
    void aSampleWithImpossibleSettingsFailsAlone() {
        page.startWith(TEXT);
        page.send(new LabCommand.Sample(1, Bytes.EMPTY, -1, 0, 1, 40, 7));
        assertEquals("sampling", page.last(LabReport.Failed.class).doing());
        page.send(new LabCommand.Sample(2, Bytes.EMPTY, 1, 0, 1, 3, 7));
        page.loop.exhaust();
        assertEquals(3, sampled(page, 2));
    }

    @Test
    void aSampleThatFailsOnItsWayEndsAlone() {
        BreakingBackend breaking = new BreakingBackend("linear");
        LabPage full = new LabPage(breaking.backend());
        full.startWith(TEXT);
        full.send(
                new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 40, 7),
                new LabCommand.Sample(2, Bytes.EMPTY, 1, 0, 1, 40, 8));
        int second = full.sent;
        breaking.fail(1);
        full.loop.exhaust();
        assertEquals(
                List.of(new LabReport.Failed(second - 1, "sampling", "the memory is full")),
                full.all(LabReport.Failed.class));
        assertEquals(0, sampled(full, 1));
        assertEquals(40, sampled(full, 2));
    }

    private static String text(LabPage page, int id) {
        StringBuilder text = new StringBuilder();
        for (LabReport.Sampled piece : page.all(LabReport.Sampled.class)) {
            text.append(piece.id() == id ? new String(piece.text().toArray(), StandardCharsets.ISO_8859_1) : "");
        }
        return text.toString();
    }

    private static int sampled(LabPage page, int id) {
        int bytes = 0;
        for (LabReport.Sampled piece : page.all(LabReport.Sampled.class)) {
            bytes += piece.id() == id ? piece.text().size() : 0;
        }
        return bytes;
    }
}
