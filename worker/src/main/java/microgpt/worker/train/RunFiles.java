package microgpt.worker.train;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import microgpt.checkpoint.Checkpoint;
import microgpt.checkpoint.TinyGptFile;
import microgpt.checkpoint.TinyGptWriter;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.config.BatchRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.engine.LossHistory;
import microgpt.numeric.Nullable;
import microgpt.protocol.Bytes;
import microgpt.protocol.Limit;
import microgpt.protocol.train.TrainCommand;
import microgpt.protocol.train.TrainReport;
import microgpt.worker.loop.Task;
import microgpt.worker.storage.Callback;
import microgpt.worker.storage.RunContent;
import microgpt.worker.storage.RunRecord;
import microgpt.worker.storage.RunStore;
import microgpt.worker.storage.RunSummary;

/** Files that leave the library and come into it. */
final class RunFiles {

    private final RunLibrary library;
    private final RunStore store;
    private final DoubleSupplier clockMillis;
    private final Consumer<TrainReport> page;
    private ByteArrayOutputStream coming = new ByteArrayOutputStream();
    private @Nullable Checkpoint initial;

    RunFiles(RunLibrary library, DoubleSupplier clockMillis, Consumer<TrainReport> page) {
        this.library = library;
        this.store = library.store();
        this.clockMillis = clockMillis;
        this.page = page;
    }

    void export(TrainCommand.ExportFile wish, Task task) {
        library.open(wish.run(), TrainCommand.Generation.NEWEST, task, () -> {}, (record, saved) -> {
            String name = fileName(record.summary().name());
            switch (wish.format()) {
                case RUN -> sendState(record, name + "-step-" + saved.losses().updates() + ".run.safetensors", task);
                case RUN_WITH_TEXT -> sendWithText(saved, name + "-with-text.run.safetensors", task);
                case MODEL -> send(name + ".safetensors", saved.weightsAlone(JavaBackend.alone()));
                case BEST_MODEL -> exportBest(record, saved.losses(), name + ".best.safetensors", task);
                case TINYGPT -> exportTinyGpt(record, saved, name + ".tinygpt", task);
                case LOSSES -> send(name + ".csv", saved.losses().toCsv().getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    /** A run file has the losses of all validations, but not the model that had the least. */
    private void exportBest(RunRecord record, LossHistory losses, String name, Task task) {
        if (record.best() == 0 && losses.bestAt() > 0) {
            throw new IllegalStateException("the best model, of step " + losses.bestAt()
                    + ", did not travel with the file that the run came from: export it where that step was trained,"
                    + " or go on until a validation loss is lower");
        }
        store.readBest(record, new TaskCallback<>(task, bytes -> send(name, bytes)));
    }

    private void sendState(RunRecord record, String name, Task task) {
        store.readState(record.run(), record.newest(), new TaskCallback<>(task, bytes -> send(name, bytes)));
    }

    private void sendWithText(Checkpoint saved, String name, Task task) {
        String hash = saved.manifest().datasetId();
        store.readText(hash, new TaskCallback<>(task, text -> send(name, saved.withText(text))));
    }

    private void exportTinyGpt(RunRecord record, Checkpoint saved, String name, Task task) {
        DatasetManifest manifest = saved.manifest();
        store.readText(manifest.datasetId(), new TaskCallback<>(task, text -> {
            ByteStream stream = ByteStream.of(manifest.name(), text);
            BatchTrainer run = saved.resume(JavaBackend.alone(), manifest.name(), stream);
            send(name, TinyGptWriter.write(run, IsoTime.of((long) record.savedAtMillis())));
        }));
    }

    private void send(String name, byte[] bytes) {
        page.accept(new TrainReport.Exported(name, Bytes.of(bytes)));
    }

    /** Letters and digits of {@code name}, which any disk can take. */
    private static String fileName(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            letters.append(Character.isLetterOrDigit(letter) && letter < 128 ? letter : '-');
        }
        return letters.length() == 0 ? "run" : letters.toString();
    }

    /** A piece of a file; with the last one it is read. {@code present} may be the text of a run. */
    void take(TrainCommand.ImportFile piece, CurrentText present, Task task) {
        byte[] more = piece.piece().toArray();
        if (coming.size() + (long) more.length > Limit.RUN_FILE.bytes()) {
            coming = new ByteArrayOutputStream(); // reset() would keep the room of the largest file
            throw new IllegalArgumentException(piece.fileName() + ": larger than " + Limit.RUN_FILE.size());
        }
        coming.write(more, 0, more.length);
        if (piece.last()) {
            byte[] bytes = coming.toByteArray();
            coming = new ByteArrayOutputStream();
            read(piece.fileName(), bytes, present, task);
        }
    }

    private void read(String file, byte[] bytes, CurrentText present, Task task) {
        Checkpoint read = checkpoint(file, bytes);
        BatchRecipe recipe = read.batches();
        if (read.kind() != Checkpoint.Kind.BATCHES) {
            initial = read;
            page.accept(new TrainReport.Imported(file, "", recipe.modelJson(), recipe.trainingJson()));
            return;
        }
        DatasetManifest manifest = read.manifest();
        String hash = manifest.datasetId();
        byte[] inside = read.text();
        if (inside != null) {
            add(file, read, read.withoutText(), inside, task);
            return;
        }
        @Nullable TrainText here = present.ifItIs(hash);
        if (here != null) {
            add(file, read, bytes, here.bytes(), task);
            return;
        }
        store.readText(hash, new Callback<>() {
            @Override
            public void done(byte[] text) {
                task.run(() -> add(file, read, bytes, text, task));
            }

            @Override
            public void failed(String reason) {
                task.fail(file + ": learns from \"" + manifest.name() + "\", " + manifest.rawBytes()
                        + " bytes, which is neither here nor in the file: load that text, then import again");
            }
        });
    }

    private static Checkpoint checkpoint(String file, byte[] bytes) {
        if (!TinyGptFile.isOne(bytes)) {
            return Checkpoint.read(file, bytes);
        }
        Backend on = JavaBackend.alone();
        TinyGptFile foreign = TinyGptFile.read(file, bytes);
        return Checkpoint.read(file, Checkpoint.ofWeights(foreign.recipe(), foreign.weights(on)));
    }

    /** Makes a run of {@code state}, which was {@code read}. */
    private void add(String file, Checkpoint read, byte[] state, byte[] text, Task task) {
        LossHistory history = read.losses();
        DatasetManifest manifest = read.manifest();
        BatchRecipe recipe = read.batches();
        RunSummary summary = new RunSummary(
                stem(file),
                history.updates(),
                recipe.batches().maxSteps(),
                read.model().parameterCount(),
                history.latestTraining(),
                history.bestValidation(),
                manifest.name(),
                manifest.rawBytes(),
                manifest.datasetId(),
                "");
        RunContent content = new RunContent(summary, state, null, text);
        store.create(clockMillis.getAsDouble(), new TaskCallback<>(task, id -> save(id, file, content, recipe, task)));
    }

    private void save(String id, String file, RunContent content, BatchRecipe recipe, Task task) {
        store.save(id, clockMillis.getAsDouble(), content, new TaskCallback<>(task, () -> store.release(id), saved -> {
            store.release(id);
            if (!saved.textTrouble().isEmpty()) {
                task.fail("its text could not be kept: " + saved.textTrouble()
                        + "; to go on with this run, load the text again first");
            }
            page.accept(new TrainReport.Imported(file, id, recipe.modelJson(), recipe.trainingJson()));
            library.list(task);
        }));
    }

    /** The name of a file without what says which kind it is. */
    private static String stem(String file) {
        for (String ending : new String[] {".run.safetensors", ".safetensors"}) {
            if (file.endsWith(ending) && file.length() > ending.length()) {
                return file.substring(0, file.length() - ending.length());
            }
        }
        return file;
    }

    /**
     * The model that was imported last.
     *
     * @throws IllegalStateException if there is none
     */
    Checkpoint imported() {
        if (initial == null) {
            throw new IllegalStateException("there is no imported model to begin from: import one first");
        }
        return initial;
    }
}
