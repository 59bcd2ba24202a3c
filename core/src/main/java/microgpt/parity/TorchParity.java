package microgpt.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.model.Gpt;
import microgpt.model.NamedTensor;
import microgpt.model.Weights;
import microgpt.optim.Learner;

/**
 * The comparison of a whole training step, from tokens to new weights, with the one that PyTorch takes: on any back end, from
 * the text of a recording that whoever asks must supply.
 */
public final class TorchParity {
    private static final int ROWS = TorchReference.BATCH * TorchReference.LENGTH;

    private final TorchReference torch;
    private final Backend on;
    private final Gpt gpt;
    private final int[] inputs = new int[ROWS];
    private final int[] targets = new int[ROWS];
    private final float[] losses = new float[ROWS];
    private final float[] rowWeights = new float[ROWS];
    private final List<Finding> findings = new ArrayList<>();

    /**
     * How far a quantity is from PyTorch's.
     *
     * @param difference the largest found; of a gradient the norm of the difference, relative to the gradient's own
     */
    public record Finding(String name, double difference, double tolerance) {
        /** False also for a difference that is no number. */
        public boolean agrees() {
            return difference <= tolerance;
        }
    }

    private TorchParity(TorchReference torch, Backend on) {
        this.torch = torch;
        this.on = on;
        gpt = new Gpt(TorchReference.config(), on, TorchReference.BATCH);
        Arrays.fill(rowWeights, 1f / ROWS);
    }

    /**
     * Repeats what was recorded: "logits", "gradient of" each tensor at the first step, and "loss of step" and "gradient norm
     * of step" for 30 updates by clipping and AdamW.
     */
    public static List<Finding> compare(String recording, Backend on) {
        TorchParity parity = new TorchParity(new TorchReference(recording), on);
        parity.firstStep();
        parity.updates();
        return parity.findings;
    }

    private void firstStep() {
        Weights weights = torch.weights(on);
        Weights gradients = new Weights(TorchReference.config(), on);
        forward(weights, 0);
        compareLogits();
        gpt.backward(weights, gradients, rowWeights);
        List<NamedTensor> expected = torch.gradients(on).tensors();
        for (int i = 0; i < expected.size(); i++) {
            double distance = distance(
                    expected.get(i).tensor(), gradients.tensors().get(i).tensor());
            findings.add(new Finding("gradient of " + expected.get(i).name(), distance, 1e-3));
        }
    }

    private void compareLogits() {
        double[] expected = torch.logits();
        float[] logits = gpt.activations().logits.toArray();
        int last = (TorchReference.LENGTH - 1) * expected.length;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(expected[i] - logits[last + i]));
        }
        findings.add(new Finding("logits", difference, 1e-4));
    }

    private static double distance(Tensor expected, Tensor actual) {
        float[] there = expected.toArray();
        float[] here = actual.toArray();
        double distance = 0;
        double norm = 0;
        for (int i = 0; i < here.length; i++) {
            double apart = (double) here[i] - there[i];
            distance += apart * apart;
            norm += (double) there[i] * there[i];
        }
        return Math.sqrt(distance / norm);
    }

    private void updates() {
        Learner learner = new Learner(gpt, on, torch.weights(on), torch.optimizer());
        double[] expected = torch.losses();
        double[] norms = torch.gradientNorms();
        for (int step = 0; step < expected.length; step++) {
            forward(learner.weights(), step);
            gpt.backward(learner.weights(), learner.gradients(), rowWeights);
            learner.update(1);
            findings.add(new Finding("loss of step " + step, Math.abs(expected[step] - meanLoss()), 1e-4));
            double apart = Math.abs(norms[step] - learner.gradientNorm());
            findings.add(new Finding("gradient norm of step " + step, apart, 1e-3));
        }
    }

    private void forward(Weights weights, int step) {
        for (int row = 0; row < ROWS; row++) {
            int b = row / TorchReference.LENGTH;
            int t = row % TorchReference.LENGTH;
            inputs[row] = TorchReference.token(step, b, t);
            targets[row] = TorchReference.token(step, b, t + 1);
        }
        gpt.forward(weights, inputs, targets, losses, TorchReference.BATCH, TorchReference.LENGTH);
    }

    private double meanLoss() {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / ROWS;
    }
}
