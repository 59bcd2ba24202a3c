package microgpt.worker.storage;

import static microgpt.worker.storage.Runs.HASH;
import static microgpt.worker.storage.Runs.TEXT;
import static microgpt.worker.storage.Runs.bytes;
import static microgpt.worker.storage.Runs.find;
import static microgpt.worker.storage.Runs.names;
import static microgpt.worker.storage.Runs.read;
import static microgpt.worker.storage.Runs.save;
import static microgpt.worker.storage.Runs.state;
import static microgpt.worker.storage.Runs.withText;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder in which not all is as it was left: one run is damaged, and another one must not notice. */
class FolderTest {
    private final MemoryDisk files = new MemoryDisk();
    private final RunStore store = new RunStore(files, Locks.FREE);

    @BeforeEach
    void twoRuns() {
        for (String run : new String[] {"r1", "r2"}) {
            store.save(run, 1, withText(1), new Heard<>());
            save(store, run, 2);
            save(store, run, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r2.01.state",
                "r2.+9.state",
                "r2.-9.state",
                "r2.9.states",
                "r2.9",
                ".9.state",
                "r2.0.state",
                "r2.9223372036854775807.state",
                "r2.99999999999999999999.state",
                "r2.2.record",
                "r2.\u0669.state",
                "r3.9.STATE",
                "state",
                ""
            })
    void whatIsNotNamedAsARunsFileIsNone(String name) {
        assertNull(RunFile.parse(name));
        files.write(name, new byte[] {1}, new Heard<>());
        assertOthersStand(3);
        save(store, "r2", 4);
        assertOthersStand(4);
        store.delete("r2", new Heard<>());
        assertTrue(names(files).contains(name));
    }

    /** Whether the second run is there, at that step, and no third one. */
    private void assertOthersStand(int step) {
        Heard<List<RunRecord>> runs = new Heard<>();
        store.list(runs);
        assertEquals(2, runs.get().size(), runs.get().toString());
        assertArrayEquals(state(step), read(store, "r2", find(store, "r2").newest()));
        assertArrayEquals(state(step - 1), read(store, "r2", find(store, "r2").previous()));
        assertArrayEquals(TEXT, bytes(files, HASH + ".text"));
    }

    @Test
    void anOversizedRecordIsNotTakenIn() {
        files.write("r1.0.record", new byte[2 * RunRecord.MOST_BYTES], new Heard<>());
        ForwardingDisk small = new ForwardingDisk(files) {
            @Override
            public void read(String name, int most, Callback<byte[]> callback) {
                assertEquals(name.endsWith(".record") ? RunRecord.MOST_BYTES : MOST_BYTES, most);
                super.read(name, most, callback);
            }
        };
        RunStore careful = new RunStore(small, Locks.FREE);
        assertArrayEquals(state(3), read(careful, "r1", find(careful, "r1").newest()));
        assertTrue(save(careful, "r1", 4).isDone());
        Heard<byte[]> record = new Heard<>();
        files.read("r1.0.record", 10, record);
        assertTrue(record.reason().endsWith("bytes are more than the 10 that can be read"), record.reason());
    }

    @Test
    void whateverBecomesOfTheFilesOfARunAnotherOneStands() {
        Random random = new Random(23);
        Map<String, byte[]> whole = new TreeMap<>();
        for (String name : names(files)) {
            whole.put(name, bytes(files, name));
        }
        for (int i = 0; i < Mutation.COUNT; i++) {
            for (String name : names(files)) {
                files.delete(name, new Heard<>());
            }
            whole.forEach((name, content) -> spoil(name, content, random));
            use("r1", random);
            assertUnharmed(i);
        }
    }

    /** Puts a file of the first run back otherwise than it was: damaged, under another name, or not at all. */
    private void spoil(String name, byte[] content, Random random) {
        boolean ours = name.startsWith("r1.");
        int how = ours ? random.nextInt(5) : 4;
        if (how == 1) {
            String other =
                    new String(Mutation.of(name.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.ISO_8859_1);
            if (!other.startsWith("r2.")) {
                files.write(other, content, new Heard<>());
            }
        } else if (how > 1) {
            files.write(name, how == 4 ? content : Mutation.of(content, random), new Heard<>());
        }
    }

    /** Whatever can be asked for, in any order; it may fail, but with a reason. */
    private void use(String run, Random random) {
        for (int i = 0; i < 4; i++) {
            Heard<Object> heard = new Heard<>();
            switch (random.nextInt(5)) {
                case 0 -> store.list(heard(heard));
                case 1 -> store.find(run, heard(heard));
                case 2 -> store.rename(run, "renamed", heard(heard));
                case 3 -> store.save(run, 5, withText(5), heard(heard));
                default -> store.delete(run, heard(heard));
            }
            assertTrue(heard.isDone() || !heard.reason().isEmpty());
        }
    }

    private static <T> Callback<T> heard(Heard<Object> all) {
        return new Callback<>() {
            @Override
            public void done(T result) {
                all.done(result);
            }

            @Override
            public void failed(String reason) {
                all.failed(reason);
            }
        };
    }

    private void assertUnharmed(int mutation) {
        RunRecord record = find(store, "r2");
        assertEquals("a run", record.summary().name(), "mutation " + mutation);
        assertArrayEquals(state(3), read(store, "r2", record.newest()), "mutation " + mutation);
        assertArrayEquals(state(2), read(store, "r2", record.previous()), "mutation " + mutation);
        assertArrayEquals(TEXT, bytes(files, HASH + ".text"), "mutation " + mutation);
    }
}
