package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

/** A run that is taken to where it stood is what it was there, to the bit. */
class LabTravelTest {
    private static final String RATE = "optimizer.learning_rate";
    private static final String[] SMALLEST = {
        "model.d_model",
        "4",
        "model.n_heads",
        "1",
        "model.d_mlp",
        "4",
        "mixture.megabytes",
        "1",
        "experience_replay.windows",
        "1"
    };
    private static final String PHASES = """
            {"seed": 1, "phases": [
              {"phase": "stories", "bytes": 3000}, {"phase": "motif", "bytes": 1000}, {"phase": "json", "bytes": 3000}]}""";

    private static String recipe(String... changes) {
        String[] all = Arrays.copyOf(SMALLEST, SMALLEST.length + changes.length);
        System.arraycopy(changes, 0, all, SMALLEST.length, changes.length);
        return Recipes.tinyWith(all);
    }

    private static final long END = 7_194;

    private static LabPage begun() {
        LabPage page = new LabPage();
        page.send(new LabCommand.Start(recipe(), new Source.Phases(PHASES)));
        return page;
    }

    private static LabPage readTo(long position) {
        LabPage page = begun();
        readTo(page, position);
        return page;
    }

    private static void readTo(LabPage page, long position) {
        for (long at = position(page); at < position; ) {
            page.send(new LabCommand.Step());
            page.loop.exhaust();
            assertTrue(position(page) > at, "stands at " + at);
            at = position(page);
        }
    }

    /** Where the run stands: looked for from the end, since a page keeps every report. */
    private static long position(LabPage page) {
        for (int i = page.reports.size() - 1; i >= 0; i--) {
            if (page.reports.get(i) instanceof LabReport.Progress progress) {
                return progress.position();
            }
        }
        throw new AssertionError("no progress");
    }

    /** Reads all there is, without a stop. */
    private static LabPage readOut(LabPage page) {
        page.loop.tick(1); // time passes: states are kept
        page.send(new LabCommand.Run());
        page.loop.exhaust();
        page.loop.tick(0);
        return page;
    }

    private static void travel(LabPage page, int course, long position) {
        page.send(new LabCommand.Travel(page.run(), course, position));
        page.loop.exhaust();
        assertTrue(page.last(LabReport.Travelled.class).arrived());
    }

    private static LabReport.Courses courses(LabPage page) {
        return page.last(LabReport.Courses.class);
    }

    /** What the bytes of the next steps cost everyone who predicts them. */
    private static List<Object> next(LabPage page, int steps) {
        List<Object> costs = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            page.send(new LabCommand.Step());
            page.loop.exhaust();
            LabReport.Read read = page.last(LabReport.Read.class);
            costs.add(List.of(read.position(), read.bytes(), read.bits(), read.others()));
        }
        return costs;
    }

    private static List<Float> tail(List<Float> bits, int count) {
        return bits.subList(bits.size() - count, bits.size());
    }

    @Test
    void aRunOfWhichStatesAreKeptHasTheLossesOfOneWithoutAndGoesOnAsItDidWhereverItIsTaken() {
        LabPage page = readOut(begun());
        assertFalse(courses(page).snapshots().isEmpty(), "states were kept");
        LabRun alone = LabRun.build(1, recipe(), new Source.Phases(PHASES), JavaBackend.alone());
        while (alone.canStep()) {
            alone.step();
        }
        assertEquals(
                alone.engine().meter().codeLengthBytes(),
                page.last(LabReport.Progress.class).codeLengthBytes());
        for (long to : new long[] {2000, 6001, 0}) {
            travel(page, 0, to);
            assertEquals(to / 8 * 8, position(page));
            assertEquals(next(readTo(to / 8 * 8), 12), next(page, 12));
        }
        assertEquals(1, courses(page).courses().size());
        travel(page, 0, END);
        assertEquals(END, position(page));
        assertTrue(page.last(LabReport.Transport.class).atEnd());
    }

    @Test
    void onArrivalEverythingIsToldAsItWasThere() {
        LabPage page = readOut(begun());
        page.send(new LabCommand.Watch(true, true));
        int told = page.all(LabReport.Progress.class).size();
        travel(page, 0, 5_000);
        assertEquals(told + 1, page.all(LabReport.Progress.class).size(), "what is read again is no progress");
        LabPage stopped = readTo(5_000);
        stopped.send(new LabCommand.Watch(true, true));
        assertEquals(stopped.last(LabReport.Phases.class), page.last(LabReport.Phases.class));
        assertEquals(stopped.last(LabReport.NextByte.class), page.last(LabReport.NextByte.class));
        assertEquals(stopped.last(LabReport.Attention.class), page.last(LabReport.Attention.class));
        assertEquals(
                stopped.last(LabReport.Progress.class).scores(),
                page.last(LabReport.Progress.class).scores());
        LabReport.Read read = page.last(LabReport.Read.class);
        assertEquals(5_000, read.position());
        assertEquals(UnreportedBytes.MOST, read.bytes().size());
        assertEquals(tail(stopped.bits(), UnreportedBytes.MOST), tail(page.bits(), UnreportedBytes.MOST));
    }

    @Test
    void changesMadeOnTheWayAreMadeAgain() {
        LabPage page = readTo(1_504);
        page.send(new LabCommand.Tune(recipe(RATE, "0.001")));
        readTo(page, 3_000);
        page.send(new LabCommand.Tune(recipe("mixture.enabled", "false", "cache.enabled", "true")));
        readTo(page, 4_200);
        List<Object> later = next(page, 10);
        travel(page, 0, 1_000);
        assertEquals(recipe(), page.last(LabReport.Travelled.class).recipe());
        travel(page, 0, 4_200);
        assertEquals(later, next(page, 10));
        assertEquals(1, courses(page).courses().size());
    }

    @Test
    void anotherSettingThereBeginsABranch() {
        LabPage page = readTo(3_000);
        double asItWas = codeLengthAt(page, 2_816);
        travel(page, 0, 1_000);
        page.send(new LabCommand.Tune(recipe(RATE, "0.0001")));
        readTo(page, 4_000);
        LabReport.Courses report = courses(page);
        assertEquals(1, report.present());
        LabReport.Course branch = report.courses().get(1);
        assertEquals(0, branch.parent());
        assertEquals(1_000, branch.from());
        assertEquals(List.of(new LabReport.Change(RATE, "0.006", "0.0001")), branch.changes());
        assertEquals(2_816, branch.compared());
        double bytes = codeLengthAt(page, 2_816) - asItWas;
        assertEquals(8 * bytes / 1_816, branch.difference(), 1e-9);

        LabPage changed = readTo(1_000);
        changed.send(new LabCommand.Tune(recipe(RATE, "0.0001")));
        readTo(changed, 4_000);
        List<Object> onBranch = next(page, 5);
        assertEquals(next(changed, 5), onBranch);
        travel(page, 0, 3_000);
        assertEquals(next(readTo(3_000), 5), next(page, 5));
        travel(page, 1, 4_000);
        assertEquals(onBranch, next(page, 5));
    }

    /** As it was reported last where the run stood there. */
    private static double codeLengthAt(LabPage page, long position) {
        double length = Double.NaN;
        for (LabReport.Progress progress : page.all(LabReport.Progress.class)) {
            length = progress.position() == position ? progress.codeLengthBytes() : length;
        }
        return length;
    }

    @Test
    void goingOnWithoutAChangeThatWasMadeThereIsABranch() {
        LabPage page = readTo(1_504);
        page.send(new LabCommand.Tune(recipe(RATE, "0.001")));
        readTo(page, 2_000);
        travel(page, 0, 1_000);
        readTo(page, 1_800);
        LabReport.Course branch = courses(page).courses().get(1);
        assertEquals(1_504, branch.from());
        assertEquals(List.of(new LabReport.Change(RATE, "0.001", "0.006")), branch.changes());
        assertEquals(next(readTo(1_800), 3), next(page, 3));
    }

    @Test
    void aReturnToSoundWeightsIsMadeAgain() {
        LabPage page = readTo(1_000);
        page.send(new LabCommand.Tune(recipe(RATE, "5")));
        readTo(page, 2_000);
        page.send(new LabCommand.GoBack());
        readTo(page, 2_400);
        List<Object> later = next(page, 10);
        travel(page, 0, 500);
        travel(page, 0, 2_400);
        assertEquals(later, next(page, 10));
    }

    @Test
    void whatIsSentOnTheWayIsDoneOnArrival() {
        LabPage page = readTo(2_000);
        page.send(
                new LabCommand.Travel(page.run(), 0, 1_000),
                new LabCommand.Tune(recipe(RATE, "0.0001")),
                new LabCommand.Run());
        page.loop.exhaust();
        assertEquals(1_000, courses(page).courses().get(1).from());
        assertEquals(END, position(page));
    }

    @Test
    void aSampleIsWrittenBeforeTheRunIsTakenAway() {
        LabPage page = readTo(2_000);
        page.send(
                new LabCommand.Sample(1, LabPage.bytes("the "), 1, 0, 1, 40, 7),
                new LabCommand.Travel(page.run(), 0, 1_000));
        page.loop.exhaust();
        assertTrue(page.last(LabReport.Sampled.class).complete());
        assertEquals(2_000, page.last(LabReport.Sampled.class).position());
        assertEquals(1_000, position(page));
    }

    @Test
    void whatWasTypedIsReadAgainWhenAsked() {
        LabPage page = new LabPage();
        page.send(new LabCommand.Start(recipe(), new Source.Typed()));
        page.send(new LabCommand.Type(LabPage.bytes("once upon a time, once upon a time")));
        page.loop.exhaust();
        LabReport.Read all = page.last(LabReport.Read.class);
        travel(page, 0, 10);
        assertEquals(10, position(page));
        readOut(page);
        assertEquals(34, position(page));
        assertEquals(tail(page.bits(), 24), all(all).subList(10, 34));
    }

    private static List<Float> all(LabReport.Read read) {
        List<Float> bits = new ArrayList<>();
        for (int i = 0; i < read.bits().size(); i++) {
            bits.add(read.bits().at(i));
        }
        return bits;
    }

    @Test
    void aRunThatHasLeftIsNotTakenAnywhere() {
        LabPage page = readTo(1_000);
        int left = page.run();
        page.send(new LabCommand.Start(recipe(), new Source.Phases(PHASES)));
        page.send(new LabCommand.Travel(left, 0, 1_000));
        page.loop.exhaust();
        assertNotEquals(left, page.run());
        assertTrue(page.all(LabReport.Travelled.class).isEmpty());
        page.send(new LabCommand.Travel(page.run(), 3, 0));
        assertEquals(
                "course 3 must be from 0 to 0",
                page.last(LabReport.Failed.class).message());
    }

    @Test
    void aStreamThatWentOnIsReadAgainInTheSameSteps() {
        LabPage page = new LabPage();
        page.send(new LabCommand.Start(recipe(), new Source.Phases("""
                {"seed": 1, "phases": [{"phase": "stories", "bytes": 900}]}""")));
        readOut(page);
        long end = position(page);
        assertTrue(end % 8 != 0, "the last step is short: " + end);
        page.send(new LabCommand.ReadOn());
        page.loop.exhaust();
        readTo(page, end + 200);
        List<Object> later = next(page, 5);
        travel(page, 0, 400);
        travel(page, 0, end + 200);
        assertEquals(later, next(page, 5));
        travel(page, 0, 0);
        readTo(page, end);
        assertEquals(end, position(page));
    }

    @Test
    void whatTheReaderPutsInIsPartOfTheRunFromThenOn() {
        LabPage page = readTo(2_000);
        travel(page, 0, 1_000);
        page.send(new LabCommand.Insert(LabPage.bytes("a fox and a fox and a fox")));
        page.loop.exhaust();
        readTo(page, 1_600);
        List<Object> later = next(page, 5);
        assertTrue(courses(page).snapshots().stream().allMatch(at -> at <= 1_000 || at > 1_024));
        travel(page, 0, 500);
        travel(page, 0, 1_600);
        assertEquals(later, next(page, 5));
    }
}
