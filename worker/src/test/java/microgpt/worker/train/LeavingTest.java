package microgpt.worker.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.ForwardingDisk;
import microgpt.worker.storage.MemoryDisk;
import org.junit.jupiter.api.Test;

/** A run is left once it is saved, and not before: a full disk loses nothing. */
final class LeavingTest {
    private static final int STEPS = 12;
    /** Of the text that {@link TrainPage#start} loads. */
    private static final int FIRST_BYTES = 46 * 8;

    private final FillingDisk disk = new FillingDisk();
    private final TrainPage page = new TrainPage(disk);

    /** Takes what it is given until it is full. */
    private static final class FillingDisk extends ForwardingDisk {
        private boolean full;

        FillingDisk() {
            super(new MemoryDisk());
        }

        @Override
        public void write(String name, byte[] bytes, Callback<String> callback) {
            if (full) {
                callback.failed("QuotaExceededError: no room for " + name);
            } else {
                super.write(name, bytes, callback);
            }
        }
    }

    @Test
    void onceAnotherRunStandsNothingIsToldOfTheFirst() {
        String first = page.start(STEPS);
        page.send(new TrainCommand.Run(), new TrainCommand.Sample(1, Bytes.EMPTY, 1, 0, 1, 400, 7));
        page.loop.turn();
        page.send(new TrainCommand.Start("second", TrainPage.MODEL, TrainPage.training(STEPS), false));
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        String present = "";
        int ofFirst = 0;
        for (TrainReport report : page.reports) {
            present = report instanceof TrainReport.Started started ? started.run() : present;
            if (report instanceof TrainReport.OfRun of && !of.run().isEmpty()) {
                assertEquals(present, of.run(), report.toString());
                ofFirst += of.run().equals(first) ? 1 : 0;
            }
        }
        assertTrue(ofFirst > 3 && !present.equals(first), ofFirst + " reports of the first run");
    }

    @Test
    void whatCannotBeSavedStays() {
        String run = page.start(STEPS);
        disk.full = true;
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        page.send(new TrainCommand.Stop());
        assertStays(run);
        page.send(new TrainCommand.LoadText(new Source.Supplied("another")));
        assertStays(run);
        page.load("abc".repeat(100));
        page.send(new TrainCommand.Start("second", TrainPage.MODEL, TrainPage.training(STEPS), false));
        assertStays(run);
        assertEquals(1, page.all(TrainReport.Started.class).size());
        disk.full = false;
        page.send(new TrainCommand.Stop());
        assertEquals("", page.last(TrainReport.Transport.class).run());
        page.send(new TrainCommand.ListRuns());
        assertEquals(STEPS, page.last(TrainReport.Library.class).runs().get(0).steps());
    }

    private void assertStays(String run) {
        TrainReport.Transport transport = page.last(TrainReport.Transport.class);
        assertEquals(run, transport.run());
        assertFalse(transport.running());
        assertEquals(STEPS, transport.steps());
        TrainReport.Failed failed = page.last(TrainReport.Failed.class);
        assertTrue(failed.message().contains("stays here, and is safe up to step 0"), failed.message());
    }

    @Test
    void whatIsToBeDeletedNeedNotBeSaved() {
        String run = page.start(STEPS);
        disk.full = true;
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        page.send(new TrainCommand.Delete(run));
        assertEquals("", page.last(TrainReport.Transport.class).run());
        assertEquals(List.of(), page.last(TrainReport.Library.class).runs());
    }

    @Test
    void whereARunCannotBeLeftItsTextStaysToo() {
        String first = page.start(STEPS);
        page.send(new TrainCommand.Stop());
        page.load("abc".repeat(100));
        page.send(new TrainCommand.Start("second", TrainPage.MODEL, TrainPage.training(STEPS), false));
        String second = page.last(TrainReport.Transport.class).run();
        long bytes = page.last(TrainReport.Text.class).bytes();
        page.loop.tick(20); // a slice is a part of a step
        page.send(new TrainCommand.Run());
        while (page.losses().isEmpty()) {
            page.loop.turn();
        }
        disk.full = true;
        page.send(new TrainCommand.Resume(first, TrainCommand.Generation.NEWEST));
        assertEquals(second, page.last(TrainReport.Transport.class).run());
        assertEquals(bytes, page.last(TrainReport.Text.class).bytes());
        disk.full = false;
        page.send(
                new TrainCommand.Stop(),
                new TrainCommand.Start("third", TrainPage.MODEL, TrainPage.training(STEPS), false));
        page.send(new TrainCommand.ListRuns());
        for (TrainReport.SavedRun run : page.last(TrainReport.Library.class).runs()) {
            assertEquals(run.name().equals("first") ? FIRST_BYTES : bytes, run.textBytes(), run.name());
        }
        page.send(new TrainCommand.Resume(first, TrainCommand.Generation.NEWEST));
        assertEquals(first, page.last(TrainReport.Transport.class).run());
        assertEquals(FIRST_BYTES, page.last(TrainReport.Text.class).bytes());
    }

    @Test
    void aRunBeginsFromAnImportedModelOnlyIfAsked() {
        String first = page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        page.send(new TrainCommand.ExportFile(first, TrainCommand.Format.MODEL));
        page.send(new TrainCommand.ImportFile(
                "model", page.last(TrainReport.Exported.class).content(), true));
        float random = firstLoss(false);
        float learned = firstLoss(true);
        assertEquals(page.losses().get(0), learned);
        assertTrue(random > 5 && learned < random - 0.5, random + " and " + learned);
        assertEquals(learned, firstLoss(true));
        assertNotEquals(learned, firstLoss(false));
    }

    private float firstLoss(boolean fromImported) {
        page.send(
                new TrainCommand.Start("again", TrainPage.MODEL, TrainPage.training(1), fromImported),
                new TrainCommand.Run());
        page.loop.exhaust();
        return page.losses().get(0);
    }

    @Test
    void withoutAnImportThereIsNothingToBeginFrom() {
        page.load("abc".repeat(100));
        page.send(new TrainCommand.Start("x", TrainPage.MODEL, TrainPage.training(1), true));
        assertEquals(
                "there is no imported model to begin from: import one first",
                page.last(TrainReport.Failed.class).message());
    }

    @Test
    void aTextThatIsTooShortIsSaidBeforeTheStart() {
        page.load("ten bytes!");
        page.send(new TrainCommand.Estimate(TrainPage.MODEL.replace(": 8,", ": 16,"), TrainPage.training(1)));
        String trouble = page.last(TrainReport.Estimated.class).trouble();
        assertTrue(trouble.contains("9 bytes") && trouble.contains("17"), trouble);
    }
}
