package microgpt.worker.train;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import microgpt.checkpoint.Checkpoint;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.config.BatchRecipe;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.engine.LossHistory;
import microgpt.model.Decoder;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;
import microgpt.numeric.Nullable;
import microgpt.worker.backend.TabMemory;
import microgpt.worker.storage.RunSummary;

/** A run by batches: the trainer, the recipe in force, and what is kept of it but not yet saved. */
final class TrainRun {
    private final String id;
    private final String name;
    private final Backend own;
    private final TrainText text;
    private final BatchTrainer trainer;
    private BatchRecipe recipe;
    private @Nullable byte[] best;
    private byte[] sample = {};
    private long savedSteps = -1;
    private boolean textKept;
    private boolean sound = true;
    private int remarks;
    private int savedRemarks;
    /** Made when first needed: many runs never write. */
    private @Nullable Weights written;

    private @Nullable Decoder decoder;

    private TrainRun(String id, String name, Backend own, TrainText text, BatchTrainer trainer, BatchRecipe recipe) {
        this.id = id;
        this.name = name;
        this.own = own;
        this.text = text;
        this.trainer = trainer;
        this.recipe = recipe;
    }

    /** A run before its first step, with the weights of {@code initial} if those have its shape. */
    static TrainRun begin(
            String id, String name, BatchRecipe recipe, TrainText text, Backend machine, @Nullable Checkpoint initial) {
        if (!text.stream().isComplete()) {
            throw new IllegalStateException("the text must be there as a whole before training starts");
        }
        TabMemory.check(recipe.batches());
        Backend own = machine.forOneRun();
        try {
            DatasetManifest manifest = DatasetManifest.of(
                    text.name(),
                    text.stream(),
                    recipe.batches().trainSplit(),
                    recipe.batches().seed());
            BatchTrainer trainer = new BatchTrainer(recipe.batches(), own, text.stream(), manifest);
            if (initial != null && initial.model().equals(recipe.batches().model())) {
                Tensor all = trainer.learner().weights().all();
                own.copy(all, initial.weights(own).all());
            }
            return new TrainRun(id, name, own, text, trainer, recipe);
        } catch (RuntimeException | OutOfMemoryError e) {
            own.release();
            throw e;
        }
    }

    /** A run where it was saved, on the same text. */
    static TrainRun resume(String id, String name, Checkpoint checkpoint, TrainText text, Backend machine) {
        Backend own = machine.forOneRun();
        try {
            BatchTrainer trainer = checkpoint.resume(own, text.name(), text.stream());
            TrainRun run = new TrainRun(id, name, own, text, trainer, checkpoint.batches());
            run.savedSteps = trainer.steps();
            run.textKept = true;
            return run;
        } catch (RuntimeException | OutOfMemoryError e) {
            own.release();
            throw e;
        }
    }

    /** Does the next part of the work; a look that finds the least loss so far keeps the model. */
    BatchTrainer.Event advance() {
        BatchTrainer.Event event = trainer.advance();
        LossHistory history = trainer.history();
        remarks += event == BatchTrainer.Event.LOOK ? 1 : 0;
        if (event == BatchTrainer.Event.LOOK && trainer.steps() > 0 && history.latestIsBest()) {
            best = Checkpoint.ofWeights(recipe, trainer.learner().predicting());
        }
        return event;
    }

    /** The peak learning rate from the next step on. */
    void setLearningRate(double learningRate) {
        BatchRecipe changed = recipe.withAll(Map.of("learning_rate", Double.toString(learningRate)));
        trainer.tune(changed.batches().optimizer());
        use(changed);
    }

    /** Plans {@code more} steps after those planned or made, whichever are more. */
    void goOn(long more) {
        if (more < 1) {
            throw new IllegalArgumentException(more + " more steps must be at least 1");
        }
        long until =
                Math.max(trainer.steps(), hasSettled() ? 0 : recipe.batches().maxSteps()) + more;
        BatchRecipe changed = recipe.withAll(Map.of("max_steps", Long.toString(until)));
        trainer.tune(changed.batches().optimizer());
        trainer.continueUntil(until);
        use(changed);
    }

    private void use(BatchRecipe other) {
        recipe = other;
        remarks++;
    }

    private boolean hasSettled() {
        return trainer.isDone() && trainer.hasSettled();
    }

    /** The file from which it goes on. */
    byte[] state() {
        return Checkpoint.of(recipe, trainer);
    }

    /** The best model since this was last asked; null if there was none. */
    @Nullable byte[] takeBest() {
        @Nullable byte[] taken = best;
        best = null;
        return taken;
    }

    /** A best model that could not be saved: there may be a better one already. */
    void giveBack(@Nullable byte[] model) {
        if (best == null) {
            best = model;
        }
    }

    RunSummary summary() {
        LossHistory history = trainer.history();
        return new RunSummary(
                name,
                trainer.steps(),
                recipe.batches().maxSteps(),
                model().parameterCount(),
                history.latestTraining(),
                history.bestValidation(),
                trainer.manifest().name(),
                trainer.manifest().rawBytes(),
                trainer.manifest().datasetId(),
                new String(sample, StandardCharsets.ISO_8859_1));
    }

    /**
     * A reader with a copy of the present weights, so that training may go on under it: good until the next is asked for.
     */
    Decoder decoder() {
        Weights present = trainer.learner().predicting();
        Weights copy = written;
        Decoder reader = decoder;
        if (copy == null || reader == null) {
            copy = new Weights(model(), own);
            reader = new Decoder(model(), own, copy);
            written = copy;
            decoder = reader;
        }
        own.copy(copy.all(), present.all());
        reader.forget();
        return reader;
    }

    /** Remembers what the model last wrote. */
    void wrote(byte[] written) {
        sample = written;
        remarks++;
    }

    /** Its numbers are no longer any: it must not be saved. */
    void breakOff() {
        sound = false;
    }

    boolean isSound() {
        return sound;
    }

    boolean isSaved() {
        return savedSteps == trainer.steps() && savedRemarks == remarks;
    }

    /** How often something changed beside the steps: the recipe, a look, or what the model wrote. */
    int remarks() {
        return remarks;
    }

    void savedAt(long steps, int withRemarks) {
        savedSteps = steps;
        savedRemarks = withRemarks;
    }

    /** Up to which step it is saved; -1 if it never was. */
    long savedSteps() {
        return savedSteps;
    }

    /** The text, unless it is kept. */
    @Nullable byte[] unkeptText() {
        return textKept ? null : text.bytes();
    }

    void keptText() {
        textKept = true;
    }

    void end() {
        own.release();
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    TrainText text() {
        return text;
    }

    BatchTrainer trainer() {
        return trainer;
    }

    BatchRecipe recipe() {
        return recipe;
    }

    ModelConfig model() {
        return recipe.batches().model();
    }
}
