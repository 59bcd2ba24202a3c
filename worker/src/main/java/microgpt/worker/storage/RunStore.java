package microgpt.worker.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A library of runs on a disk: of each two states are kept, and its best model; of each text one copy, by its hash. */
public final class RunStore {
    /** What a tab holds while it keeps or deletes texts: in between nobody else takes a text for useless. */
    private static final String TEXTS = "microgpt texts";

    static final String NO_RUN = "there is no saved run ";

    /** What became of a save; {@code textTrouble} says why the text is not kept, and is empty if it is. */
    public record Saved(RunRecord record, String textTrouble) {}

    private final Disk disk;
    private final WorkQueue queue = new WorkQueue();
    private final RunLocks locks;
    private final RunIds ids;
    private final RunRecords records;
    /** Of each run that was loaded and not saved since: the number of the state it goes on from. */
    private final Map<String, Long> loaded = new HashMap<>();

    public RunStore(Disk disk, Locks locks) {
        this.disk = disk;
        this.locks = new RunLocks(locks, queue);
        ids = new RunIds(disk, this.locks);
        records = new RunRecords(disk);
    }

    public Disk disk() {
        return disk;
    }

    /** Keeps a run for this tab: until it is released no other one saves, renames or deletes it. The result is {@code run}. */
    public void claim(String run, Callback<String> callback) {
        locks.claim(run, callback);
    }

    /** Leaves a run to other tabs, once all is done that was asked for before. */
    public void release(String run) {
        locks.release(run);
    }

    /** Takes a name for a new run, and keeps it for this tab. */
    public void create(double nowMillis, Callback<String> callback) {
        queue.add(callback, whole -> ids.create(nowMillis, whole));
    }

    /** The runs there are, the last saved first. */
    public void list(Callback<List<RunRecord>> callback) {
        queue.add(
                callback,
                whole -> Folder.read(
                        disk,
                        whole,
                        folder -> records.all(folder, new Continuation<>(whole, found -> {
                            found.sort(RunRecord::compareByDate);
                            whole.done(found);
                        }))));
    }

    /** Mends the file of a text, whatever became of it, for a saved run that this tab keeps: so nobody deletes it meanwhile. */
    public void keepText(String hash, byte[] text, Callback<String> callback) {
        queue.add(
                callback,
                whole -> Folder.read(disk, whole, folder -> new TextFile(hash).keep(disk, folder, text, whole)));
    }

    /** A text as it was kept; fails if the file does not have its hash. */
    public void readText(String hash, Callback<byte[]> callback) {
        queue.add(callback, whole -> new TextFile(hash).read(disk, whole));
    }

    /** Remembers which state a run goes on from: that one, which could be read, is the previous one after the next save. */
    public void goOnFrom(String run, long number) {
        loaded.put(run, number);
    }

    /** Makes {@code content} the newest of a run. The run keeps the name it has. */
    public void save(String run, double nowMillis, RunContent content, Callback<Saved> callback) {
        queue.add(callback, whole -> {
            byte[] text = content.text();
            if (text == null) {
                save(run, nowMillis, content, "", whole);
                return;
            }
            locks.during(
                    TEXTS,
                    whole,
                    under -> keep(content, text, under, trouble -> save(run, nowMillis, content, trouble, under)),
                    taken -> save(run, nowMillis, content, "another tab is saving or deleting texts", whole));
        });
    }

    /** Tries to keep the text, and hands the trouble with it, empty if there is none, to {@code next}. */
    private void keep(RunContent content, byte[] text, Callback<?> whole, Consumer<String> next) {
        TextFile file = new TextFile(content.summary().textHash());
        Folder.read(disk, whole, folder -> {
            Callback<String> kept = new Continuation<>(whole, hash -> next.accept(""), next);
            Continuation.attempt(kept, () -> file.keep(disk, folder, text, kept));
        });
    }

    private void save(String run, double nowMillis, RunContent content, String textTrouble, Callback<Saved> whole) {
        write(
                run,
                writer -> writer.save(
                        nowMillis, content, loaded.getOrDefault(run, 0L), new Continuation<>(whole, saved -> {
                            loaded.remove(run);
                            whole.done(new Saved(saved, textTrouble));
                        })),
                whole);
    }

    private void write(String run, Consumer<RunWriter> next, Callback<?> whole) {
        Folder.read(
                disk,
                whole,
                folder -> records.find(
                        run, folder, new Continuation<>(whole, old -> next.accept(new RunWriter(disk, folder, old)))));
    }

    public void rename(String run, String name, Callback<RunRecord> callback) {
        locks.alone(run, callback, whole -> write(run, writer -> writer.rename(name, whole), whole));
    }

    /** Deletes a run, and the texts that no other run has. */
    public void delete(String run, Callback<String> callback) {
        locks.alone(
                run,
                callback,
                whole -> locks.during(
                        TEXTS,
                        whole,
                        under -> Folder.read(
                                disk,
                                under,
                                folder -> records.all(
                                        folder,
                                        new Continuation<>(
                                                under,
                                                all -> new RunDeletion(disk, folder, run).withTexts(all, under)))),
                        taken -> Folder.read(
                                disk, whole, folder -> new RunDeletion(disk, folder, run).withoutTexts(whole))));
    }

    /** The record of a run; fails where there is none. */
    public void find(String run, Callback<RunRecord> callback) {
        queue.add(
                callback,
                whole -> Folder.read(
                        disk,
                        whole,
                        folder -> records.find(run, folder, new Continuation<>(whole, found -> {
                            if (found.newest() == 0) {
                                whole.failed(NO_RUN + run);
                            } else {
                                whole.done(found);
                            }
                        }))));
    }

    /** The state of that number. */
    public void readState(String run, long number, Callback<byte[]> callback) {
        queue.add(callback, whole -> disk.read(RunFile.state(run, number).name(), Disk.MOST_BYTES, whole));
    }

    /** The best model. */
    public void readBest(RunRecord record, Callback<byte[]> callback) {
        if (record.best() == 0) {
            callback.failed("the run has no best model yet: no validation after its first step had the lowest loss");
            return;
        }
        queue.add(
                callback,
                whole -> disk.read(RunFile.best(record.run(), record.best()).name(), Disk.MOST_BYTES, whole));
    }
}
