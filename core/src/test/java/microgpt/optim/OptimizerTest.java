package microgpt.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.model.Weights;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    private static final Backend ON = JavaBackend.alone();
    private static final ModelConfig CONFIG = Shapes.combinations().get(1);

    private final Weights weights = Shapes.shaken(CONFIG, ON, 1);
    private final Weights gradients = new Weights(CONFIG, ON);
    private final Moments moments = new Moments(CONFIG, ON);

    private float[] moved(Optimizer optimizer, double learningRate) {
        float[] before = weights.all().toArray();
        optimizer.step(weights, gradients, moments, learningRate);
        float[] after = weights.all().toArray();
        for (int i = 0; i < after.length; i++) {
            after[i] -= before[i];
        }
        return after;
    }

    private void randomGradients(long seed) {
        Rng rng = Rng.seeded(seed);
        Tensor all = gradients.all();
        for (int i = 0; i < all.size(); i++) {
            all.set(0, i, (float) rng.nextGaussian());
        }
    }

    @Test
    void adamFirstMovesByTheLearningRateAgainstTheSign() {
        randomGradients(2);
        float[] moved = moved(new Adam(ON, 0.9, 0.999, 1e-12), 0.01);
        for (int i = 0; i < moved.length; i++) {
            assertEquals(-0.01f * Math.signum(gradients.all().get(0, i)), moved[i], 1e-6f);
        }
    }

    @Test
    void underAConstantGradientEveryStepOfAdamIsTheLearningRate() {
        ON.fill(gradients.all(), 0.3f);
        Adam adam = new Adam(ON, 0.9, 0.999, 1e-12);
        for (int step = 0; step < 20; step++) {
            assertEquals(-0.01f, moved(adam, 0.01)[0], 1e-6f);
        }
    }

    @Test
    void adamWithoutMemoryFollowsTheSign() {
        Adam adam = new Adam(ON, 0, 0, 1e-12);
        for (int step = 0; step < 3; step++) {
            randomGradients(step);
            float[] moved = moved(adam, 0.01);
            assertEquals(-0.01f * Math.signum(gradients.all().get(0, 7)), moved[7], 1e-6f);
        }
    }

    @Test
    void biasCorrectionIsTheClosedForm() {
        double beta1 = 0.85;
        double beta2 = 0.99;
        double m = 0;
        double v = 0;
        double expected = 0;
        float moved = 0;
        for (int step = 1; step <= 3; step++) {
            randomGradients(step);
            double g = gradients.all().get(0, 5);
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            expected = -0.01 * (m / (1 - Math.pow(beta1, step))) / (Math.sqrt(v / (1 - Math.pow(beta2, step))) + 1e-8);
            moved = moved(new Adam(ON, beta1, beta2, 1e-8), 0.01)[5];
        }
        assertEquals(expected, moved, 1e-6);
        assertEquals(3, moments.steps());
    }

    @Test
    void adamStaysCorrectedWhenABetaChanges() {
        ON.fill(gradients.all(), 0.3f);
        for (double beta : new double[] {0.9, 0.5, 0, 0.99, 0.9}) {
            assertEquals(-0.01f, moved(new Adam(ON, beta, 0.999, 1e-12), 0.01)[0], 1e-6f);
        }
    }

    @Test
    void decayShrinksMatricesAndSparesVectors() {
        Tensor matrices = weights.matrices();
        Tensor vectors = weights.vectors();
        float[] matricesBefore = matrices.toArray();
        float[] vectorsBefore = vectors.toArray();
        new AdamW(new Adam(ON, 0.9, 0.95, 1e-8), 0.1).step(weights, gradients, moments, 0.5);
        assertArrayEquals(vectorsBefore, vectors.toArray());
        for (int i = 0; i < matricesBefore.length; i++) {
            assertEquals(matricesBefore[i] * 0.95f, matrices.get(0, i), 1e-6f);
        }
        assertEquals(weights.all().size(), matrices.size() + vectors.size());
        assertTrue(vectors.size() > 0);
    }

    @Test
    void adamWithoutDecayIsAdam() {
        randomGradients(1);
        Adam adam = new Adam(ON, 0.9, 0.95, 1e-8);
        Weights others = Shapes.shaken(CONFIG, ON, 1);
        Moments otherMoments = new Moments(CONFIG, ON);
        for (int step = 0; step < 3; step++) {
            adam.step(weights, gradients, moments, 0.1);
            new AdamW(adam, 0).step(others, gradients, otherMoments, 0.1);
        }
        assertArrayEquals(weights.all().toArray(), others.all().toArray());
    }

    @Test
    void descentFollowsTheGradient() {
        randomGradients(1);
        float[] moved = moved(new Sgd(ON, 0), 0.1);
        assertEquals(-0.1f * gradients.all().get(0, 3), moved[3], 1e-6f);
        assertTrue(!moments.hasFirst(), "plain descent needs no memory");
    }

    @Test
    void momentumGathersSpeed() {
        ON.fill(gradients.all(), 1);
        Sgd sgd = new Sgd(ON, 0.5);
        assertEquals(-0.1f, moved(sgd, 0.1)[0], 1e-6f);
        assertEquals(-0.15f, moved(sgd, 0.1)[0], 1e-6f);
        assertEquals(-0.175f, moved(sgd, 0.1)[0], 1e-6f);
    }
}
