package microgpt.worker.storage;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;

/** The reader of the records of runs. One that cannot be read, or is not whole, counts as none: the other runs are listed. */
final class RunRecords {
    private final Disk disk;

    RunRecords(Disk disk) {
        this.disk = disk;
    }

    /** Of each run there is. */
    void all(Folder folder, Callback<List<RunRecord>> whole) {
        List<RunRecord> found = new ArrayList<>();
        Sequence.forEach(
                folder.runs(),
                whole,
                (run, next) -> find(run, folder, new Continuation<>(whole, record -> {
                    found.add(record);
                    next.run();
                })),
                () -> whole.done(found));
    }

    /** The higher whole record of a run; without one, a makeshift that points to the files found. */
    void find(String run, Folder folder, Callback<RunRecord> whole) {
        RunRecord[] highest = {folder.makeshift(run)};
        List<RunFile> copies = new ArrayList<>(folder.filesOf(run));
        copies.removeIf(file -> file.kind() != RunFile.Kind.RECORD);
        Sequence.forEach(
                copies,
                whole,
                (copy, next) -> disk.read(
                        copy.name(),
                        RunRecord.MOST_BYTES,
                        new Continuation<>(
                                whole,
                                bytes -> {
                                    @Nullable RunRecord read = RunRecord.read(run, bytes);
                                    if (read != null && read.sequence() > highest[0].sequence()) {
                                        highest[0] = read;
                                    }
                                    next.run();
                                },
                                unreadable -> next.run())),
                () -> whole.done(highest[0]));
    }
}
