package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.BreakingBackend;
import microgpt.worker.fetch.HandTransfer;
import org.junit.jupiter.api.Test;

class LabSessionTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(20);

    private final LabPage page = new LabPage();

    @Test
    void aRunReadsItsStreamToTheEndAndSaysSo() {
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(new LabReport.Transport(page.run(), false, 0, true), page.last(LabReport.Transport.class));
        LabReport.Progress last = page.last(LabReport.Progress.class);
        assertEquals(TEXT.length(), last.position());
        assertTrue(last.fast() < 6, "learned nothing: " + last.fast() + " bits per byte");
        assertEquals(
                TEXT.length(), page.last(LabReport.Phases.class).scores().get(0).bytes());
        assertTrue(page.all(LabReport.Failed.class).isEmpty());
    }

    @Test
    void theBuiltInPhasesAreAStreamThatIsKnownAtOnce() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Phases(Recipes.phases())));
        LabReport.Started started = page.last(LabReport.Started.class);
        assertTrue(started.phases().size() > 1);
        assertEquals(started.phases().get(started.phases().size() - 1).end(), started.streamBytes());
        assertTrue(started.parameters() > 1000 && started.memoryBytes() > 4L * started.parameters());
    }

    @Test
    void aPauseIsAnsweredBetweenTwoSlices() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.Run());
        page.loop.turn();
        page.send(new LabCommand.Pause());
        assertEquals(new LabReport.Transport(page.run(), false, 0, false), page.last(LabReport.Transport.class));
        long position = page.position();
        assertTrue(position > 0 && position < TEXT.length(), "paused at " + position);
        page.loop.exhaust();
        assertEquals(position, page.position());
    }

    @Test
    void aSliceEndsInTime() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new LabCommand.Run());
        double before = page.loop.now();
        page.loop.turn();
        assertEquals(LabSession.SLICE_MILLIS, page.loop.now() - before, 8);
    }

    @Test
    void aStepPausesAndReadsOneStride() {
        page.startWith(TEXT);
        page.send(new LabCommand.Run(), new LabCommand.Step());
        assertEquals(new LabReport.Transport(page.run(), false, 0, false), page.last(LabReport.Transport.class));
        assertEquals(1, page.last(LabReport.Progress.class).step());
        page.send(new LabCommand.Step());
        assertEquals(2, page.last(LabReport.Progress.class).step());
        page.loop.exhaust();
        assertEquals(2, page.last(LabReport.Progress.class).step());
    }

    @Test
    void aSpeedLimitHolds() {
        page.startWith(TEXT);
        page.send(new LabCommand.Speed(10), new LabCommand.Run());
        double before = page.loop.now();
        while (page.last(LabReport.Progress.class).step() < 30) {
            page.loop.turn();
        }
        assertEquals(2900, page.loop.now() - before, 150);
    }

    @Test
    void aRunThatCannotBeBuiltLeavesTheOldOneAlone() {
        page.startWith(TEXT);
        page.send(new LabCommand.Step(), new LabCommand.Start("{\"model\": 3}", new Source.Typed()));
        assertEquals("starting the run", page.last(LabReport.Failed.class).doing());
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Url("x", 0)));
        assertTrue(page.last(LabReport.Failed.class).message().contains("limit"));
        page.send(new LabCommand.Step());
        assertEquals(2, page.last(LabReport.Progress.class).step());
    }

    @Test
    void aModelThatNoTabCanHoldIsRefused() {
        page.send(new LabCommand.Start(
                Recipes.tinyWith("model.n_layers", "20", "model.d_model", "1024", "model.d_mlp", "4096"),
                new Source.Typed()));
        assertTrue(page.last(LabReport.Failed.class).message().contains("MB, and a tab can have"));
    }

    @Test
    void aNewRunStartsAtTheBeginningAndPaused() {
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.turn();
        page.startWith(TEXT);
        page.loop.exhaust();
        assertEquals(0, page.position());
        assertFalse(page.last(LabReport.Transport.class).running());
    }

    @Test
    void piecesGiveTheSameLossesAsTheWhole() {
        LabPage inPieces = new LabPage();
        inPieces.startSupplied();
        inPieces.send(new LabCommand.Run());
        for (int from = 0; from < TEXT.length(); from += 37) {
            inPieces.append(LabPage.bytes(TEXT.substring(from, Math.min(TEXT.length(), from + 37))), false);
            inPieces.loop.exhaust();
            assertTrue(inPieces.last(LabReport.Transport.class).running());
        }
        inPieces.append(Bytes.EMPTY, true);
        inPieces.loop.exhaust();
        page.startWith(TEXT);
        page.send(new LabCommand.Speed(1e6), new LabCommand.Run());
        page.loop.tick(1);
        page.loop.exhaust();
        assertEquals(
                page.last(LabReport.Progress.class).codeLengthBytes(),
                inPieces.last(LabReport.Progress.class).codeLengthBytes());
        assertTrue(inPieces.last(LabReport.Transport.class).atEnd());
    }

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
    void aSampleWithImpossibleSettingsFailsAlone() {
        page.startWith(TEXT);
        page.send(new LabCommand.Sample(1, Bytes.EMPTY, -1, 0, 1, 40, 7));
        assertEquals("sampling", page.last(LabReport.Failed.class).doing());
        page.send(new LabCommand.Sample(2, Bytes.EMPTY, 1, 0, 1, 3, 7));
        page.loop.exhaust();
        assertEquals(3, sampled(page, 2));
    }

    @Test
    void everyReportOfARunNamesTheCommandThatBeganIt() {
        page.send(new LabCommand.Watch(true, true));
        page.startWith(TEXT);
        int first = page.run();
        page.send(new LabCommand.Run(), new LabCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 400, 7));
        page.loop.turn();
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertTrue(page.run() > first);
        boolean second = false;
        for (LabReport report : page.reports) {
            if (report instanceof LabReport.OfRun of) {
                second |= of.run() == page.run();
                assertEquals(second ? page.run() : first, of.run(), report.toString());
            }
        }
        assertTrue(second);
    }

    @Test
    void piecesOfARunThatWasLeftAreDropped() {
        page.startSupplied();
        int left = page.run();
        page.startSupplied();
        page.send(new LabCommand.Append(left, LabPage.bytes(TEXT), true));
        page.append(LabPage.bytes("ab"), true);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(2, page.position());
        assertTrue(page.all(LabReport.Failed.class).isEmpty());
    }

    @Test
    void aFailureNamesTheCommandThatItAnswers() {
        page.startWith(TEXT);
        page.send(new LabCommand.Sample(1, Bytes.EMPTY, -1, 0, 1, 40, 7));
        assertEquals(page.sent, page.last(LabReport.Failed.class).command());
        page.send(new LabCommand.Tune("{}"));
        assertEquals(page.sent, page.last(LabReport.Failed.class).command());
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

    @Test
    void aMemoryThatIsFullWhileLearningIsSaidAndTheRunStaysReadable() {
        BreakingBackend breaking = new BreakingBackend("linearBackward");
        LabPage full = new LabPage(breaking.backend());
        full.startWith(TEXT);
        full.send(new LabCommand.Step());
        breaking.fail(1);
        full.send(new LabCommand.Run());
        full.loop.exhaust();
        LabReport.Failed failed = full.last(LabReport.Failed.class);
        assertEquals("learning", failed.doing());
        assertTrue(failed.message().startsWith("the memory is full. Learning stopped at position"), failed.message());
        assertFalse(full.last(LabReport.Transport.class).running());
        full.send(new LabCommand.Sample(9, Bytes.EMPTY, 1, 0, 1, 5, 7));
        full.loop.exhaust();
        assertEquals(5, sampled(full, 9));
    }

    @Test
    void reportsAreNotMoreThanThePageCanShow() {
        page.startWith(TEXT.repeat(4));
        page.send(new LabCommand.Watch(true, true), new LabCommand.Run());
        page.loop.tick(1);
        double before = page.loop.now();
        page.loop.exhaust();
        double seconds = (page.loop.now() - before) / 1000;
        assertTrue(page.all(LabReport.Progress.class).size() <= 30 * seconds + 3);
        assertTrue(page.all(LabReport.Attention.class).size() <= 10 * seconds + 3);
        assertTrue(page.all(LabReport.NextByte.class).size() <= 10 * seconds + 3);
        assertTrue(page.all(LabReport.Phases.class).size() <= 2 * seconds + 3);
        assertTrue(page.all(LabReport.Progress.class).size() > 20 * seconds, "hardly anything was reported");
    }

    @Test
    void everyKeyIsPredictedBeforeItIsLearned() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Typed()));
        assertEquals(0, page.last(LabReport.NextByte.class).position());
        assertEquals(-1, page.last(LabReport.NextByte.class).truth());
        for (String key : List.of("h", "e", "y")) {
            page.send(new LabCommand.Type(LabPage.bytes(key)));
            page.loop.exhaust();
            LabReport.NextByte next = page.last(LabReport.NextByte.class);
            assertEquals(key.charAt(0), next.truth());
            assertTrue(next.truthBits() > 0);
            assertEquals(10, next.candidates().size());
        }
        assertEquals(3, page.position());
        assertEquals(3, page.last(LabReport.Progress.class).step());
        assertEquals(3, page.bits().size());
    }

    @Test
    void aPageOfKeysIsLearnedWithoutAReportForEach() {
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Typed()));
        page.send(new LabCommand.Type(LabPage.bytes(TEXT)));
        page.loop.exhaust();
        assertEquals(TEXT.length(), page.position());
        assertTrue(page.all(LabReport.NextByte.class).size() < 100);
    }

    @Test
    void settingsTakeEffectFromTheNextStep() {
        page.startWith(TEXT);
        page.send(new LabCommand.Step(), new LabCommand.Tune(Recipes.tinyWith("optimizer.learning_rate", "0")));
        assertTrue(page.last(LabReport.Tuned.class).needRestart().isEmpty());
        page.send(new LabCommand.Step(), new LabCommand.Step());
        assertEquals(0, page.last(LabReport.Progress.class).learningRate());
        LabPage untouched = new LabPage();
        untouched.startWith(TEXT);
        untouched.send(new LabCommand.Step(), new LabCommand.Step(), new LabCommand.Step());
        assertEquals(untouched.bits().subList(0, 16), page.bits().subList(0, 16));
        assertNotEquals(untouched.bits().subList(16, 24), page.bits().subList(16, 24));
    }

    @Test
    void settingsThatNeedANewRunAreNamed() {
        page.startWith(TEXT);
        page.send(new LabCommand.Tune(Recipes.tinyWith("model.n_layers", "2")));
        assertEquals(List.of("model.n_layers"), page.last(LabReport.Tuned.class).needRestart());
        page.send(new LabCommand.Tune("{}"));
        assertEquals("changing the settings", page.last(LabReport.Failed.class).doing());
    }

    @Test
    void aRunThatOverflowsStopsAndStaysReadable() {
        page.startSupplied();
        page.send(new LabCommand.Start(Recipes.tinyThatOverflows(), new Source.Supplied("test")));
        page.append(LabPage.bytes(TEXT), true);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        LabReport.Failed failed = page.last(LabReport.Failed.class);
        assertEquals("learning", failed.doing());
        assertTrue(failed.message().contains("lower learning rate"), failed.message());
        assertFalse(page.last(LabReport.Transport.class).running());
        page.send(new LabCommand.Run());
        assertEquals("running", page.last(LabReport.Failed.class).doing());
        page.send(new LabCommand.Sample(9, Bytes.EMPTY, 1, 0, 1, 5, 7));
        page.loop.exhaust();
        assertTrue(page.last(LabReport.Sampled.class).complete());
        page.startWith(TEXT);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(TEXT.length(), page.position());
    }

    @Test
    void anEmptyStreamIsAClearMessage() {
        page.startWith("");
        assertTrue(page.last(LabReport.Failed.class).message().contains("empty"));
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertTrue(page.last(LabReport.Transport.class).atEnd());
    }

    @Test
    void oneByteIsAStream() {
        page.startSupplied();
        page.append(Bytes.of((byte) -1), true);
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(1, page.position());
        assertEquals(List.of((float) page.last(LabReport.Progress.class).whole()), page.bits());
    }

    @Test
    void withoutARunCommandsSayThatThereIsNone() {
        page.send(new LabCommand.Run());
        assertTrue(page.last(LabReport.Failed.class).message().contains("no run"));
    }

    @Test
    void aStreamFromAnAddressIsLearnedWhileItLoads() {
        HandTransfer server = new HandTransfer();
        LabPage loader = new LabPage(server);
        loader.send(
                new LabCommand.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 5000)), new LabCommand.Run());
        assertEquals(
                "y.txt", loader.last(LabReport.Started.class).phases().get(0).name());
        server.receiver().opened(200, "text/plain", -1);
        server.send(LabPage.bytes(TEXT).toArray());
        loader.loop.exhaust();
        assertEquals(TEXT.length() - TEXT.length() % 8, loader.position());
        loader.send(new LabCommand.CancelLoading());
        loader.loop.exhaust();
        assertTrue(server.isAborted());
        assertEquals(TEXT.length(), loader.position());
        assertTrue(loader.last(LabReport.Transport.class).atEnd());
    }

    @Test
    void aDownloadIsSixteenMegabytesAheadOfLearningAtMost() {
        HandTransfer server = new HandTransfer();
        LabPage loader = new LabPage(server);
        loader.send(new LabCommand.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 1L << 40)));
        server.receiver().opened(200, "text/plain", 1L << 40);
        int pieces = 0;
        for (; server.wanted() > 0; pieces++) {
            server.send(new byte[1 << 20]);
        }
        assertEquals(16, pieces);
        assertEquals(
                "the rest follows as it is read",
                loader.last(LabReport.Loading.class).waiting());
        loader.send(new LabCommand.Step());
        assertEquals(1, server.wanted());
        assertEquals("", loader.last(LabReport.Loading.class).waiting());
    }

    @Test
    void thePageIsToldWhenToWaitWithTheNextPiece() {
        page.startSupplied();
        byte[] piece = new byte[1 << 20];
        for (int pieces = 1; pieces <= 16; pieces++) {
            page.append(Bytes.of(piece), false);
            assertEquals(
                    pieces < 16, page.last(LabReport.Loading.class).waiting().isEmpty(), pieces + " pieces");
        }
        page.send(new LabCommand.Step());
        assertEquals(17, page.all(LabReport.Loading.class).size());
        assertEquals("", page.last(LabReport.Loading.class).waiting());
        page.send(new LabCommand.Step());
        assertEquals(17, page.all(LabReport.Loading.class).size());
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
