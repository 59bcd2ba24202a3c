package microgpt.worker.storage;

import static microgpt.worker.storage.Runs.find;
import static microgpt.worker.storage.Runs.read;
import static microgpt.worker.storage.Runs.save;
import static microgpt.worker.storage.Runs.state;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunRecordsTest {
    private final MemoryDisk files = new MemoryDisk();
    private final RunStore store = new RunStore(files, Locks.FREE);

    /** A disk whose records cannot be read for a while. */
    private static final class UnreadableDisk extends ForwardingDisk {
        private boolean readable;

        UnreadableDisk(Disk files) {
            super(files);
        }

        @Override
        public void read(String name, int most, Callback<byte[]> callback) {
            if (readable || !name.endsWith(".record")) {
                super.read(name, most, callback);
            } else {
                callback.failed("NotReadableError: " + name);
            }
        }
    }

    @Test
    void aRecordThatCouldNotBeReadDoesNotCountLater() {
        save(store, "r1", 1);
        save(store, "r1", 2);
        for (int change = 1; change <= 5; change++) {
            store.rename("r1", "name " + change, new Heard<>());
            UnreadableDisk disk = new UnreadableDisk(files);
            RunStore blind = new RunStore(disk, Locks.FREE);
            assertTrue(save(blind, "r1", 2 + change).isDone());
            disk.readable = true;
            RunRecord record = find(blind, "r1");
            assertArrayEquals(state(2 + change), read(blind, "r1", record.newest()));
            assertArrayEquals(state(1 + change), read(blind, "r1", record.previous()));
        }
    }

    /** A disk that counts what is read. */
    private static final class CountingDisk extends ForwardingDisk {
        private int reads;
        private int listings;

        CountingDisk(Disk files) {
            super(files);
        }

        @Override
        public void read(String name, int most, Callback<byte[]> callback) {
            reads++;
            super.read(name, most, callback);
        }

        @Override
        public void names(Callback<List<String>> callback) {
            listings++;
            super.names(callback);
        }
    }

    @Test
    void savingAndListingReadNoMoreThanTheyMust() {
        int runs = 300;
        for (int run = 1; run <= runs; run++) {
            save(store, "r" + run, 1);
            save(store, "r" + run, 2);
        }
        CountingDisk counting = new CountingDisk(files);
        RunStore counted = new RunStore(counting, Locks.FREE);
        save(counted, "r7", 3);
        assertEquals(2, counting.reads);
        assertEquals(1, counting.listings);
        Heard<List<RunRecord>> listed = new Heard<>();
        counted.list(listed);
        assertEquals(runs, listed.get().size());
        assertEquals(2 + 2 * runs, counting.reads);
        assertEquals(2, counting.listings);
    }
}
