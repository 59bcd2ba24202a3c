package microgpt.worker.bench;

import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.model.Gpt;
import microgpt.model.Initializer;
import microgpt.model.Weights;
import microgpt.numeric.Rng;
import microgpt.optim.Learner;

/** A workload on one back end, step after step over the same seeded text: the losses depend on the back end alone. */
final class Training {
    private static final int SEED = 1;
    /** Texts repeat themselves; so does this one, or there would be nothing to learn. */
    private static final int PERIOD = 97;

    private final BatchWork workload;
    private final Gpt gpt;
    private final Learner learner;
    private final int[] text = new int[PERIOD];
    private final int[] inputs;
    private final int[] targets;
    private final float[] losses;
    private final float[] rowWeights;
    private int position;

    Training(BatchWork workload, Backend on) {
        this.workload = workload;
        gpt = new Gpt(workload.model(), on, workload.batch());
        Weights weights = new Weights(workload.model(), on);
        Rng rng = Rng.seeded(SEED);
        Initializer.initialize(weights, workload.model(), rng);
        learner = new Learner(gpt, on, weights, workload.optimizer());
        for (int i = 0; i < PERIOD; i++) {
            text[i] = rng.nextInt(workload.model().outputSize());
        }
        int tokens = workload.size();
        inputs = new int[tokens];
        targets = new int[tokens];
        losses = new float[tokens];
        rowWeights = new float[tokens];
        Arrays.fill(rowWeights, 1f / tokens);
    }

    /** Forward, loss, backward, clip, update. */
    void step() {
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = text[(position + i) % PERIOD];
            targets[i] = text[(position + i + 1) % PERIOD];
        }
        position += inputs.length;
        gpt.forward(learner.weights(), inputs, targets, losses, workload.batch(), workload.length());
        gpt.backward(learner.weights(), learner.gradients(), rowWeights);
        learner.update(1);
    }

    /** The mean loss of the last step, in nats. */
    double loss() {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / losses.length;
    }
}
