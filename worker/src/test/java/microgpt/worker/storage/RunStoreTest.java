package microgpt.worker.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStoreTest {
    private static final int STATE_BYTES = 1000;

    private final MemoryDisk files = new MemoryDisk();
    private final RunStore store = new RunStore(files, Locks.FREE);

    @Test
    void twoStatesAreKeptAndNoMore() {
        for (int step = 1; step <= 5; step++) {
            save(store, "r1", step);
        }
        RunRecord record = find("r1");
        assertArrayEquals(state(5), read(store, "r1", record.newest()));
        assertArrayEquals(state(4), read(store, "r1", record.previous()));
        Heard<List<String>> names = new Heard<>();
        files.names(names);
        assertEquals(4, names.get().size(), names.get().toString());
    }

    @Test
    void theStateThatARunGoesOnFromIsKept() {
        for (int step = 1; step <= 3; step++) {
            save(store, "r1", step);
        }
        store.goOnFrom("r1", find("r1").previous()); // the newest is damaged
        RunStore full = new RunStore(new BreakingDisk(files, BreakingDisk.End.FULL, 1), Locks.FREE);
        full.goOnFrom("r1", find("r1").previous());
        assertFalse(save(full, "r1", 4).isDone());
        save(full, "r1", 5);
        assertArrayEquals(state(5), read(store, "r1", find("r1").newest()));
        assertArrayEquals(state(2), read(store, "r1", find("r1").previous()));
        save(full, "r1", 6);
        assertArrayEquals(state(5), read(store, "r1", find("r1").previous()));
        save(store, "r1", 7); // what it went on from is gone
        assertArrayEquals(state(6), read(store, "r1", find("r1").previous()));
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
        Heard<RunRecord> refused = save(full, "r1", 2);
        assertTrue(refused.reason().contains("QuotaExceededError"), refused.reason());
        assertArrayEquals(state(1), read(store, "r1", find("r1").newest()));
        assertTrue(save(full, "r1", 3).isDone());
    }

    @Test
    void aRunWhoseRecordsAreLostIsFoundByItsStates() {
        save(store, "r1", 1);
        save(store, "r1", 2);
        files.write("r1.0.record", new byte[10], new Heard<>());
        files.write("r1.1.record", new byte[0], new Heard<>());
        RunRecord record = find("r1");
        assertArrayEquals(state(2), read(store, "r1", record.newest()));
        assertArrayEquals(state(1), read(store, "r1", record.previous()));
    }

    @Test
    void aNameGivenStaysWhenTheRunIsSavedAgain() {
        save(store, "r1", 1);
        Heard<RunRecord> renamed = new Heard<>();
        store.rename("r1", "größer", renamed);
        save(store, "r1", 2);
        assertEquals("größer", find("r1").summary().name());
        assertEquals(2, find("r1").summary().steps());
    }

    @Test
    void aTextIsKeptOnceAndGoesWithItsLastRun() {
        for (String run : new String[] {"r1", "r2"}) {
            store.keepText("hash", new byte[] {1, 2, 3}, new Heard<>());
            save(store, run, 1);
        }
        store.delete("r1", new Heard<>());
        Heard<byte[]> text = new Heard<>();
        store.readText("hash", text);
        assertArrayEquals(new byte[] {1, 2, 3}, text.get());
        store.delete("r2", new Heard<>());
        Heard<List<String>> names = new Heard<>();
        files.names(names);
        assertEquals(List.of(), names.get());
    }

    @Test
    void theBestModelStaysUntilThereIsABetterOne() {
        store.save("r1", 1, summary(1), state(1), new byte[] {7}, new Heard<>());
        save(store, "r1", 2);
        save(store, "r1", 3);
        Heard<byte[]> best = new Heard<>();
        store.readBest(find("r1"), best);
        assertArrayEquals(new byte[] {7}, best.get());
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        Heard<RunRecord> found = new Heard<>();
        store.find("r9", found);
        assertFalse(found.isDone());
        assertEquals("there is no saved run r9", found.reason());
    }

    private static Heard<RunRecord> save(RunStore into, String run, int step) {
        Heard<RunRecord> saved = new Heard<>();
        into.save(run, 1000 + step, summary(step), state(step), null, saved);
        return saved;
    }

    private RunRecord find(String run) {
        Heard<RunRecord> found = new Heard<>();
        store.find(run, found);
        return found.get();
    }

    private static byte[] read(RunStore from, String run, long number) {
        Heard<byte[]> state = new Heard<>();
        from.readState(run, number, state);
        return state.get();
    }

    private static byte[] state(int step) {
        byte[] bytes = new byte[STATE_BYTES];
        Arrays.fill(bytes, (byte) step);
        return bytes;
    }

    private static RunSummary summary(int step) {
        return new RunSummary("a run", step, 10, 100, 2.5, Double.NaN, "a text", 3, "hash", "was\u00ff\n");
    }
}
