package microgpt.worker.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import microgpt.checkpoint.BadFileException;
import microgpt.checkpoint.Checkpoint;
import microgpt.config.BatchRecipe;
import microgpt.engine.LossHistory;
import microgpt.protocol.Bytes;
import microgpt.protocol.Floats;
import microgpt.protocol.Reals;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.FailureText;
import microgpt.worker.loop.Task;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.RunRecord;
import microgpt.worker.storage.RunStore;
import microgpt.worker.storage.RunSummary;

/** The saved runs, as the page is told of them. */
final class RunLibrary {
    private final RunStore store;
    private final Consumer<TrainReport> page;

    RunLibrary(RunStore store, Consumer<TrainReport> page) {
        this.store = store;
        this.page = page;
    }

    void list(Task task) {
        store.list(new TaskCallback<>(task, this::tell));
    }

    void rename(String run, String name, Task task) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a run must have a name");
        }
        store.rename(run, name, new TaskCallback<>(task, renamed -> list(task)));
    }

    void delete(String run, Task task) {
        store.delete(run, new TaskCallback<>(task, deleted -> list(task)));
    }

    private void tell(List<RunRecord> records) {
        List<TrainReport.SavedRun> runs = new ArrayList<>();
        for (RunRecord record : records) {
            RunSummary summary = record.summary();
            runs.add(new TrainReport.SavedRun(
                    record.run(),
                    summary.name(),
                    record.savedAtMillis(),
                    summary.steps(),
                    summary.maxSteps(),
                    summary.parameters(),
                    summary.loss(),
                    summary.bestLoss(),
                    summary.text(),
                    summary.textBytes(),
                    Bytes.of(bytes(summary.sample())),
                    record.newest() == 0 ? "it was never saved as a whole" : ""));
        }
        page.accept(new TrainReport.Library(runs));
    }

    private static byte[] bytes(String characters) {
        byte[] bytes = new byte[characters.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) characters.charAt(i);
        }
        return bytes;
    }

    void showHistory(String run, Task task) {
        open(run, TrainCommand.Generation.NEWEST, task, () -> {}, (record, saved) -> {
            BatchRecipe recipe = saved.batches();
            page.accept(new TrainReport.History(
                    run, record.summary().name(), recipe.modelJson(), recipe.trainingJson(), losses(saved.losses())));
        });
    }

    /** The losses as the page is told them. */
    static TrainReport.Losses losses(LossHistory history) {
        double[] steps = new double[history.columns()];
        float[] training = new float[history.columns()];
        for (int i = 0; i < training.length; i++) {
            steps[i] = history.updateAt(i);
            training[i] = (float) history.training(i);
        }
        double[] lookedAt = new double[history.looksKept()];
        double[] validation = new double[history.looksKept()];
        for (int i = 0; i < lookedAt.length; i++) {
            lookedAt[i] = history.lookedAt(i);
            validation[i] = history.validation(i);
        }
        return new TrainReport.Losses(Reals.of(steps), Floats.of(training), Reals.of(lookedAt), Reals.of(validation));
    }

    /**
     * Hands a saved state to {@code next}. If it cannot be read, or {@code next} fails, the page is told, and whether there
     * is another state, and {@code otherwise} is run.
     */
    void open(
            String run,
            TrainCommand.Generation generation,
            Task task,
            Runnable otherwise,
            BiConsumer<RunRecord, Checkpoint> next) {
        store.find(run, new TaskCallback<>(task, otherwise, record -> {
            boolean newest = generation == TrainCommand.Generation.NEWEST;
            long number = number(record, generation);
            String file = record.summary().name() + ", " + (newest ? "newest" : "previous") + " state";
            boolean another = newest && record.previous() > 0;
            Consumer<String> damaged = reason -> {
                otherwise.run();
                page.accept(new TrainReport.Damaged(run, file, reason, another));
            };
            if (number == 0) {
                damaged.accept("there is none");
                return;
            }
            store.readState(run, number, new Callback<>() {
                @Override
                public void done(byte[] bytes) {
                    boolean good = task.run(() -> {
                        try {
                            next.accept(record, Checkpoint.read(file, bytes));
                        } catch (BadFileException e) {
                            damaged.accept(FailureText.describe(e));
                        }
                    });
                    if (!good) {
                        otherwise.run();
                    }
                }

                @Override
                public void failed(String reason) {
                    damaged.accept(reason);
                }
            });
        }));
    }

    /** The number of a state, 0 if there is none. */
    static long number(RunRecord record, TrainCommand.Generation generation) {
        return generation == TrainCommand.Generation.NEWEST ? record.newest() : record.previous();
    }

    void showStorage(Task task) {
        store.disk()
                .usage(new TaskCallback<>(
                        task,
                        usage -> page.accept(
                                new TrainReport.Storage(usage.usedBytes(), usage.quotaBytes(), usage.persisted()))));
    }

    RunStore store() {
        return store;
    }
}
