package microgpt.engine;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.model.Activations;
import microgpt.model.Gpt;
import microgpt.model.Initializer;
import microgpt.model.NonFiniteException;
import microgpt.model.Weights;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import microgpt.optim.Learner;
import microgpt.predict.Neighbour;

/**
 * A transformer that learns a stream while it reads it, under the prequential protocol (Dawid 1984): each byte is predicted
 * by weights that have seen nothing from the start of its step on, then its loss is recorded, once, then it is learned
 * from. The sum of the losses is therefore the length of a code for the stream that a decoder could undo.
 */
public final class PrequentialEngine {
    /** More windows than this are replayed one batch after the other. */
    static final int REPLAY_BATCH = 4;

    private static final byte[] NOTHING = {};

    private final ByteStream stream;
    private final Gpt gpt;
    private final Learner learner;
    private final SelectiveBackprop selective;
    private final ExperienceReplay replay;
    private final AdaptiveRate adaptive;
    private final Meter meter;
    private final RunProgress tally = new RunProgress();
    private final Window window;
    private final Replayed replayed;
    private final float[] losses;
    private final StepGradient gradient;
    private final Retention retention;
    private final StepResult result;
    private final Experts experts;
    private OnlineConfig config;

    /** A run at position 0 of {@code stream}, which may still grow. */
    public PrequentialEngine(OnlineConfig config, Backend on, ByteStream stream) {
        this.config = config;
        this.stream = stream;
        int length = config.model().contextLength();
        Rng seeds = Rng.seeded(config.seed()); // one stream of numbers for each purpose: none disturbs another
        gpt = new Gpt(config.model(), on, REPLAY_BATCH);
        Weights weights = new Weights(config.model(), on);
        initialize(weights, config, seeds);
        learner = new Learner(gpt, on, weights, config.optimizer());
        selective = new SelectiveBackprop(config.selectiveBackprop(), Rng.seeded(seeds.nextLong()));
        replay = new ExperienceReplay(config.experienceReplay(), length, Rng.seeded(seeds.nextLong()));
        adaptive = new AdaptiveRate(config.adaptiveRate());
        meter = new Meter(stream);
        window = new Window(length, config.beginning());
        replayed = new Replayed(gpt, learner, replay, stream, new Window(length, config.beginning()));
        losses = new float[length];
        gradient = new StepGradient(gpt, learner, replayed);
        retention = new Retention(stream, replayed, length);
        result = new StepResult(length);
        experts = new Experts(config, on, result);
    }

    /** The weights that a run begins with, by the first number of its {@code seeds}. */
    static void initialize(Weights weights, OnlineConfig config, Rng seeds) {
        Initializer.initialize(weights, config.model(), Rng.seeded(seeds.nextLong()));
    }

    /** Whether {@link #step()} need not wait: a whole stride is there, or the last bytes of a complete stream. */
    public boolean canStep() {
        return stream.isReady(tally.position, config.stride());
    }

    /** Predicts the next stride of bytes, records what they cost, and learns from them. */
    public StepResult step() {
        return step(config.stride());
    }

    /**
     * The same for at most {@code count} bytes, at least one of which must be there: for bytes that arrive one by one.
     *
     * @throws NonFiniteException if a loss or a gradient is not finite. What was recorded before stays; the weights are as
     *     they were before the step
     */
    public StepResult step(int count) {
        window.cut(stream, tally.position, config.context(), Math.min(count, config.stride()));
        predict();
        observe();
        update();
        replayed.observe(result); // only now may the past take the new bytes in
        retention.passed(tally.position, config.experienceReplay());
        return result;
    }

    private void predict() {
        gpt.forward(learner.predicting(), window.inputs(), window.targets(), losses, 1, window.length());
        experts.hear(gpt.activations(), window.contextLength(), window.newLength());
    }

    /** Records what the new bytes cost; those of the context were recorded when they were new. */
    private void observe() {
        int count = window.newLength();
        tally.read(result, count);
        for (int k = 0; k < count; k++) {
            int row = window.contextLength() + k;
            experts.charge(k, window.targets()[row], losses[row]);
            meter.record(result, k, window.targets()[row]);
        }
        experts.endStep();
    }

    private void update() {
        double loss = result.meanTransformerLoss();
        result.rateFactor = adaptive.after(loss);
        result.replayed = 0;
        result.learned = selective.learnsFrom(loss);
        if (!result.learned) {
            tally.skipped(result);
            return;
        }
        int recalled = replay.windowsNow();
        gradient.gather(window, losses, tally.firstTrainedOn(config, window), recalled);
        result.replayed = recalled;
        learner.update(result.rateFactor);
        tally.learned(result, learner);
    }

    /**
     * Puts in force, from the next step on, what of {@code changed} can change while running: optimizer, mechanisms, and
     * what to train on. The rest is left as it is.
     */
    public void tune(OnlineConfig changed) {
        config = tally.tune(config, changed);
        learner.tune(config.optimizer());
        selective.tune(config.selectiveBackprop());
        replayed.tune(config.experienceReplay());
        adaptive.tune(config.adaptiveRate());
        experts.tune(config, tally.position);
    }

    /**
     * The distribution of the byte at {@link #position()}, which need not be there yet: {@code probs[b]} is the chance of
     * byte b, exactly what the next step will charge for it. The run is not touched. A model with more than 256 outputs
     * keeps the rest of the mass for those.
     */
    public void peek(float[] probs) {
        peekAfter(NOTHING, 0, probs);
    }

    /**
     * The same of the byte after the next {@code count}, which are supposed to be the first of {@code supposed}: what would
     * be charged for it if they came, a stride at a time, and nothing were learned from them. The run is not touched.
     */
    public void peekAfter(byte[] supposed, int count, float[] probs) {
        window.cutAfter(stream, tally.position, config.context(), config.stride(), supposed, count);
        gpt.forward(learner.predicting(), window.inputs(), window.targets(), losses, 1, window.length());
        experts.peekAfter(supposed, count, gpt.activations(), window.length() - 1, probs);
    }

    /** Who is charged for the next byte. */
    public Predictor charged() {
        return result.charged();
    }

    /**
     * What the present weights compute for the latest window: its attention, for example. Valid until the next call of
     * anything here.
     */
    public Activations lookBack() {
        if (tally.steps == 0) {
            throw new IllegalStateException("no step was taken yet, so there is no window to look back at");
        }
        window.cut(stream, result.position, config.context(), result.count);
        gpt.forward(learner.predicting(), window.inputs(), window.targets(), losses, 1, window.length());
        return gpt.activations();
    }

    /**
     * The {@code most} places of the stream that weighed most in the cache's latest prediction, a peek included, the
     * weightiest first.
     */
    public List<Neighbour> neighbours(int most) {
        return experts.neighbours(most);
    }

    Experts experts() {
        return experts;
    }

    /** The window that {@link #lookBack()} computed. */
    public Window window() {
        return window;
    }

    /** How many bytes were predicted and recorded: where the next step begins. */
    public long position() {
        return tally.position;
    }

    /** How many steps were taken, skipped ones included. */
    public long steps() {
        return tally.steps;
    }

    public Meter meter() {
        return meter;
    }

    public EventLog events() {
        return tally.events();
    }

    public Counters counters() {
        return tally.counters(selective.skipped(), replay.replayed());
    }

    /** The configuration in force. */
    public OnlineConfig config() {
        return config;
    }

    /** Computes; owns no weights. Whoever uses it between two steps does not disturb the run. */
    public Gpt gpt() {
        return gpt;
    }

    /** The weights that learn, those that predict, and the latest update's gradient norm and learning rate. */
    public Learner learner() {
        return learner;
    }

    /** Bytes of memory held for weights, all that moves them, activations and the mixture. */
    public long memoryBytes() {
        return Float.BYTES * (gpt.memoryFloats() + learner.memoryFloats()) + experts.memoryBytes();
    }

    /** Bytes of memory held for the run and its stream; never more than {@link OnlineConfig#mostHeldBytes}. */
    public long heldBytes() {
        return memoryBytes() + stream.memoryBytes() + replay.memoryBytes() + meter.memoryBytes();
    }

    /**
     * Whether a decoder could repeat the run so far from the recipe and the code alone, having at each step only what came
     * before. Not if it would have to be told more: that the recipe was changed after the first step and when, where
     * documents begin (what {@code EVERY_DOCUMENT} shows to the model), or that a step other than the last read
     * fewer bytes than the stride, because they arrived in pieces. The losses are recorded before learning in any case.
     */
    public boolean prequential() {
        return tally.prequential(config, stream, result);
    }

    /**
     * Whether each byte joins the gradient of one step only: not once anything was, or is to be, replayed, nor where
     * context bytes are trained on again.
     */
    public boolean singleTouch() {
        return tally.singleTouch(config, replay.replayed());
    }

    /** Puts in all that the run must remember but its weights and its stream. */
    public void save(Snapshot into) {
        saving(into).forEach(Runnable::run);
    }

    /** The parts of {@link #save}, to be run in order, some milliseconds each; nothing may be changed before the last one. */
    public List<Runnable> saving(Snapshot into) {
        List<Runnable> parts = new ArrayList<>();
        parts.add(() -> saveTransformer(into));
        experts.saving(into, parts);
        return parts;
    }

    private void saveTransformer(Snapshot into) {
        tally.save(into, result);
        learner.save(into.part("learner"));
        selective.save(into.part("selective_backprop"));
        replay.save(into.part("experience_replay"));
        adaptive.save(into.part("adaptive_rate"));
        meter.save(into.part("meter"));
    }

    /**
     * Goes on from where the run was that was saved, on the same stream, which must hold all bytes that were read; its
     * weights must have been restored as well. To be called before the first step.
     */
    public void restore(Snapshot from) {
        restoring(from).forEach(Runnable::run);
    }

    /** Begins to {@link #restore}; the answer is what is left of it, in parts like those of {@link #saving}. */
    public List<Runnable> restoring(Snapshot from) {
        restoreTransformer(from);
        List<Runnable> parts = new ArrayList<>();
        meter.restoring(from.part("meter"), tally.position, parts);
        experts.restoring(from, tally.position, parts);
        return parts;
    }

    private void restoreTransformer(Snapshot from) {
        tally.restore(from, result, stream.size(), config.stride());
        learner.restore(from.part("learner"));
        selective.restore(from.part("selective_backprop"), tally.steps);
        replayed.restore(from.part("experience_replay"), tally.position, tally.steps);
        adaptive.restore(from.part("adaptive_rate"));
    }
}
