package microgpt.worker.storage;

import static microgpt.worker.storage.Runs.save;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunIdsTest {
    private static final double[] CLOCKS = {1e12, 5, 1e12, 0, -3, 1e300, Double.NaN, 1e12 + 1, 1e300};

    private final MemoryDisk files = new MemoryDisk();
    private final Tabs tabs = new Tabs();

    private static String create(RunStore store, double nowMillis) {
        Heard<String> id = new Heard<>();
        store.create(nowMillis, id);
        return id.get();
    }

    @Test
    void whateverTheClockSaysNoRunIsSavedIntoAnother() {
        Set<String> ids = new HashSet<>();
        for (int reload = 0; reload < 3; reload++) {
            for (double now : CLOCKS) {
                RunStore reloaded = new RunStore(files, Locks.FREE);
                String id = create(reloaded, now);
                assertTrue(ids.add(id), id + " at " + now);
                save(reloaded, id, 1);
            }
        }
        Heard<List<RunRecord>> runs = new Heard<>();
        new RunStore(files, Locks.FREE).list(runs);
        assertEquals(3 * CLOCKS.length, runs.get().size());
    }

    @Test
    void aNameIsGivenOnceThoughNothingIsSavedUnderIt() {
        RunStore store = new RunStore(files, tabs.new Tab());
        Set<String> ids = new HashSet<>();
        for (double now : CLOCKS) {
            String id = create(store, now);
            store.release(id);
            assertTrue(ids.add(id), id + " at " + now);
        }
    }

    @Test
    void twoTabsAtTheSameMomentGetTwoNames() {
        String first = create(new RunStore(files, tabs.new Tab()), 1e12);
        assertNotEquals(first, create(new RunStore(files, tabs.new Tab()), 1e12));
    }

    @Test
    void aRunThatAnotherTabSavesWhileANameIsSoughtIsLeftAlone() {
        boolean more = true;
        for (int turns = 0; more; turns++) {
            MemoryDisk disk = new MemoryDisk();
            Tabs shared = new Tabs();
            DelayedDisk slow = new DelayedDisk(disk);
            Heard<String> id = new Heard<>();
            new RunStore(slow, slow.locks(shared.new Tab())).create(1e12, id);
            for (int turn = 0; turn < turns; turn++) {
                more = slow.turn();
            }
            RunStore other = new RunStore(disk, shared.new Tab());
            String taken = create(other, 1e12);
            save(other, taken, 1);
            other.release(taken);
            slow.exhaust();
            assertNotEquals(taken, id.get());
        }
    }

    @Test
    void aNewNameIsHeld() {
        String id = create(new RunStore(files, tabs.new Tab()), 1e12);
        Heard<String> claimed = new Heard<>();
        new RunStore(files, tabs.new Tab()).claim(id, claimed);
        assertEquals(Tabs.TAKEN, claimed.reason());
    }

    @Test
    void whereNoNameCanBeHeldTheReasonIsSaid() {
        Heard<String> id = new Heard<>();
        new RunStore(files, (name, callback) -> callback.failed("no locks today")).create(1e12, id);
        assertEquals("no locks today", id.reason());
    }
}
