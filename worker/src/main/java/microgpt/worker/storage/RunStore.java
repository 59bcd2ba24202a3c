package microgpt.worker.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import microgpt.numeric.Nullable;

/**
 * A library of runs. Of each run two states are kept, and its best model. A new one is written aside, under a number of
 * its own; only when it is complete is the {@link RunRecord} switched to it, and only then are files deleted to which no
 * record points. So wherever the tab dies, the last two complete states are there. Texts are kept by their hash, once.
 */
public final class RunStore {
    private final Disk disk;
    private final WorkQueue queue = new WorkQueue();
    private final RunLocks locks;
    /** Of each run that was loaded and not saved since: the number of the state it goes on from. */
    private final Map<String, Long> loaded = new HashMap<>();

    public RunStore(Disk disk, Locks locks) {
        this.disk = disk;
        this.locks = new RunLocks(locks, queue);
    }

    /** Keeps a run for this tab: until it is released no other one saves, renames or deletes it. Answers with {@code run}. */
    public void claim(String run, Callback<String> callback) {
        locks.claim(run, callback);
    }

    /** Leaves a run to other tabs, once all is done that was asked for before. */
    public void release(String run) {
        locks.release(run);
    }

    public Disk disk() {
        return disk;
    }

    /** The runs there are, the last saved first. */
    public void list(Callback<List<RunRecord>> callback) {
        queue.add(
                callback,
                whole -> disk.names(new Continuation<>(whole, names -> {
                    List<String> runs = new ArrayList<>();
                    for (String name : names) {
                        RunFile file = RunFile.parse(name);
                        if (file != null && !runs.contains(file.run())) {
                            runs.add(file.run());
                        }
                    }
                    records(runs, new ArrayList<>(), names, whole);
                })));
    }

    private void records(List<String> runs, List<RunRecord> found, List<String> names, Callback<List<RunRecord>> whole) {
        if (found.size() == runs.size()) {
            found.sort((a, b) -> Double.compare(b.savedAtMillis(), a.savedAtMillis()));
            whole.done(found);
            return;
        }
        record(runs.get(found.size()), names, new Continuation<>(whole, record -> {
            found.add(record);
            records(runs, found, names, whole);
        }));
    }

    /** Keeps a text, unless it is there. */
    public void keepText(String hash, byte[] text, Callback<String> callback) {
        queue.add(
                callback,
                whole -> disk.names(new Continuation<>(whole, names -> {
                    if (names.contains(RunFile.text(hash))) {
                        checkText(hash, text, whole);
                    } else {
                        disk.write(RunFile.text(hash), text, whole);
                    }
                })));
    }

    /** A text may have been torn when it was written first. */
    private void checkText(String hash, byte[] text, Callback<String> whole) {
        disk.read(RunFile.text(hash), Disk.MOST_BYTES, new Continuation<>(whole, bytes -> {
            if (bytes.length == text.length) {
                whole.done(hash);
            } else {
                disk.write(RunFile.text(hash), text, whole);
            }
        }));
    }

    public void readText(String hash, Callback<byte[]> callback) {
        queue.add(callback, whole -> disk.read(RunFile.text(hash), Disk.MOST_BYTES, whole));
    }

    /** Remembers which state a run goes on from: that one, which could be read, is the previous one after the next save. */
    public void goOnFrom(String run, long number) {
        loaded.put(run, number);
    }

    /** Which state is the previous one when the next is saved. */
    private long previous(RunRecord old, List<String> names) {
        long number = loaded.getOrDefault(old.run(), old.newest());
        return names.contains(RunFile.state(old.run(), number)) ? number : old.newest();
    }

    /** Makes {@code state} the newest of a run, and {@code best} its best model if given. The run keeps the name it has. */
    public void save(
            String run,
            double nowMillis,
            RunSummary summary,
            byte[] state,
            @Nullable byte[] best,
            Callback<RunRecord> callback) {
        queue.add(
                callback,
                whole -> disk.names(new Continuation<>(
                        whole,
                        names -> record(run, names, new Continuation<>(whole, old -> {
                            long number = Math.max(old.sequence(), old.newest()) + 1;
                            RunRecord record = new RunRecord(
                                    run,
                                    number,
                                    nowMillis,
                                    old.newest() > 0
                                            ? summary.named(old.summary().name())
                                            : summary,
                                    number,
                                    previous(old, names),
                                    best == null ? old.best() : number);
                            Callback<RunRecord> switched = new Continuation<>(whole, saved -> {
                                loaded.remove(run);
                                whole.done(saved);
                            });
                            disk.write(RunFile.state(run, number), state, new Continuation<>(whole, written -> {
                                if (best == null) {
                                    conclude(record, switched);
                                } else {
                                    disk.write(
                                            RunFile.best(run, number),
                                            best,
                                            new Continuation<>(whole, also -> conclude(record, switched)));
                                }
                            }));
                        })))));
    }

    /** Switches to {@code record}, then deletes what no record needs. */
    private void conclude(RunRecord record, Callback<RunRecord> whole) {
        disk.write(
                RunFile.record(record.run(), record.sequence()),
                record.toBytes(),
                new Continuation<>(
                        whole,
                        written -> disk.names(new Continuation<>(whole, names -> {
                            List<String> useless = new ArrayList<>();
                            for (String name : names) {
                                RunFile file = RunFile.parse(name);
                                if (file != null && file.run().equals(record.run()) && file.isUselessTo(record)) {
                                    useless.add(name);
                                }
                            }
                            delete(useless, 0, () -> whole.done(record));
                        }))));
    }

    /** What cannot be deleted stays: it only takes room. */
    private void delete(List<String> names, int from, Runnable after) {
        if (from == names.size()) {
            after.run();
            return;
        }
        disk.delete(names.get(from), new Callback<>() {
            @Override
            public void done(String name) {
                delete(names, from + 1, after);
            }

            @Override
            public void failed(String reason) {
                delete(names, from + 1, after);
            }
        });
    }

    public void rename(String run, String name, Callback<RunRecord> callback) {
        locks.alone(
                run,
                callback,
                whole -> disk.names(new Continuation<>(
                        whole,
                        names -> record(run, names, new Continuation<>(whole, old -> {
                            RunRecord renamed = new RunRecord(
                                    run,
                                    old.sequence() + 1,
                                    old.savedAtMillis(),
                                    old.summary().named(name),
                                    old.newest(),
                                    old.previous(),
                                    old.best());
                            conclude(renamed, whole);
                        })))));
    }

    /** Deletes a run, and its text if no other run has it. */
    public void delete(String run, Callback<String> callback) {
        list(new Continuation<>(
                callback,
                all -> locks.alone(
                        run,
                        callback,
                        whole -> disk.names(new Continuation<>(whole, names -> {
                            List<String> useless = new ArrayList<>();
                            for (String name : names) {
                                RunFile file = RunFile.parse(name);
                                if (file != null ? file.run().equals(run) : RunFile.isTextOfNoOther(name, run, all)) {
                                    useless.add(name);
                                }
                            }
                            delete(useless, 0, () -> whole.done(run));
                        })))));
    }

    /** The record of a run; fails where there is none. */
    public void find(String run, Callback<RunRecord> callback) {
        queue.add(
                callback,
                whole -> disk.names(new Continuation<>(
                        whole,
                        names -> record(run, names, new Continuation<>(whole, found -> {
                            if (found.newest() == 0) {
                                whole.failed("there is no saved run " + run);
                            } else {
                                whole.done(found);
                            }
                        })))));
    }

    /** The state of that number. */
    public void readState(String run, long number, Callback<byte[]> callback) {
        queue.add(callback, whole -> disk.read(RunFile.state(run, number), Disk.MOST_BYTES, whole));
    }

    /** The best model. */
    public void readBest(RunRecord record, Callback<byte[]> callback) {
        if (record.best() == 0) {
            callback.failed("the run has no best model yet: no validation after its first step had the lowest loss");
            return;
        }
        queue.add(callback, whole -> disk.read(RunFile.best(record.run(), record.best()), Disk.MOST_BYTES, whole));
    }

    /** The higher whole record of a run; without one, a makeshift that points to the states found. */
    private void record(String run, List<String> names, Callback<RunRecord> callback) {
        List<String> copies = new ArrayList<>();
        for (long copy = 0; copy < 2; copy++) {
            if (names.contains(RunFile.record(run, copy))) {
                copies.add(RunFile.record(run, copy));
            }
        }
        higher(copies, RunFile.foundOf(run, names), callback);
    }

    private void higher(List<String> copies, RunRecord best, Callback<RunRecord> callback) {
        if (copies.isEmpty()) {
            callback.done(best);
            return;
        }
        List<String> others = copies.subList(1, copies.size());
        disk.read(copies.get(0), Disk.MOST_BYTES, new Callback<>() {
            @Override
            public void done(byte[] bytes) {
                RunRecord read = RunRecord.read(bytes);
                higher(others, read != null && read.sequence() > best.sequence() ? read : best, callback);
            }

            @Override
            public void failed(String reason) {
                higher(others, best, callback);
            }
        });
    }
}
