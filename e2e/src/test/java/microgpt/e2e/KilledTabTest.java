package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainCommand.ListRuns;
import microgpt.protocol.train.TrainCommand.Resume;
import microgpt.protocol.train.TrainCommand.Run;
import microgpt.protocol.train.TrainCommand.Stop;
import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a run when its tab dies, its files are damaged, or the browser has nowhere to keep it. */
@ExtendWith(LabExtension.class)
final class KilledTabTest {
    /** How often; more on demand. */
    private static final int KILLS = Integer.getInteger("kills", 20);

    private static final int CHECKPOINT_INTERVAL = 10;
    private static final int STEPS = 60;

    /** More steps than a machine makes that is slow to kill a tab. */
    private static final int ENDLESS = 100_000;

    static final String NO_FILES = "Object.defineProperty(navigator.storage, 'getDirectory', {value: undefined});";
    private static final String NO_DATABASE = "Object.defineProperty(self, 'indexedDB', {value: undefined});";

    /** The disk takes six files, then two not to their ends, then all. A large one is cut after its first piece. */
    private static final String FULL = """
            const {createSyncAccessHandle} = FileSystemFileHandle.prototype;
            const {write} = FileSystemSyncAccessHandle.prototype;
            const narrow = new WeakSet();
            let files = 0;
            FileSystemFileHandle.prototype.createSyncAccessHandle = async function (...all) {
              const file = await createSyncAccessHandle.apply(this, all);
              files++;
              if (files > 6 && files < 9) narrow.add(file);
              return file;
            };
            FileSystemSyncAccessHandle.prototype.write = function (bytes, options) {
              if (narrow.has(this) && (options.at > 0 || bytes.length < 1 << 20)) {
                throw new DOMException('no space', 'QuotaExceededError');
              }
              return write.call(this, bytes, options);
            };""";

    @Test
    void aRunWhoseProcessIsKilledAgainAndAgainHasTheLossesOfOneThatWasNot(Lab lab) {
        TabProcesses processes = new TabProcesses(lab.page().context().browser());
        processes.note();
        Random random = new Random(11);
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("often killed", ENDLESS);
        int made = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            tab.send(new Run());
            tab.until(TrainReport.Transport.class);
            for (int reports = random.nextInt(5); reports > 0; reports--) {
                tab.next();
            }
            tab.tab().waitForTimeout(random.nextInt(20)); // any moment will do, and none is better than another
            tab.kill(processes);
            made = tab.losses().size();
            assertTrue(made < ENDLESS, "a run that was over is not killed");
            processes.note();
            tab = BareTrainer.open(lab);
            tab.send(new ListRuns());
            TrainReport.SavedRun listed =
                    tab.until(TrainReport.Library.class).runs().get(0);
            assertEquals("", listed.trouble());
            int resumed = tab.resume(listed.run(), Generation.NEWEST);
            assertEquals(listed.steps(), resumed);
            assertTrue(made - resumed <= CHECKPOINT_INTERVAL, resumed + " of " + made + " steps are left");
        }
        Figures.print("steps made when killed for the last time", Integer.toString(made));
        tab.send(new Run());
        assertEquals(run, tab.until(TrainReport.Saved.class).run());
        while (tab.losses().size() < made + CHECKPOINT_INTERVAL) {
            tab.next();
        }
        List<Float> losses = tab.losses();
        tab.kill();
        assertEquals(BareTrainer.onTheJvm(losses.size()), losses);
    }

    @ParameterizedTest(name = "a state that is {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    cut short            | bytes => bytes.slice(0, bytes.length - 7)
                    damaged              | bytes => { bytes[bytes.length - 100] ^= 1; return bytes; }
                    not a safetensors    | () => new Uint8Array(5000).fill(65)
                    """)
    void isNamedAndThePreviousOneGoesOn(String reason, String spoil, Lab lab) {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("to be spoilt", STEPS);
        tab.finish();
        SavedFiles.spoilNewestState(tab.tab(), spoil);
        tab.kill();
        BareTrainer next = BareTrainer.open(lab);
        next.send(new Resume(run, Generation.NEWEST));
        TrainReport.Damaged damaged = next.until(TrainReport.Damaged.class);
        assertEquals("to be spoilt, newest state", damaged.file());
        assertTrue(damaged.reason().contains(reason), damaged.reason());
        assertTrue(damaged.previous());
        assertTrue(next.resume(run, Generation.PREVIOUS) >= STEPS - CHECKPOINT_INTERVAL);
        next.finish();
        assertEquals(BareTrainer.onTheJvm(STEPS), next.losses());
    }

    @Test
    void withoutAPrivateFileSystemADatabaseKeepsARun(Lab lab) {
        BareTrainer.prefixWorkers(lab, NO_FILES);
        BareTrainer tab = BareTrainer.open(lab);
        assertEquals("database", tab.last(TrainReport.Ready.class).storage());
        String run = tab.start("in the database", STEPS);
        tab.send(new Run());
        while (tab.until(TrainReport.Saved.class).steps() < 3 * CHECKPOINT_INTERVAL) {}
        tab.kill();
        BareTrainer next = BareTrainer.open(lab);
        assertTrue(next.resume(run, Generation.NEWEST) >= 3 * CHECKPOINT_INTERVAL);
        next.finish();
        assertEquals(BareTrainer.onTheJvm(STEPS), next.losses());
    }

    @Test
    void withNeitherTheTabIsToldThatRunsEndWithIt(Lab lab) {
        BareTrainer.prefixWorkers(lab, NO_FILES + NO_DATABASE);
        BareTrainer tab = BareTrainer.open(lab);
        assertEquals("", tab.last(TrainReport.Ready.class).storage());
        tab.start("in memory", STEPS);
        tab.finish();
        assertEquals(BareTrainer.onTheJvm(STEPS), tab.losses());
        tab.kill();
        BareTrainer next = BareTrainer.open(lab);
        next.send(new ListRuns());
        assertEquals(List.of(), next.until(TrainReport.Library.class).runs());
    }

    @Test
    void aFullDiskIsAMessageAndTheRunGoesOn(Lab lab) {
        BareTrainer.prefixWorkers(lab, FULL);
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("on a full disk", StorageTest.WIDE, STEPS);
        tab.send(new Run());
        TrainReport.Failed failed = tab.failed();
        assertTrue(failed.message().contains("QuotaExceededError: no space; the run stays here"), failed.message());
        tab.failed();
        tab.finish();
        List<Float> jvm = BareTrainer.onTheJvm(StorageTest.WIDE, STEPS);
        assertEquals(jvm, tab.losses());
        tab.kill();
        BareTrainer next = BareTrainer.open(lab);
        assertEquals(STEPS, next.resume(run, Generation.NEWEST));
        assertEquals(jvm, next.losses());
    }

    @Test
    void aRunIsOpenInOneTabAtATime(Lab lab) {
        BareTrainer first = BareTrainer.open(lab);
        String run = first.start("mine", STEPS);
        BareTrainer second = BareTrainer.open(lab);
        second.send(new Resume(run, Generation.NEWEST));
        TrainReport.Failed refused = second.failed();
        assertTrue(refused.message().contains("open in another tab"), refused.message());
        first.finish();
        first.send(new Stop());
        assertEquals(STEPS, second.resume(run, Generation.NEWEST));
        second.kill();
        assertEquals(STEPS, first.resume(run, Generation.NEWEST));
    }

    @Test
    void theSimdBackEndGoesOnAlikeToo(Lab lab) {
        BareTrainer whole = BareTrainer.openFast(lab);
        whole.start("whole", STEPS);
        whole.finish();
        BareTrainer tab = BareTrainer.openFast(lab);
        String run = tab.start("killed", STEPS);
        tab.send(new Run());
        while (tab.until(TrainReport.Saved.class).steps() < 2 * CHECKPOINT_INTERVAL) {}
        tab.kill();
        BareTrainer next = BareTrainer.openFast(lab);
        next.resume(run, Generation.NEWEST);
        next.finish();
        assertEquals(whole.losses(), next.losses());
    }
}
