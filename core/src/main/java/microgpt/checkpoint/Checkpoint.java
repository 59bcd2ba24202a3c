package microgpt.checkpoint;

import java.util.List;
import java.util.Map;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.config.BatchRecipe;
import microgpt.config.ConfigException;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.BosPlacement;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.engine.LossHistory;
import microgpt.engine.PrequentialEngine;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;
import microgpt.numeric.Snapshot;

/**
 * A run in one file, to the bit: what goes on from it has the losses of the run that was never stopped. The file is a
 * safetensors file with the weights, then everything else the run remembers under names that begin with {@code state.}, and
 * the recipe among its texts. The text that is learned is not in it, only its hash, unless it is put in. But of a stream
 * that is read once, and so long that it is no longer held as a whole, the file has what the run still holds: the last
 * bytes, and the windows that may be replayed.
 */
public final class Checkpoint {
    /** What a file holds. */
    public enum Kind {
        /** A model, and the recipe it was trained by. */
        WEIGHTS("weights"),
        /** A run of {@link BatchTrainer}. */
        BATCHES("batches"),
        /** A run of {@link PrequentialEngine}. */
        ONLINE("online");

        final String label;

        Kind(String label) {
            this.label = label;
        }

        static @Nullable Kind of(@Nullable String label) {
            for (Kind kind : values()) {
                if (kind.label.equals(label)) {
                    return kind;
                }
            }
            return null;
        }
    }

    static final String KIND = "microgpt";
    static final String RECIPE = "recipe";
    static final String MODEL = "model";
    static final String TRAINING = "training";
    static final String MANIFEST = "dataset_manifest";
    static final String STREAM = "stream_sha256";
    static final String STREAM_HELD = "stream";
    static final String STATE = "state.";
    static final String TEXT = "text";

    private final String file;
    private final TensorFile content;
    private final Kind kind;
    private final @Nullable OnlineRecipe online;
    private final @Nullable BatchRecipe training;

    private Checkpoint(String file, TensorFile content) {
        this.file = file;
        this.content = content;
        Kind found = Kind.of(content.text(KIND));
        if (found == null) {
            throw new BadFileException(file, "not a file of microgpt: it does not say how its weights are used");
        }
        kind = found;
        String recipe = content.text(RECIPE);
        try {
            online = recipe == null ? null : OnlineRecipe.parse(recipe, file);
            training = recipe != null ? null : BatchRecipe.parse(text(MODEL), file, text(TRAINING), file);
        } catch (ConfigException e) {
            throw new BadFileException(file, "its recipe is not understood: " + e.getMessage());
        }
    }

    /**
     * A run by batches, between any two parts of its work. {@code recipe} must be the configuration in force.
     *
     * @throws microgpt.model.NonFiniteException if a weight or what moves it is no longer a number: {@link #resume} would
     *     refuse the file
     */
    public static byte[] of(BatchRecipe recipe, BatchTrainer run) {
        return CheckpointWriter.write(recipe, run);
    }

    /** The same of an online run between two steps, on {@code stream}. */
    public static byte[] of(OnlineRecipe recipe, PrequentialEngine run, ByteStream stream) {
        return CheckpointWriter.write(recipe, run, stream);
    }

    /** A model alone, with {@code weights} as they predict. */
    public static byte[] ofWeights(BatchRecipe recipe, Weights weights) {
        return CheckpointWriter.write(recipe, weights);
    }

    /** The same of an online run. */
    public static byte[] ofWeights(OnlineRecipe recipe, Weights weights) {
        return CheckpointWriter.write(recipe, weights);
    }

    /** A file with the weights that predict, and no more. */
    public byte[] weightsAlone(Backend on) {
        return online != null ? ofWeights(online, weights(on)) : ofWeights(batches(), weights(on));
    }

    /**
     * Reads a file that one of the methods above wrote.
     *
     * @throws BadFileException naming {@code file} and the reason
     */
    public static Checkpoint read(String file, byte[] bytes) {
        TensorFile content = TensorFile.read(file, bytes);
        if (!content.isSigned()) {
            throw new BadFileException(file, "not a file of microgpt, or damaged: it does not carry its hash");
        }
        return new Checkpoint(file, content);
    }

    public Kind kind() {
        return kind;
    }

    /**
     * The text that the run by batches learns from, if it is in the file; else null.
     *
     * @throws BadFileException if it is not the one that the run says it learns from
     */
    public @Nullable byte[] text() {
        TensorFile.Entry entry = content.get(TEXT);
        if (entry == null) {
            return null;
        }
        if (!(entry.values() instanceof byte[] bytes)
                || !Sha256.of(bytes).equals(manifest().datasetId())) {
            throw new BadFileException(file, "the text in it is not the one that the run learns from");
        }
        return bytes;
    }

    /** The same file with the text that the run learns from. */
    public byte[] withText(byte[] bytes) {
        TensorFile copy = content.without(TEXT);
        copy.put(TEXT, List.of(bytes.length), bytes);
        return copy.toBytes();
    }

    /** The same file without the text. */
    public byte[] withoutText() {
        return content.without(TEXT).toBytes();
    }

    /** The recipe of an online run; null if it was one by batches. */
    public @Nullable OnlineRecipe online() {
        return online;
    }

    /** The shape of the model. */
    public ModelConfig model() {
        return online != null ? online.online().model() : batches().batches().model();
    }

    /** Where the model was shown the beginning-of-stream token. */
    public BosPlacement beginning() {
        return online != null ? online.online().beginning() : BosPlacement.NEVER;
    }

    /** What the run by batches learns from. */
    public DatasetManifest manifest() {
        return ManifestJson.read(text(MANIFEST), file);
    }

    /** The weights that predict. */
    public Weights weights(Backend on) {
        WeightNames.checkCount(model(), content, file);
        Weights weights = new Weights(model(), on);
        WeightNames.read(weights, content, file);
        if (kind == Kind.ONLINE && online != null && online.online().optimizer().averageDecay() > 0) {
            Tensor all = weights.all();
            restore(() -> all.memory()
                    .write(all.offset(), state().part("learner").finiteFloats("average", all.size()), 0, all.size()));
        }
        return weights;
    }

    /**
     * Goes on with a run by batches on the same text.
     *
     * @throws IllegalArgumentException if the text is another one
     */
    public BatchTrainer resume(Backend on, String name, ByteStream text) {
        expect(Kind.BATCHES);
        BatchRecipe recipe = batches();
        DatasetManifest saved = manifest();
        DatasetManifest given = DatasetManifest.of(name, text, saved.trainSplit(), saved.seed());
        saved.checkSameAs(given);
        WeightNames.checkCount(model(), content, file);
        BatchTrainer run = new BatchTrainer(recipe.batches(), on, text, saved);
        WeightNames.read(run.learner().weights(), content, file);
        restore(() -> run.restore(state()));
        return run;
    }

    /**
     * Goes on with an online run on the same stream, which must hold the bytes that were read.
     *
     * @throws IllegalArgumentException if the stream is another one
     */
    public PrequentialEngine resume(Backend on, ByteStream stream) {
        expect(Kind.ONLINE);
        OnlineRecipe recipe = online;
        if (recipe == null) {
            throw new BadFileException(file, "its recipe is missing");
        }
        WeightNames.checkCount(model(), content, file);
        PrequentialEngine run = new PrequentialEngine(recipe.online(), on, stream);
        WeightNames.read(run.learner().weights(), content, file);
        restore(() -> run.restore(state()));
        if (!stream.sha256(run.position()).equals(text(STREAM))) {
            throw new IllegalArgumentException(
                    "the stream's first " + run.position() + " bytes are not those that the run read");
        }
        return run;
    }

    /** What the online run held of its stream, to resume on, if that was no longer the whole; else null. */
    public @Nullable ByteStream stream() {
        Snapshot held = state().part(STREAM_HELD);
        if (!held.has("bytes")) {
            return null;
        }
        try {
            return ByteStream.restored(held);
        } catch (IllegalArgumentException e) {
            throw new BadFileException(file, String.valueOf(e.getMessage()));
        }
    }

    /** The losses of a run by batches so far. */
    public LossHistory losses() {
        expect(Kind.BATCHES);
        try {
            return LossHistory.of(state());
        } catch (IllegalArgumentException e) {
            throw new BadFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private void restore(Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException e) {
            throw new BadFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private Snapshot state() {
        Snapshot state = new Snapshot();
        for (Map.Entry<String, TensorFile.Entry> entry : content.entries().entrySet()) {
            if (entry.getKey().startsWith(STATE)) {
                state.arrays()
                        .put(
                                entry.getKey().substring(STATE.length()),
                                entry.getValue().values());
            }
        }
        return state;
    }

    private void expect(Kind expected) {
        if (kind != expected) {
            throw new BadFileException(file, "holds " + kind.label + ", expected " + expected.label);
        }
    }

    /**
     * The recipe of a run by batches.
     *
     * @throws BadFileException if it was an online one
     */
    public BatchRecipe batches() {
        if (training == null) {
            throw new BadFileException(file, "its recipe is that of an online run");
        }
        return training;
    }

    private String text(String key) {
        String text = content.text(key);
        if (text == null) {
            throw new BadFileException(file, "\"" + key + "\" is missing");
        }
        return text;
    }
}
