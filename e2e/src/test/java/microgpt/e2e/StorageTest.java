package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.protocol.train.TrainCommand.Generation;
import microgpt.protocol.train.TrainCommand.ListRuns;
import microgpt.protocol.train.TrainCommand.Resume;
import microgpt.protocol.train.TrainReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the storages of a browser give back: large files, damaged ones, and what somebody else put among them. */
@ExtendWith(LabExtension.class)
final class StorageTest {
    private static final int STEPS = 10;
    private static final int MORE = 5;

    /** Its state, with two moments for each parameter, is more than 2 MiB: files of more than one are written in pieces. */
    static final String WIDE =
            BareTrainer.MODEL.replace("\"d_model\": 16", "\"d_model\": 96").replace("\"d_mlp\": 32", "\"d_mlp\": 192");

    /** What is written into a file at once. */
    private static final int PIECE = 1 << 20;

    private static final String FOREIGN_FILES = """
            async () => {
              const root = await navigator.storage.getDirectory();
              const folder = await root.getDirectoryHandle('microgpt-runs');
              await folder.getDirectoryHandle('a folder', {create: true});
              await folder.getFileHandle('a file', {create: true});
              await folder.getDirectoryHandle('foreign.1.state', {create: true});
              await folder.getDirectoryHandle('foreign.0.record', {create: true});
            }""";

    private static final String FOREIGN_VALUES = """
            () => new Promise((done, fail) => {
              const opening = indexedDB.open('microgpt-runs');
              opening.onerror = () => fail(opening.error);
              opening.onsuccess = () => {
                const change = opening.result.transaction('files', 'readwrite');
                const files = change.objectStore('files');
                files.put('a text', 'a value');
                files.put({a: 1}, 7);
                files.put('no bytes', 'foreign.1.state');
                files.put({no: 'bytes'}, 'foreign.0.record');
                change.oncomplete = () => { opening.result.close(); done(); };
                change.onabort = () => fail(change.error);
              };
            })""";

    @ParameterizedTest(name = "in the {0}")
    @CsvSource({
        "private file system, foreign.1.state: TypeMismatchError",
        "database, foreign.1.state: Error: what is kept there"
    })
    void amongWhatIsForeignALargeRunIsListedAndGoesOn(String storage, String word, Lab lab) {
        boolean inFiles = storage.equals("private file system");
        BareTrainer.prefixWorkers(lab, inFiles ? "" : KilledTabTest.NO_FILES);
        BareTrainer tab = BareTrainer.open(lab);
        assertEquals(storage, tab.last(TrainReport.Ready.class).storage());
        String run = tab.start("large", WIDE, STEPS);
        tab.finish();
        long bytes = tab.last(TrainReport.Saved.class).bytes();
        assertTrue(bytes > 2 * PIECE, bytes + " bytes");
        tab.tab().evaluate(inFiles ? FOREIGN_FILES : FOREIGN_VALUES);
        tab.kill();

        BareTrainer next = BareTrainer.open(lab);
        next.send(new ListRuns());
        List<String> runs = next.until(TrainReport.Library.class).runs().stream()
                .map(TrainReport.SavedRun::run)
                .toList();
        assertEquals(List.of(run, "foreign"), runs);
        next.send(new Resume("foreign", Generation.NEWEST));
        String reason = next.until(TrainReport.Damaged.class).reason();
        assertTrue(reason.startsWith(word), reason);
        assertEquals(STEPS, next.resume(run, Generation.NEWEST));
        next.goOn(MORE);
        assertEquals(BareTrainer.onTheJvm(WIDE, STEPS + MORE), next.losses());
    }

    @Test
    void aTextOfTheRightLengthAndWrongContentIsMendedByLoadingItAgain(Lab lab) {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("to be mended", STEPS);
        tab.finish();
        SavedFiles.spoilText(tab.tab(), "bytes => { bytes[bytes.length - 100] ^= 1; return bytes; }");
        tab.kill();

        BareTrainer next = BareTrainer.open(lab);
        next.send(new Resume(run, Generation.NEWEST));
        TrainReport.Damaged damaged = next.until(TrainReport.Damaged.class);
        assertEquals("the text \"a verse\"", damaged.file());
        String found = "the text that was kept is damaged: its " + BareTrainer.text().length + " bytes";
        assertTrue(damaged.reason().startsWith(found), damaged.reason());
        next.load();
        assertEquals(STEPS, next.resume(run, Generation.NEWEST));
        next.send(new ListRuns()); // answered when the text is kept
        next.until(TrainReport.Library.class);
        next.kill();

        assertEquals(STEPS, BareTrainer.open(lab).resume(run, Generation.NEWEST));
    }
}
