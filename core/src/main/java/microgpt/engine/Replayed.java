package microgpt.engine;

import java.util.Arrays;
import microgpt.corpus.ByteStream;
import microgpt.corpus.Window;
import microgpt.mechanism.ExperienceReplay;
import microgpt.model.Gpt;
import microgpt.optim.Learner;

/** Windows of the past that are learned from again, a batch at a time. */
final class Replayed {
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
            window.cut(stream, replay.start(slots[b]), 0, length);
            System.arraycopy(window.inputs(), 0, inputs, b * length, length);
            System.arraycopy(window.targets(), 0, targets, b * length, length);
        }
        gpt.forward(learner.weights(), inputs, targets, losses, batch, length);
        gpt.backward(learner.weights(), learner.gradients(), rowWeights);
        for (int b = 0; b < batch; b++) {
            replay.refresh(slots[b], meanLoss(b));
        }
    }

    private float meanLoss(int b) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += losses[b * length + i];
        }
        return (float) (sum / length);
    }
}
