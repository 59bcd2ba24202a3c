package microgpt.worker.storage;

import static microgpt.worker.storage.Runs.content;
import static microgpt.worker.storage.Runs.find;
import static microgpt.worker.storage.Runs.names;
import static microgpt.worker.storage.Runs.read;
import static microgpt.worker.storage.Runs.save;
import static microgpt.worker.storage.Runs.state;
import static microgpt.worker.storage.Runs.summary;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunStoreTest {
    private final MemoryDisk files = new MemoryDisk();
    private final RunStore store = new RunStore(files, Locks.FREE);

    @Test
    void twoStatesAreKeptAndNoMore() {
        for (int step = 1; step <= 5; step++) {
            save(store, "r1", step);
        }
        RunRecord record = find(store, "r1");
        assertArrayEquals(state(5), read(store, "r1", record.newest()));
        assertArrayEquals(state(4), read(store, "r1", record.previous()));
        assertEquals(List.of("r1.0.record", "r1.1.record", "r1.4.state", "r1.5.state"), names(files));
    }

    @Test
    void theStateThatARunGoesOnFromIsKept() {
        for (int step = 1; step <= 3; step++) {
            save(store, "r1", step);
        }
        store.goOnFrom("r1", find(store, "r1").previous()); // the newest is damaged
        RunStore full = new RunStore(new BreakingDisk(files, BreakingDisk.End.FULL, 1), Locks.FREE);
        full.goOnFrom("r1", find(store, "r1").previous());
        assertFalse(save(full, "r1", 4).isDone());
        save(full, "r1", 5);
        assertArrayEquals(state(5), read(store, "r1", find(store, "r1").newest()));
        assertArrayEquals(state(2), read(store, "r1", find(store, "r1").previous()));
        save(full, "r1", 6);
        assertArrayEquals(state(5), read(store, "r1", find(store, "r1").previous()));
        save(store, "r1", 7); // what it went on from is gone
        assertArrayEquals(state(6), read(store, "r1", find(store, "r1").previous()));
    }

    @Test
    void killedAtAnyChangeARunLosesAtMostTheStateBeingSaved() {
        for (BreakingDisk.End end : BreakingDisk.End.values()) {
            int changes = 0;
            while (survives(end, changes)) {
                changes++;
            }
            assertTrue(changes > 15, end + " after " + changes + " changes");
        }
    }

    /** Saves until the disk breaks, then looks what is left; false if it never breaks. */
    private static boolean survives(BreakingDisk.End end, int changes) {
        MemoryDisk files = new MemoryDisk();
        BreakingDisk breaking = new BreakingDisk(files, end, changes);
        RunStore dying = new RunStore(breaking, Locks.FREE);
        int safe = 0;
        for (int step = 1; step <= 6; step++) {
            safe = save(dying, "r1", step).isDone() ? step : safe;
        }
        RunStore reopened = new RunStore(files, Locks.FREE);
        Heard<List<RunRecord>> runs = new Heard<>();
        reopened.list(runs);
        if (safe > 0) {
            RunRecord record = runs.get().get(0);
            byte[] newest = read(reopened, "r1", record.newest());
            int step = newest[0];
            assertTrue(step == safe || step == safe + 1, end + " at " + changes + ": " + step + " after " + safe);
            assertArrayEquals(state(step), newest);
            if (safe > 1) {
                byte[] previous = read(reopened, "r1", record.previous());
                assertArrayEquals(state(previous[0]), previous, end + " at " + changes);
            }
            assertTrue(save(reopened, "r1", 9).isDone());
        }
        return breaking.broke();
    }

    @Test
    void aFullDiskIsAReasonAndNoLoss() {
        save(store, "r1", 1);
        RunStore full = new RunStore(new BreakingDisk(files, BreakingDisk.End.FULL, 0), Locks.FREE);
        Heard<RunStore.Saved> refused = save(full, "r1", 2);
        assertTrue(refused.reason().contains("QuotaExceededError"), refused.reason());
        assertArrayEquals(state(1), read(store, "r1", find(store, "r1").newest()));
        assertTrue(save(full, "r1", 3).isDone());
    }

    @Test
    void aSaveThatThrowsIsToldAndTheNextOneIsDone() {
        Heard<RunStore.Saved> heard = new Heard<>();
        store.save(
                "r1",
                1,
                new RunContent(summary(1).named("x".repeat(RunRecord.MOST_BYTES)), state(1), null, null),
                heard);
        assertTrue(heard.reason().endsWith("choose a shorter name"), heard.reason());
        assertTrue(save(store, "r1", 2).isDone());
    }

    @Test
    void aListenerThatThrowsIsToldAndTheNextSaveIsDone() {
        Heard<RunStore.Saved> heard = new Heard<>() {
            @Override
            public void done(RunStore.Saved saved) {
                throw new OutOfMemoryError("no room for the report");
            }
        };
        store.save("r1", 1, content(1), heard);
        assertEquals("no room for the report", heard.reason());
        assertTrue(save(store, "r1", 2).isDone());
    }

    @Test
    void aRunWhoseRecordsAreLostIsFoundByItsFiles() {
        save(store, "r1", 1);
        store.save("r1", 2, new RunContent(summary(2), state(2), new byte[] {7}, null), new Heard<>());
        files.write("r1.0.record", new byte[10], new Heard<>());
        files.write("r1.1.record", new byte[0], new Heard<>());
        RunRecord record = find(store, "r1");
        assertArrayEquals(state(2), read(store, "r1", record.newest()));
        assertArrayEquals(state(1), read(store, "r1", record.previous()));
        save(store, "r1", 3);
        Heard<byte[]> best = new Heard<>();
        store.readBest(find(store, "r1"), best);
        assertArrayEquals(new byte[] {7}, best.get());
        assertEquals("a run", find(store, "r1").summary().name());
    }

    @Test
    void aNameGivenStaysWhenTheRunIsSavedAgain() {
        save(store, "r1", 1);
        Heard<RunRecord> renamed = new Heard<>();
        store.rename("r1", "größer", renamed);
        save(store, "r1", 2);
        assertEquals("größer", find(store, "r1").summary().name());
        assertEquals(2, find(store, "r1").summary().steps());
    }

    @Test
    void theBestModelStaysUntilThereIsABetterOne() {
        store.save("r1", 1, new RunContent(summary(1), state(1), new byte[] {7}, null), new Heard<>());
        save(store, "r1", 2);
        save(store, "r1", 3);
        Heard<byte[]> best = new Heard<>();
        store.readBest(find(store, "r1"), best);
        assertArrayEquals(new byte[] {7}, best.get());
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        Heard<RunRecord> found = new Heard<>();
        store.find("r9", found);
        assertFalse(found.isDone());
        assertEquals("there is no saved run r9", found.reason());
        Heard<RunRecord> renamed = new Heard<>();
        store.rename("r9", "a new name", renamed);
        assertEquals("there is no saved run r9", renamed.reason());
        assertEquals(List.of(), names(files));
    }

    @Test
    void aRunThatCannotBeDeletedIsAReason() {
        save(store, "r1", 1);
        Disk stuck = new BreakingDisk(files, BreakingDisk.End.STUCK, 0);
        Heard<String> deleted = new Heard<>();
        new RunStore(stuck, Locks.FREE).delete("r1", deleted);
        assertEquals("r1.1.state: NoModificationAllowedError: r1.1.state is in use", deleted.reason());
        assertTrue(names(files).contains("r1.1.state"));
        assertEquals("a run", find(store, "r1").summary().name());
    }

    @Test
    void whateverTheClockSaysTheStateSavedLastIsTheNewest() {
        double[] clock = {5e12, 1, 3e12, 0};
        for (int step = 1; step <= clock.length; step++) {
            store.save("r1", clock[step - 1], content(step), new Heard<>());
        }
        RunRecord record = find(store, "r1");
        assertArrayEquals(state(4), read(store, "r1", record.newest()));
        assertArrayEquals(state(3), read(store, "r1", record.previous()));
    }
}
