package microgpt.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Command;
import microgpt.protocol.Report;
import microgpt.protocol.Source;
import org.junit.jupiter.api.Test;

class TrainingSessionTest {
    private static final String TEXT = "the cat sat on the mat. the dog sat on the log. ".repeat(20);

    private final Page page = new Page();

    @Test
    void aRunReadsItsStreamToTheEndAndSaysSo() {
        page.startWith(TEXT);
        page.send(new Command.Run());
        page.loop.exhaust();
        assertEquals(new Report.Transport(false, 0, true), page.last(Report.Transport.class));
        Report.Progress last = page.last(Report.Progress.class);
        assertEquals(TEXT.length(), last.position());
        assertTrue(last.fast() < 6, "learned nothing: " + last.fast() + " bits per byte");
        assertEquals(
                TEXT.length(), page.last(Report.Phases.class).scores().get(0).bytes());
        assertTrue(page.all(Report.Failed.class).isEmpty());
    }

    @Test
    void theBuiltInPhasesAreAStreamThatIsKnownAtOnce() {
        page.send(new Command.Start(Recipes.tiny(), new Source.Phases(Recipes.phases())));
        Report.Started started = page.last(Report.Started.class);
        assertTrue(started.phases().size() > 1);
        assertEquals(started.phases().get(started.phases().size() - 1).end(), started.streamBytes());
        assertTrue(started.parameters() > 1000 && started.memoryBytes() > 4L * started.parameters());
    }

    @Test
    void aPauseIsAnsweredBetweenTwoSlices() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new Command.Run());
        page.loop.turn();
        page.send(new Command.Pause());
        assertEquals(new Report.Transport(false, 0, false), page.last(Report.Transport.class));
        long position = page.position();
        assertTrue(position > 0 && position < TEXT.length(), "paused at " + position);
        page.loop.exhaust();
        assertEquals(position, page.position());
    }

    @Test
    void aSliceEndsInTime() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new Command.Run());
        double before = page.loop.now();
        page.loop.turn();
        assertEquals(TrainingSession.SLICE_MILLIS, page.loop.now() - before, 8);
    }

    @Test
    void aStepPausesAndReadsOneStride() {
        page.startWith(TEXT);
        page.send(new Command.Run(), new Command.Step());
        assertEquals(new Report.Transport(false, 0, false), page.last(Report.Transport.class));
        assertEquals(1, page.last(Report.Progress.class).step());
        page.send(new Command.Step());
        assertEquals(2, page.last(Report.Progress.class).step());
        page.loop.exhaust();
        assertEquals(2, page.last(Report.Progress.class).step());
    }

    @Test
    void aSpeedLimitHolds() {
        page.startWith(TEXT);
        page.send(new Command.Speed(10), new Command.Run());
        double before = page.loop.now();
        while (page.last(Report.Progress.class).step() < 30) {
            page.loop.turn();
        }
        assertEquals(2900, page.loop.now() - before, 150);
    }

    @Test
    void aRunThatCannotBeBuiltLeavesTheOldOneAlone() {
        page.startWith(TEXT);
        page.send(new Command.Step(), new Command.Start("{\"model\": 3}", new Source.Typed()));
        assertEquals("starting the run", page.last(Report.Failed.class).doing());
        page.send(new Command.Start(Recipes.tiny(), new Source.Url("x", 0)));
        assertTrue(page.last(Report.Failed.class).message().contains("limit"));
        page.send(new Command.Step());
        assertEquals(2, page.last(Report.Progress.class).step());
    }

    @Test
    void aModelThatNoTabCanHoldIsRefused() {
        page.send(new Command.Start(
                Recipes.tinyWith("model.n_layers", "20", "model.d_model", "1024", "model.d_mlp", "4096"),
                new Source.Typed()));
        assertTrue(page.last(Report.Failed.class).message().contains("MB, and a tab can have"));
    }

    @Test
    void aNewRunStartsAtTheBeginningAndPaused() {
        page.startWith(TEXT);
        page.send(new Command.Run());
        page.loop.turn();
        page.startWith(TEXT);
        page.loop.exhaust();
        assertEquals(0, page.position());
        assertFalse(page.last(Report.Transport.class).running());
    }

    @Test
    void piecesGiveTheSameLossesAsTheWhole() {
        Page inPieces = new Page();
        inPieces.startSupplied();
        inPieces.send(new Command.Run());
        for (int from = 0; from < TEXT.length(); from += 37) {
            inPieces.send(new Command.Append(
                    Page.bytes(TEXT.substring(from, Math.min(TEXT.length(), from + 37))), false));
            inPieces.loop.exhaust();
            assertTrue(inPieces.last(Report.Transport.class).running());
        }
        inPieces.send(new Command.Append(Bytes.EMPTY, true));
        inPieces.loop.exhaust();
        page.startWith(TEXT);
        page.send(new Command.Speed(1e6), new Command.Run());
        page.loop.tick(1);
        page.loop.exhaust();
        assertEquals(
                page.last(Report.Progress.class).codeLengthBytes(),
                inPieces.last(Report.Progress.class).codeLengthBytes());
        assertTrue(inPieces.last(Report.Transport.class).atEnd());
    }

    @Test
    void samplingAndWatchingChangeNoLoss() {
        Page watched = new Page();
        watched.startWith(TEXT);
        watched.loop.tick(0.4);
        watched.send(
                new Command.Watch(true, true),
                new Command.Run(),
                new Command.Sample(1, Page.bytes("the"), 1, 0, 1, 60, 7),
                new Command.Sample(2, Bytes.EMPTY, 0, 5, 0.9, 60, 8));
        watched.loop.exhaust();
        page.startWith(TEXT);
        page.loop.tick(0.4);
        page.send(new Command.Run());
        page.loop.exhaust();
        assertEquals(
                page.last(Report.Progress.class).codeLengthBytes(),
                watched.last(Report.Progress.class).codeLengthBytes());
        assertEquals(page.last(Report.Phases.class), watched.last(Report.Phases.class));
        assertFalse(watched.all(Report.Attention.class).isEmpty());
        assertFalse(watched.all(Report.NextByte.class).isEmpty());
        assertEquals(60, sampled(watched, 1));
        assertEquals(60, sampled(watched, 2));
    }

    @Test
    void samplesComeWhileTheRunGoesOn() {
        page.startWith(TEXT);
        page.loop.tick(1);
        page.send(new Command.Run(), new Command.Sample(1, Bytes.EMPTY, 1, 0, 1, 40, 7));
        long before = page.position();
        while (sampled(page, 1) < 40) {
            assertTrue(page.loop.turn());
        }
        assertTrue(page.position() > before + 100, "the run stood still");
        assertTrue(page.last(Report.Transport.class).running());
    }

    @Test
    void aSampleWithImpossibleSettingsFailsAlone() {
        page.startWith(TEXT);
        page.send(new Command.Sample(1, Bytes.EMPTY, -1, 0, 1, 40, 7));
        assertEquals("sampling", page.last(Report.Failed.class).doing());
        page.send(new Command.Sample(2, Bytes.EMPTY, 1, 0, 1, 3, 7));
        page.loop.exhaust();
        assertEquals(3, sampled(page, 2));
    }

    @Test
    void reportsAreNotMoreThanThePageCanShow() {
        page.startWith(TEXT.repeat(4));
        page.send(new Command.Watch(true, true), new Command.Run());
        page.loop.tick(1);
        double before = page.loop.now();
        page.loop.exhaust();
        double seconds = (page.loop.now() - before) / 1000;
        assertTrue(page.all(Report.Progress.class).size() <= 30 * seconds + 3);
        assertTrue(page.all(Report.Attention.class).size() <= 10 * seconds + 3);
        assertTrue(page.all(Report.NextByte.class).size() <= 10 * seconds + 3);
        assertTrue(page.all(Report.Phases.class).size() <= 2 * seconds + 3);
        assertTrue(page.all(Report.Progress.class).size() > 20 * seconds, "hardly anything was reported");
    }

    @Test
    void everyKeyIsPredictedBeforeItIsLearned() {
        page.send(new Command.Start(Recipes.tiny(), new Source.Typed()));
        assertEquals(0, page.last(Report.NextByte.class).position());
        assertEquals(-1, page.last(Report.NextByte.class).truth());
        for (String key : List.of("h", "e", "y")) {
            page.send(new Command.Type(Page.bytes(key)));
            page.loop.exhaust();
            Report.NextByte next = page.last(Report.NextByte.class);
            assertEquals(key.charAt(0), next.truth());
            assertTrue(next.truthBits() > 0);
            assertEquals(10, next.candidates().size());
        }
        assertEquals(3, page.position());
        assertEquals(3, page.last(Report.Progress.class).step());
        assertEquals(3, page.bits().size());
    }

    @Test
    void aPageOfKeysIsLearnedWithoutAReportForEach() {
        page.send(new Command.Start(Recipes.tiny(), new Source.Typed()));
        page.send(new Command.Type(Page.bytes(TEXT)));
        page.loop.exhaust();
        assertEquals(TEXT.length(), page.position());
        assertTrue(page.all(Report.NextByte.class).size() < 100);
    }

    @Test
    void settingsTakeEffectFromTheNextStep() {
        page.startWith(TEXT);
        page.send(new Command.Step(), new Command.Tune(Recipes.tinyWith("optimizer.learning_rate", "0")));
        assertTrue(page.last(Report.Tuned.class).needRestart().isEmpty());
        page.send(new Command.Step(), new Command.Step());
        assertEquals(0, page.last(Report.Progress.class).learningRate());
        Page untouched = new Page();
        untouched.startWith(TEXT);
        untouched.send(new Command.Step(), new Command.Step(), new Command.Step());
        assertEquals(untouched.bits().subList(0, 16), page.bits().subList(0, 16));
        assertNotEquals(untouched.bits().subList(16, 24), page.bits().subList(16, 24));
    }

    @Test
    void settingsThatNeedANewRunAreNamed() {
        page.startWith(TEXT);
        page.send(new Command.Tune(Recipes.tinyWith("model.n_layers", "2")));
        assertEquals(List.of("model.n_layers"), page.last(Report.Tuned.class).needRestart());
        page.send(new Command.Tune("{}"));
        assertEquals("changing the settings", page.last(Report.Failed.class).doing());
    }

    @Test
    void aRunThatOverflowsStopsAndStaysReadable() {
        page.startSupplied();
        page.send(new Command.Start(Recipes.tinyThatOverflows(), new Source.Supplied("test")));
        page.send(new Command.Append(Page.bytes(TEXT), true), new Command.Run());
        page.loop.exhaust();
        Report.Failed failed = page.last(Report.Failed.class);
        assertEquals("learning", failed.doing());
        assertTrue(failed.message().contains("lower learning rate"), failed.message());
        assertFalse(page.last(Report.Transport.class).running());
        page.send(new Command.Run());
        assertEquals("running", page.last(Report.Failed.class).doing());
        page.send(new Command.Sample(9, Bytes.EMPTY, 1, 0, 1, 5, 7));
        page.loop.exhaust();
        assertTrue(page.last(Report.Sampled.class).complete());
        page.startWith(TEXT);
        page.send(new Command.Run());
        page.loop.exhaust();
        assertEquals(TEXT.length(), page.position());
    }

    @Test
    void anEmptyStreamIsAClearMessage() {
        page.startWith("");
        assertTrue(page.last(Report.Failed.class).message().contains("empty"));
        page.send(new Command.Run());
        page.loop.exhaust();
        assertTrue(page.last(Report.Transport.class).atEnd());
    }

    @Test
    void oneByteIsAStream() {
        page.startSupplied();
        page.send(new Command.Append(Bytes.of((byte) -1), true), new Command.Run());
        page.loop.exhaust();
        assertEquals(1, page.position());
        assertEquals(List.of((float) page.last(Report.Progress.class).whole()), page.bits());
    }

    @Test
    void withoutARunCommandsSayThatThereIsNone() {
        page.send(new Command.Run());
        assertTrue(page.last(Report.Failed.class).message().contains("no run"));
    }

    @Test
    void aStreamFromAnAddressIsLearnedWhileItLoads() {
        Fetching.Receiver[] server = new Fetching.Receiver[1];
        boolean[] aborted = new boolean[1];
        Page loader = new Page((address, receiver) -> {
            server[0] = receiver;
            return () -> aborted[0] = true;
        });
        loader.send(new Command.Start(Recipes.tiny(), new Source.Url("https://x/y.txt", 5000)), new Command.Run());
        assertEquals("y.txt", loader.last(Report.Started.class).phases().get(0).name());
        server[0].opened(200, "text/plain", -1);
        server[0].received(Page.bytes(TEXT).toArray());
        loader.loop.exhaust();
        assertEquals(TEXT.length() - TEXT.length() % 8, loader.position());
        loader.send(new Command.CancelLoading());
        loader.loop.exhaust();
        assertTrue(aborted[0]);
        assertEquals(TEXT.length(), loader.position());
        assertTrue(loader.last(Report.Transport.class).atEnd());
    }

    private static int sampled(Page page, int id) {
        int bytes = 0;
        for (Report.Sampled piece : page.all(Report.Sampled.class)) {
            bytes += piece.id() == id ? piece.text().size() : 0;
        }
        return bytes;
    }
}
