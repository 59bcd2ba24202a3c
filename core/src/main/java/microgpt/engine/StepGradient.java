package microgpt.engine;

import java.util.Arrays;
import microgpt.corpus.Window;
import microgpt.model.Gpt;
import microgpt.optim.Learner;

/** The gradient of a step: of the mean loss over the new window and over those of the past that are recalled with it. */
final class StepGradient {
    private final Gpt gpt;
    private final Learner learner;
    private final Replayed replayed;
    private final float[] rowWeights;

    StepGradient(Gpt gpt, Learner learner, Replayed replayed) {
        this.gpt = gpt;
        this.learner = learner;
        this.replayed = replayed;
        rowWeights = new float[gpt.config().contextLength()];
    }

    /** Adds it up where the learner gathers. Of the new window the rows from {@code first} on count. */
    void gather(Window window, float[] losses, int first, int recalled) {
        float share = 1f / (1 + recalled);
        if (learner.predicting() != learner.weights()) { // the average predicted, but the live weights learn
            gpt.forward(learner.weights(), window.inputs(), window.targets(), losses, 1, window.length());
        }
        Arrays.fill(rowWeights, 0, first, 0);
        Arrays.fill(rowWeights, first, window.length(), share / (window.length() - first));
        gpt.backward(learner.weights(), learner.gradients(), rowWeights);
        replayed.learn(recalled, share);
    }
}
