package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.config.OnlineRecipe;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.backend.BreakingBackend;
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
    void whoJoinsLaterHearsOfTheRunAsItStands() {
        page.startWith(TEXT);
        page.send(new LabCommand.Step(), new LabCommand.Describe());
        LabReport.Described described = page.last(LabReport.Described.class);
        assertEquals(page.run(), described.started().run());
        assertEquals(TEXT.length(), described.started().streamBytes());
        assertEquals(page.position(), described.position());
        assertFalse(described.running());
        assertEquals(
                OnlineRecipe.parse(described.recipe(), "recipe").toJson(),
                described.recipe(),
                "a recipe that can be begun with");
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
    void aFailureNamesTheCommandThatItAnswers() {
        page.startWith(TEXT);
        page.send(new LabCommand.Sample(1, Bytes.EMPTY, -1, 0, 1, 40, 7));
        assertEquals(page.sent, page.last(LabReport.Failed.class).command());
        page.send(new LabCommand.Tune("{}"));
        assertEquals(page.sent, page.last(LabReport.Failed.class).command());
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
        assertTrue(full.last(LabReport.Sampled.class).complete());
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
    void settingsTakeEffectFromTheNextStep() {
        page.startWith(TEXT);
        page.send(new LabCommand.Step(), new LabCommand.Tune(Recipes.tinyWith("optimizer.learning_rate", "0")));
        LabReport.Tuned tuned = page.last(LabReport.Tuned.class);
        assertTrue(tuned.needRestart().isEmpty());
        assertEquals(page.last(LabReport.Progress.class).position(), tuned.position());
        assertEquals("0", OnlineRecipe.parse(tuned.recipe(), "tuned").value("optimizer.learning_rate"));
        page.send(new LabCommand.Step(), new LabCommand.Step());
        assertEquals(0, page.last(LabReport.Progress.class).learningRate());
        LabPage untouched = new LabPage();
        untouched.startWith(TEXT);
        untouched.send(new LabCommand.Step(), new LabCommand.Step(), new LabCommand.Step());
        assertEquals(untouched.bits().subList(0, 16), page.bits().subList(0, 16));
        assertNotEquals(untouched.bits().subList(16, 24), page.bits().subList(16, 24));
    }

    @Test
    void aBuiltInStreamThatHasEndedGoesOnWithFreshText() {
        String plan = "{\"seed\": 1, \"phases\": [{\"phase\": \"motif\", \"bytes\": 100}]}";
        page.send(new LabCommand.Start(Recipes.tiny(), new Source.Phases(plan)), new LabCommand.Run());
        page.loop.exhaust();
        assertTrue(page.last(LabReport.Transport.class).atEnd());
        List<Float> bits = page.bits();
        page.send(new LabCommand.ReadOn());
        assertFalse(page.last(LabReport.Transport.class).atEnd());
        assertTrue(page.last(LabReport.Loading.class).streamBytes() >= bits.size() + LabRun.MORE_BYTES);
        page.send(new LabCommand.Step());
        assertEquals(bits, page.bits().subList(0, bits.size()));
        assertTrue(page.bits().size() > bits.size());
        page.send(new LabCommand.ReadOn());
        assertEquals("reading on", page.last(LabReport.Failed.class).doing());
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
    void withoutARunCommandsSayThatThereIsNone() {
        page.send(new LabCommand.Run());
        assertTrue(page.last(LabReport.Failed.class).message().contains("no run"));
    }
}
