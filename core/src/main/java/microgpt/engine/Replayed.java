package microgpt.engine;

import java.util.Arrays;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.WindowCopies;
import microgpt.model.Gpt;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;
import microgpt.optim.Learner;

/**
 * Windows of the past that are learned from again, a batch at a time. They are read from the stream as long as that is held
 * as a whole; of a stream that is read once, they are copied when the stream has become as large as the copies can be.
 */
final class Replayed {
    /** What is copied in one step: some milliseconds' work. */
    private static final int COPIES_PER_STEP = 4096;

    private final Gpt gpt;
    private final Learner learner;
    private final ExperienceReplay replay;
    private final ByteStream stream;
    private final Window window;
    private final int length;
    private final int[] slots;
    private final int[] inputs;
    private final int[] targets;
    private final float[] losses;
    private final float[] rowWeights;
    /** Copies under way: of so many slots, the first ones. */
    private @Nullable WindowCopies begun;

    private int copied;

    Replayed(Gpt gpt, Learner learner, ExperienceReplay replay, ByteStream stream, Window window) {
        this.gpt = gpt;
        this.learner = learner;
        this.replay = replay;
        this.stream = stream;
        this.window = window;
        length = gpt.config().contextLength();
        int rows = gpt.maxBatch() * length;
        slots = new int[gpt.maxBatch()];
        inputs = new int[rows];
        targets = new int[rows];
        losses = new float[rows];
        rowWeights = new float[rows];
    }

    /** Takes note of new bytes that were recorded, and takes the windows that end with them into the past. */
    void observe(StepResult result) {
        for (int i = 0; i < result.count(); i++) {
            int slot = replay.observe(result.position() + i + 1, result.transformerLosses()[i]);
            WindowCopies copies = replay.copies();
            if (slot >= 0 && copies != null) {
                copy(slot, copies);
            } else if (slot >= 0 && begun != null && slot < copied) {
                copy(slot, begun);
            }
        }
    }

    private void copy(int slot, WindowCopies into) {
        window.cut(stream, replay.start(slot), 0, length);
        into.put(slot, window.inputs(), window.targets());
    }

    /** Goes on copying the windows of the past; whether the stream is no longer relied upon for them. */
    boolean copySome() {
        if (replay.copies() != null) {
            return true;
        }
        WindowCopies copies = begun == null ? new WindowCopies(length) : begun;
        begun = copies;
        int until = Math.min(replay.size(), copied + COPIES_PER_STEP);
        while (copied < until) {
            copy(copied, copies);
            copied++;
        }
        if (copied < replay.size()) {
            return false;
        }
        replay.keep(copies);
        begun = null;
        return true;
    }

    /** Other settings: windows may have changed their slots. */
    void tune(ExperienceReplay.Settings changed) {
        replay.tune(changed);
        begun = null;
        copied = 0;
    }

    /**
     * Goes on from what was saved.
     *
     * @throws IllegalArgumentException if windows are neither there nor in the stream
     */
    void restore(Snapshot from, long position, long steps) {
        replay.restore(from, position, steps);
        if (replay.copies() == null && !stream.isWhole()) {
            throw new IllegalArgumentException(
                    "the windows to replay must be saved, or be in the stream, which no longer holds its beginning");
        }
    }

    /** Recalls {@code count} windows and adds, for each, {@code share} of the gradient of its mean loss. */
    void learn(int count, float share) {
        Arrays.fill(rowWeights, share / length);
        int done = 0;
        while (done < count) {
            int batch = Math.min(count - done, slots.length);
            learnBatch(batch);
            done += batch;
        }
    }

    private void learnBatch(int batch) {
        for (int b = 0; b < batch; b++) {
            slots[b] = replay.recall();
            read(slots[b], b * length);
        }
        gpt.forward(learner.weights(), inputs, targets, losses, batch, length);
        gpt.backward(learner.weights(), learner.gradients(), rowWeights);
        for (int b = 0; b < batch; b++) {
            replay.refresh(slots[b], meanLoss(b));
        }
    }

    private void read(int slot, int at) {
        WindowCopies copies = replay.copies();
        if (copies != null) {
            copies.read(slot, inputs, targets, at);
            return;
        }
        window.cut(stream, replay.start(slot), 0, length);
        System.arraycopy(window.inputs(), 0, inputs, at, length);
        System.arraycopy(window.targets(), 0, targets, at, length);
    }

    private float meanLoss(int b) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += losses[b * length + i];
        }
        return (float) (sum / length);
    }
}
