package microgpt.worker.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;

/** Runs to save, told apart by their step, and what a disk holds of them. */
final class Runs {
    static final byte[] TEXT = "the cat sat on the mat".getBytes(StandardCharsets.US_ASCII);
    static final String HASH = Sha256.of(TEXT);

    private static final int STATE_BYTES = 1000;

    private Runs() {}

    static byte[] state(int step) {
        byte[] bytes = new byte[STATE_BYTES];
        Arrays.fill(bytes, (byte) step);
        return bytes;
    }

    static RunSummary summary(int step) {
        return new RunSummary("a run", step, 10, 100, 2.5, Double.NaN, "a text", TEXT.length, HASH, "was\u00ff\n");
    }

    static RunContent content(int step) {
        return new RunContent(summary(step), state(step), null, null);
    }

    /** The same, of a run that is saved for the first time. */
    static RunContent withText(int step) {
        return new RunContent(summary(step), state(step), null, TEXT);
    }

    /** Saves a second after the last step. */
    static Heard<RunStore.Saved> save(RunStore into, String run, int step) {
        Heard<RunStore.Saved> saved = new Heard<>();
        into.save(run, 1000 + step, content(step), saved);
        return saved;
    }

    static RunRecord find(RunStore in, String run) {
        Heard<RunRecord> found = new Heard<>();
        in.find(run, found);
        return found.get();
    }

    static byte[] read(RunStore from, String run, long number) {
        Heard<byte[]> state = new Heard<>();
        from.readState(run, number, state);
        return state.get();
    }

    static List<String> names(Disk disk) {
        Heard<List<String>> names = new Heard<>();
        disk.names(names);
        return names.get();
    }

    /** The content of a file; null if there is none. */
    static @Nullable byte[] bytes(Disk disk, String name) {
        Heard<byte[]> bytes = new Heard<>();
        disk.read(name, Disk.MOST_BYTES, bytes);
        return bytes.isDone() ? bytes.get() : null;
    }
}
