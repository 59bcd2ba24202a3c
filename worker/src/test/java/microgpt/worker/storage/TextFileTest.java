package microgpt.worker.storage;

import static microgpt.worker.storage.Runs.HASH;
import static microgpt.worker.storage.Runs.TEXT;
import static microgpt.worker.storage.Runs.bytes;
import static microgpt.worker.storage.Runs.content;
import static microgpt.worker.storage.Runs.names;
import static microgpt.worker.storage.Runs.save;
import static microgpt.worker.storage.Runs.state;
import static microgpt.worker.storage.Runs.withText;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextFileTest {
    private static final String FILE = HASH + ".text";

    private final MemoryDisk files = new MemoryDisk();
    private final RunStore store = new RunStore(files, Locks.FREE);

    private static Heard<RunStore.Saved> begin(RunStore into, String run) {
        Heard<RunStore.Saved> saved = new Heard<>();
        into.save(run, 1, withText(1), saved);
        return saved;
    }

    @Test
    void aTextIsKeptOnceAndGoesWithItsLastRun() {
        begin(store, "r1");
        begin(store, "r2");
        store.delete("r1", new Heard<>());
        Heard<byte[]> text = new Heard<>();
        store.readText(HASH, text);
        assertArrayEquals(TEXT, text.get());
        store.delete("r2", new Heard<>());
        assertEquals(List.of(), names(files));
    }

    @Test
    void aRunThatIsSavedWhileAnotherIsDeletedKeepsItsText() {
        begin(store, "r1");
        DelayedDisk slow = new DelayedDisk(files);
        RunStore tab = new RunStore(slow, Locks.FREE);
        Heard<String> deleted = new Heard<>();
        Heard<RunStore.Saved> saved = new Heard<>();
        tab.delete("r1", deleted);
        tab.save("r2", 1, withText(1), saved);
        slow.exhaust();
        assertTrue(deleted.isDone());
        assertEquals("", saved.get().textTrouble());
        assertArrayEquals(TEXT, bytes(files, FILE));
    }

    @Test
    void whatAnotherTabSavesMeanwhileKeepsItsTextOrSaysThatItHasNone() {
        int kept = 0;
        boolean more = true;
        for (int turns = 0; more; turns++) {
            MemoryDisk disk = new MemoryDisk();
            Tabs tabs = new Tabs();
            begin(new RunStore(disk, tabs.new Tab()), "r1");
            DelayedDisk slow = new DelayedDisk(disk);
            new RunStore(slow, slow.locks(tabs.new Tab())).delete("r1", new Heard<>());
            for (int turn = 0; turn < turns; turn++) {
                more = slow.turn();
            }
            RunStore other = new RunStore(disk, tabs.new Tab());
            boolean isKept = begin(other, "r2").get().textTrouble().isEmpty();
            slow.exhaust();
            assertTrue(bytes(disk, FILE) != null || !isKept, "lost when saved after " + turns + " turns");
            assertEquals("", begin(other, "r2").get().textTrouble());
            assertArrayEquals(TEXT, bytes(disk, FILE));
            kept += isKept ? 1 : 0;
        }
        assertTrue(kept > 0);
    }

    @Test
    void aTextThatIsDamagedIsNotReadAndMendedWhenTheRightBytesComeBy() {
        begin(store, "r1");
        byte[] wrong = TEXT.clone();
        wrong[3] ^= 1;
        byte[][] damages = {wrong, new byte[0], new byte[TEXT.length + 1]};
        for (byte[] damaged : damages) {
            files.write(FILE, damaged, new Heard<>());
            Heard<byte[]> text = new Heard<>();
            store.readText(HASH, text);
            assertTrue(
                    text.reason().startsWith("the text that was kept is damaged: its " + damaged.length),
                    text.reason());
            Heard<String> mended = new Heard<>();
            store.keepText(HASH, TEXT, mended);
            assertEquals(HASH, mended.get());
            assertArrayEquals(TEXT, bytes(files, FILE));
            files.write(FILE, damaged, new Heard<>());
            begin(store, "r2");
            assertArrayEquals(TEXT, bytes(files, FILE));
        }
    }

    @Test
    void wrongBytesAreNotKept() {
        begin(store, "r1");
        Heard<String> kept = new Heard<>();
        store.keepText(HASH, new byte[] {1}, kept);
        assertTrue(kept.reason().startsWith("the text to keep has the SHA-256 4bf5122f"), kept.reason());
        assertArrayEquals(TEXT, bytes(files, FILE));
    }

    @Test
    void whereTheTextCannotBeKeptTheStateIsSavedAndTheTroubleSaid() {
        RunStore full = new RunStore(new BreakingDisk(files, BreakingDisk.End.FULL, 0), Locks.FREE);
        RunStore.Saved saved = begin(full, "r1").get();
        assertEquals("QuotaExceededError: no room for " + FILE, saved.textTrouble());
        assertArrayEquals(state(1), bytes(files, "r1.1.state"));
        assertNull(bytes(files, FILE));
    }

    @Test
    void aRunWhoseTextIsNotKnownKeepsThemAll() {
        begin(store, "r1");
        begin(store, "r2");
        files.write("r2.1.record", new byte[0], new Heard<>());
        store.rename("r2", "what was it?", new Heard<>());
        store.delete("r1", new Heard<>());
        assertArrayEquals(TEXT, bytes(files, FILE));
        store.save("r2", 1, content(2), new Heard<>());
        save(store, "r3", 1);
        store.delete("r2", new Heard<>());
        assertArrayEquals(TEXT, bytes(files, FILE));
        store.delete("r3", new Heard<>());
        assertEquals(List.of(), names(files));
    }

    @Test
    void whatSomebodyElsePutHereIsLeftAlone() {
        String[] foreign = {"readme.text", HASH.toUpperCase(Locale.ROOT) + ".text", HASH + ".txt", ".text"};
        for (String name : foreign) {
            files.write(name, new byte[] {1}, new Heard<>());
        }
        begin(store, "r1");
        store.delete("r1", new Heard<>());
        assertEquals(foreign.length, names(files).size());
    }
}
