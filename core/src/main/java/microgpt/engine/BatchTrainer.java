package microgpt.engine;

import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.corpus.BatchSampler;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.model.Gpt;
import microgpt.model.Initializer;
import microgpt.model.PassInParts;
import microgpt.model.Weights;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import microgpt.optim.Learner;
import microgpt.optim.OptimizerConfig;

/**
 * A transformer that learns from random windows of the first part of a text, a batch per update, and is judged on the last
 * part, which it never learns from. The work is cut into parts, of a few windows in one block of the model, so that whoever
 * calls can listen in between; where it is cut depends on the configuration alone.
 */
public final class BatchTrainer {
    /** What a part of the work completed. */
    public enum Event {
        /** Nothing yet. */
        NONE,
        /** An update. */
        STEP,
        /** A look at the validation split. */
        LOOK
    }

    private final Gpt gpt;
    private final PassInParts pass;
    private final Learner learner;
    private final BatchSampler training;
    private final @Nullable BatchSampler validation;
    private final DatasetManifest manifest;
    private final LossHistory history = new LossHistory();
    private final int[] inputs;
    private final int[] targets;
    private final float[] losses;
    private final float[] rowWeights;
    private final long[] starts;
    private BatchConfig config;
    private long steps;
    private long lookDueAt;
    private long patientSince;
    private int windowsDone;
    private double lossSum;
    private final long[] orderBefore;

    /** A run before its first update on the whole of {@code text}, which must be complete. */
    public BatchTrainer(BatchConfig config, Backend on, ByteStream text, DatasetManifest manifest) {
        this.config = config;
        this.manifest = manifest;
        int length = config.model().contextLength();
        int atATime = config.windowsAtATime();
        Rng seeds = Rng.seeded(config.seed());
        gpt = new Gpt(config.model(), on, atATime);
        pass = new PassInParts(gpt);
        Weights weights = new Weights(config.model(), on);
        Initializer.initialize(weights, config.model(), Rng.seeded(seeds.nextLong()));
        learner = new Learner(gpt, on, weights, config.optimizer());
        long cut = manifest.trainTokens();
        training = new BatchSampler(text, 0, cut, length, Rng.seeded(seeds.nextLong()));
        int looked = (int) Math.min(length, text.size() - cut - 1);
        validation = looked < 1 ? null : new BatchSampler(text, cut, text.size(), looked, Rng.seeded(0));
        inputs = new int[atATime * length];
        targets = new int[atATime * length];
        losses = new float[atATime * length];
        rowWeights = new float[atATime * length];
        Arrays.fill(rowWeights, 1f / (config.batchSize() * length));
        starts = new long[config.batchSize()];
        orderBefore = training.rng().state();
    }

    /** Whether the last update was made, and looked at; {@link #continueUntil} goes on. */
    public boolean isDone() {
        return !lookIsDue() && (steps >= config.maxSteps() || hasSettled());
    }

    /** Whether patience has run out: so many looks in a row brought nothing better than the best before them. */
    public boolean hasSettled() {
        long since = Math.min(history.looksSinceBest(), history.looks() - patientSince);
        return config.patience() > 0 && since >= config.patience();
    }

    private boolean lookIsDue() {
        return validation != null && steps >= lookDueAt;
    }

    /** Does the next part of the work. */
    public Event advance() {
        if (isDone()) {
            throw new IllegalStateException("the run is done after " + steps + " steps");
        }
        BatchSampler judge = validation;
        return judge != null && lookIsDue() ? look(judge) : learn();
    }

    private Event learn() {
        int count = Math.min(gpt.maxBatch(), starts.length - windowsDone);
        if (!pass.isUnderWay()) {
            if (windowsDone == 0) {
                drawStarts();
            }
            for (int row = 0; row < count; row++) {
                training.read(starts[windowsDone + row], row, inputs, targets);
            }
            begin(learner.weights(), learner.gradients(), count, training.length());
        }
        if (!pass.advance()) {
            return Event.NONE;
        }
        lossSum += sum(count * training.length());
        windowsDone += count;
        if (windowsDone < starts.length) {
            return Event.NONE;
        }
        learner.update(1);
        steps++;
        history.add(lossSum / starts.length / training.length());
        beginWindows();
        lookDueAt = steps % config.evalInterval() == 0 || steps == config.maxSteps() ? steps : steps + 1;
        return Event.STEP;
    }

    private void drawStarts() {
        training.rng().stateInto(orderBefore);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = training.draw();
        }
    }

    private void begin(Weights w, @Nullable Weights dw, int count, int length) {
        pass.begin(w, dw, inputs, targets, losses, rowWeights, count, length);
    }

    private Event look(BatchSampler judge) {
        int windows = config.evalBatches() * config.batchSize();
        int count = Math.min(gpt.maxBatch(), windows - windowsDone);
        if (!pass.isUnderWay()) {
            for (int row = 0; row < count; row++) {
                judge.read(judge.evenly(windowsDone + row, windows), row, inputs, targets);
            }
            begin(learner.predicting(), null, count, judge.length());
        }
        if (!pass.advance()) {
            return Event.NONE;
        }
        lossSum += sum(count * judge.length());
        windowsDone += count;
        if (windowsDone < windows) {
            return Event.NONE;
        }
        history.addLook(steps, lossSum / windows / judge.length());
        beginWindows();
        lookDueAt = steps + 1;
        return Event.LOOK;
    }

    private void beginWindows() {
        pass.abandon();
        windowsDone = 0;
        lossSum = 0;
    }

    private double sum(int rows) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += losses[i];
        }
        return sum;
    }

    /** Learns by other numbers from the next update on. */
    public void tune(OptimizerConfig changed) {
        config = config.with(changed);
        learner.tune(changed);
    }

    /** Goes on until {@code maxSteps} updates were made in all, and with new patience. */
    public void continueUntil(long maxSteps) {
        patientSince = history.looks();
        config = config.until(maxSteps);
    }

    /** How many updates were made. */
    public long steps() {
        return steps;
    }

    /** All losses so far. */
    public LossHistory history() {
        return history;
    }

    /** The configuration in force. */
    public BatchConfig config() {
        return config;
    }

    /** What the run learns from. */
    public DatasetManifest manifest() {
        return manifest;
    }

    /** Computes; owns no weights. It is at others' disposal only when an update or a look has been completed. */
    public Gpt gpt() {
        return gpt;
    }

    /** The weights, and what moves them. */
    public Learner learner() {
        return learner;
    }

    /** Floats of memory held for weights, all that moves them, and activations. */
    public long memoryFloats() {
        return gpt.memoryFloats() + learner.memoryFloats();
    }

    /** Puts in all that the run must remember but its weights. Work on an update under way is not: it will be done anew. */
    public void save(Snapshot into) {
        into.put("steps", steps, lookDueAt, patientSince);
        into.put("order", orderIfDoneAnew());
        learner.save(into.part("learner"));
        history.save(into.part("history"));
    }

    private long[] orderIfDoneAnew() {
        boolean amidAnUpdate = (windowsDone > 0 || pass.isUnderWay()) && !lookIsDue();
        return amidAnUpdate ? orderBefore.clone() : training.rng().state();
    }

    /** Goes on from where the run was that was saved; its weights must have been restored as well. */
    public void restore(Snapshot from) {
        history.restore(from.part("history"));
        from.longs("steps", 3);
        steps = from.whole("steps", 0, history.updates(), history.updates());
        lookDueAt = from.whole("steps", 1, steps, steps + 1);
        patientSince = from.whole("steps", 2, 0, history.looks());
        from.restore("order", training.rng());
        learner.restore(from.part("learner"));
        beginWindows();
    }
}
