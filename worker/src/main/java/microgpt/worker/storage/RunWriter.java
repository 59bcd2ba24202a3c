package microgpt.worker.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * The writer of one run. A new state is written aside, under a number of its own; only when it is complete is the
 * {@link RunRecord} switched to it, and only then are files deleted to which no record points. So wherever the tab dies,
 * the last two complete states are there.
 */
final class RunWriter {
    private final Disk disk;
    private final Folder folder;
    private final RunRecord old;

    /** {@code old} is the record of the run in {@code folder}. */
    RunWriter(Disk disk, Folder folder, RunRecord old) {
        this.disk = disk;
        this.folder = folder;
        this.old = old;
    }

    /** Makes {@code content} the newest of the run, which keeps its name. It went on from the state {@code loaded}. */
    void save(double nowMillis, RunContent content, long loaded, Callback<RunRecord> whole) {
        String run = old.run();
        long number = old.newest() + 1;
        if (number > RunFile.MOST) {
            throw new IllegalStateException("the states of a run are numbered up to " + RunFile.MOST);
        }
        byte[] best = content.best();
        RunSummary summary = content.summary();
        RunRecord record = new RunRecord(
                run,
                old.sequence() + 1,
                nowMillis,
                old.isMakeshift() ? summary : summary.named(old.summary().name()),
                number,
                previous(loaded),
                best == null ? best() : number);
        disk.write(RunFile.state(run, number).name(), content.state(), new Continuation<>(whole, written -> {
            if (best == null) {
                switchTo(record, whole);
            } else {
                disk.write(
                        RunFile.best(run, number).name(),
                        best,
                        new Continuation<>(whole, also -> switchTo(record, whole)));
            }
        }));
    }

    void rename(String name, Callback<RunRecord> whole) {
        if (old.newest() == 0) {
            throw new IllegalArgumentException(RunStore.NO_RUN + old.run());
        }
        switchTo(
                new RunRecord(
                        old.run(),
                        old.sequence() + 1,
                        old.savedAtMillis(),
                        old.summary().named(name),
                        old.newest(),
                        old.previous(),
                        best()),
                whole);
    }

    /** Which state is the previous one after a save: the one loaded, which could be read, else the newest there is. */
    private long previous(long loaded) {
        for (long number : new long[] {loaded, old.newest()}) {
            if (folder.has(RunFile.state(old.run(), number))) {
                return number;
            }
        }
        return folder.highest(old.run(), RunFile.Kind.STATE, old.newest());
    }

    private long best() {
        return folder.has(RunFile.best(old.run(), old.best()))
                ? old.best()
                : folder.highest(old.run(), RunFile.Kind.BEST, old.newest() + 1);
    }

    /**
     * Writes {@code record} over the copy that does not count. If none counts, the other one follows: what could not be read
     * now may be read again later, and must not count then.
     */
    private void switchTo(RunRecord record, Callback<RunRecord> whole) {
        write(record, whole, () -> {
            RunRecord again = record.next();
            if (old.isMakeshift() && folder.has(RunFile.record(again.run(), again.sequence()))) {
                write(again, whole, () -> clean(again, whole));
            } else {
                clean(record, whole);
            }
        });
    }

    private void write(RunRecord record, Callback<RunRecord> whole, Runnable next) {
        String name = RunFile.record(record.run(), record.sequence()).name();
        disk.write(name, record.toBytes(), new Continuation<>(whole, written -> next.run()));
    }

    /** Deletes what {@code record} does not need. What cannot be deleted only takes room, and is tried again next time. */
    private void clean(RunRecord record, Callback<RunRecord> whole) {
        List<String> useless = new ArrayList<>();
        for (RunFile file : folder.filesOf(record.run())) {
            if (file.isUselessTo(record)) {
                useless.add(file.name());
            }
        }
        Deletion.of(useless, disk, whole, reasons -> whole.done(record));
    }
}
