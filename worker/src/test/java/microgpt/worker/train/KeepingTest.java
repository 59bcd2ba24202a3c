package microgpt.worker.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.protocol.Bytes;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.DelayedDisk;
import microgpt.worker.storage.ForwardingDisk;
import microgpt.worker.storage.Heard;
import microgpt.worker.storage.MemoryDisk;
import org.junit.jupiter.api.Test;

/** What is kept of a run beside its states, its name and its text, when something comes between. */
class KeepingTest {
    private static final int STEPS = 12;

    private final MemoryDisk files = new MemoryDisk();

    private String textFile() {
        Heard<List<String>> names = new Heard<>();
        files.names(names);
        return names.get().stream()
                .filter(name -> name.endsWith(".text"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClockThatWasSetBackMakesNoRunOfTwo() {
        TrainPage before = new TrainPage(files);
        String first = before.start(STEPS);
        before.send(new TrainCommand.Run());
        before.loop.exhaust();
        before.send(new TrainCommand.Stop());
        TrainPage after = new TrainPage(files); // whose clock begins at 0 again
        String second = after.start(STEPS);
        assertNotEquals(first, second);
        after.send(new TrainCommand.ListRuns());
        List<TrainReport.SavedRun> runs = after.last(TrainReport.Library.class).runs();
        assertEquals(2, runs.size());
        after.send(new TrainCommand.Resume(first, Generation.NEWEST));
        assertEquals(before.losses(), after.losses());
    }

    @Test
    void aDamagedTextIsMendedByTheReaderWhoLoadsIt() {
        TrainPage page = new TrainPage(files);
        String run = page.start(STEPS);
        page.send(new TrainCommand.Stop());
        Heard<byte[]> text = new Heard<>();
        files.read(textFile(), 1 << 20, text);
        byte[] damaged = text.get().clone();
        damaged[7] ^= 1;
        files.write(textFile(), damaged, new Heard<>());
        TrainPage reloaded = new TrainPage(files);
        reloaded.send(new TrainCommand.Resume(run, Generation.NEWEST));
        TrainReport.Damaged told = reloaded.last(TrainReport.Damaged.class);
        assertEquals("the text \"a verse\"", told.file());
        assertTrue(told.reason().startsWith("the text that was kept is damaged"), told.reason());
        reloaded.load("the cat sat on the mat. a dog lay by the log. ".repeat(8));
        reloaded.send(new TrainCommand.Resume(run, Generation.NEWEST));
        assertEquals(run, reloaded.last(TrainReport.Started.class).run());
        TrainPage again = new TrainPage(files);
        again.send(new TrainCommand.Resume(run, Generation.NEWEST));
        assertEquals(run, again.last(TrainReport.Started.class).run());
    }

    /** A disk with no room for a text at first. */
    private static final class NarrowDisk extends ForwardingDisk {
        private int refused;

        NarrowDisk(MemoryDisk files) {
            super(files);
        }

        @Override
        public void write(String name, byte[] bytes, Callback<String> callback) {
            if (name.endsWith(".text") && refused++ < 2) {
                callback.failed("QuotaExceededError: no room");
            } else {
                super.write(name, bytes, callback);
            }
        }
    }

    @Test
    void aTextThatCouldNotBeKeptIsKeptWithTheNextState() {
        TrainPage page = new TrainPage(new NarrowDisk(files));
        String run = page.start(STEPS);
        page.send(new TrainCommand.Run());
        page.loop.exhaust();
        List<TrainReport.Failed> failures = page.all(TrainReport.Failed.class);
        assertEquals(2, failures.size(), failures.toString());
        assertEquals("keeping the text", failures.get(0).doing());
        assertTrue(failures.get(0).message().startsWith("QuotaExceededError: no room; "));
        assertEquals(STEPS, page.last(TrainReport.Saved.class).steps());
        TrainPage reloaded = new TrainPage(files);
        reloaded.send(new TrainCommand.Resume(run, Generation.NEWEST));
        assertEquals(page.losses(), reloaded.losses());
    }

    @Test
    void aTextThatComesBeforeARunHasItsNameEndsTheRun() {
        DelayedDisk disk = new DelayedDisk(files);
        TrainPage page = new TrainPage(disk);
        page.load("the cat sat on the mat. ".repeat(20));
        page.send(new TrainCommand.Start("first", TrainPage.MODEL, TrainPage.training(STEPS), false));
        page.load("abc".repeat(100));
        disk.exhaust();
        TrainReport.Failed failed = page.last(TrainReport.Failed.class);
        assertEquals("starting the run", failed.doing());
        assertTrue(failed.message().startsWith("another text was loaded"), failed.message());
        page.send(new TrainCommand.Start("second", TrainPage.MODEL, TrainPage.training(STEPS), false));
        disk.exhaust();
        assertEquals("second", page.last(TrainReport.Started.class).name());
        assertEquals(1, page.all(TrainReport.Started.class).size());
    }

    @Test
    void anImportedRunHasANameOfItsOwnAndItsText() {
        TrainPage page = new TrainPage(files);
        String run = page.start(STEPS);
        page.send(new TrainCommand.ExportFile(run, TrainCommand.Format.RUN_WITH_TEXT));
        Bytes file = page.last(TrainReport.Exported.class).content();
        page.send(new TrainCommand.Delete(run));
        TrainPage other = new TrainPage(files);
        other.send(
                new TrainCommand.ImportFile("one", file, true),
                new TrainCommand.ImportFile("two", file, true),
                new TrainCommand.ListRuns());
        assertEquals(2, other.last(TrainReport.Library.class).runs().size());
        String copy = other.last(TrainReport.Imported.class).run();
        TrainPage reloaded = new TrainPage(files);
        reloaded.send(new TrainCommand.Resume(copy, Generation.NEWEST));
        assertEquals(copy, reloaded.last(TrainReport.Started.class).run());
        assertEquals(List.of(), other.all(TrainReport.Failed.class));
    }
}
