package microgpt.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.model.Gpt;
import microgpt.model.NamedTensor;
import microgpt.model.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the whole of a training step, from tokens to new weights, is the one that PyTorch takes. */
class TorchParityTest {
    private static final TorchReference TORCH = new TorchReference();
    private static final int ROWS = TorchReference.BATCH * TorchReference.LENGTH;

    private final int[] inputs = new int[ROWS];
    private final int[] targets = new int[ROWS];
    private final float[] losses = new float[ROWS];
    private final float[] rowWeights = new float[ROWS];

    TorchParityTest() {
        Arrays.fill(rowWeights, 1f / ROWS);
    }

    private static List<Backend> backends() {
        return List.of(new JavaBackend());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void logitsAreThoseOfPyTorch(Backend on) {
        Gpt gpt = new Gpt(TORCH.config(), on, TorchReference.BATCH);
        read(0);
        gpt.forward(TORCH.weights(on), inputs, TorchReference.BATCH, TorchReference.LENGTH);
        double[] expected = TORCH.logits();
        float[] logits = gpt.activations().logits.toArray();
        int last = (TorchReference.LENGTH - 1) * expected.length;
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], logits[last + i], 1e-4, "logit " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void gradientsAreThoseOfPyTorch(Backend on) {
        Gpt gpt = new Gpt(TORCH.config(), on, TorchReference.BATCH);
        Weights weights = TORCH.weights(on);
        Weights gradients = new Weights(TORCH.config(), on);
        read(0);
        gpt.forward(weights, inputs, targets, losses, TorchReference.BATCH, TorchReference.LENGTH);
        gpt.backward(weights, gradients, rowWeights);
        List<NamedTensor> expected = TORCH.gradients(on).tensors();
        for (int i = 0; i < expected.size(); i++) {
            assertClose(expected.get(i), gradients.tensors().get(i).tensor());
        }
    }

    private static void assertClose(NamedTensor expected, Tensor actual) {
        float[] there = expected.tensor().toArray();
        float[] here = actual.toArray();
        double distance = 0;
        double norm = 0;
        for (int i = 0; i < here.length; i++) {
            distance += Math.pow(here[i] - there[i], 2);
            norm += Math.pow(there[i], 2);
        }
        assertTrue(
                norm > 0 && Math.sqrt(distance) <= 1e-3 * Math.sqrt(norm),
                expected.name() + " is off by " + Math.sqrt(distance) + " of " + Math.sqrt(norm));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void thirtyUpdatesLoseWhatPyTorchLoses(Backend on) {
        Gpt gpt = new Gpt(TORCH.config(), on, TorchReference.BATCH);
        Learner learner = new Learner(gpt, on, TORCH.weights(on), TORCH.optimizer());
        for (int step = 0; step < TORCH.losses().length; step++) {
            read(step);
            gpt.forward(learner.weights(), inputs, targets, losses, TorchReference.BATCH, TorchReference.LENGTH);
            gpt.backward(learner.weights(), learner.gradients(), rowWeights);
            learner.update(1);
            assertEquals(TORCH.losses()[step], mean(losses), 1e-4, "loss of step " + step);
            assertEquals(TORCH.gradientNorms()[step], learner.gradientNorm(), 1e-3, "gradient norm of step " + step);
        }
    }

    private void read(int step) {
        for (int row = 0; row < ROWS; row++) {
            int b = row / TorchReference.LENGTH;
            int t = row % TorchReference.LENGTH;
            inputs[row] = TorchReference.token(step, b, t);
            targets[row] = TorchReference.token(step, b, t + 1);
        }
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
