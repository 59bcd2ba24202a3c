package microgpt.worker.train;

import java.util.function.Consumer;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.RunRecord;
import microgpt.worker.storage.RunStore;

/** The way of a saved run back: kept for this tab, read, given its text, and made the present one. */
final class Resumption {
    private final RunLibrary library;
    private final CurrentText text;
    private final CurrentRun run;
    private final Backend machine;
    private final EventLoop loop;
    private final Consumer<TrainReport> page;

    Resumption(
            RunLibrary library,
            CurrentText text,
            CurrentRun run,
            Backend machine,
            EventLoop loop,
            Consumer<TrainReport> page) {
        this.library = library;
        this.text = text;
        this.run = run;
        this.machine = machine;
        this.loop = loop;
        this.page = page;
    }

    void begin(TrainCommand.Resume resume, Task task) {
        if (run.isThere()) {
            run.pause();
        }
        library.store().claim(resume.run(), new TaskCallback<>(task, claimed -> open(claimed, resume, task)));
    }

    private void open(String id, TrainCommand.Resume resume, Task task) {
        library.open(id, resume.generation(), task, () -> letGo(id), (record, saved) -> {
            DatasetManifest manifest = saved.manifest();
            long number = RunLibrary.number(record, resume.generation());
            @Nullable TrainText here = text.ifItIs(manifest.datasetId());
            if (here != null) {
                resume(record, number, saved, here);
                mend(library.store(), here, task);
            } else {
                library.store().readText(manifest.datasetId(), textOf(record, number, saved, manifest, task));
            }
        });
    }

    /** Leaves a run to other tabs that could not be loaded here. */
    private void letGo(String id) {
        if (!run.is(id)) {
            library.store().release(id);
        }
    }

    private Callback<byte[]> textOf(
            RunRecord record, long number, Checkpoint saved, DatasetManifest manifest, Task task) {
        return new Callback<>() {
            @Override
            public void done(byte[] bytes) {
                boolean good = task.run(() -> {
                    ByteStream stream = ByteStream.of(manifest.name(), bytes);
                    resume(record, number, saved, new TrainText(manifest.name(), stream, task, loop, page));
                });
                if (!good) {
                    letGo(record.run());
                }
            }

            @Override
            public void failed(String reason) {
                letGo(record.run());
                page.accept(new TrainReport.Damaged(
                        record.run(), "the text \"" + manifest.name() + "\"", reason + ": load it first", false));
            }
        };
    }

    /** The file of the text may be damaged or gone: that may be why the reader has loaded it. */
    private static void mend(RunStore store, TrainText here, Task task) {
        store.keepText(here.hash(), here.bytes(), new Callback<>() {
            @Override
            public void done(String hash) {}

            @Override
            public void failed(String reason) {
                task.fail("the text could not be kept: " + reason);
            }
        });
    }

    /** The text becomes the present one together with the run: if the last run cannot be left, both of the last stay. */
    private void resume(RunRecord record, long number, Checkpoint saved, TrainText on) {
        TrainRun built = TrainRun.resume(record.run(), record.summary().name(), saved, on, machine);
        run.install(built, () -> text.use(on), () -> library.store().goOnFrom(record.run(), number));
    }
}
