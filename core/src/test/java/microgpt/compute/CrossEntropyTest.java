package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {
    private static final int[] TARGETS = {6, 0, -1, 3};

    @Test
    void equalLogitsCostTheLogarithmOfTheirNumber() {
        Bench bench = new Bench(1);
        Tensor losses = bench.zeros(1, 1);
        bench.on.crossEntropy(losses, bench.zeros(1, 257), bench.filled(1, 257, 3), new int[] {256});
        assertEquals(Math.log(257), losses.get(0, 0), 1e-6);
    }

    @Test
    void equalsItsDefinition() {
        Bench bench = new Bench(2);
        Tensor logits = bench.random(4, 7);
        Tensor losses = bench.random(4, 1);
        Tensor probs = bench.random(4, 7);
        bench.on.crossEntropy(losses, probs, logits, TARGETS);
        for (int r = 0; r < 4; r++) {
            double sum = 0;
            for (int c = 0; c < 7; c++) {
                sum += Math.exp(logits.get(r, c));
            }
            for (int c = 0; c < 7; c++) {
                assertEquals(Math.exp(logits.get(r, c)) / sum, probs.get(r, c), 1e-6);
            }
            double expected = TARGETS[r] < 0 ? 0 : Math.log(sum) - logits.get(r, TARGETS[r]);
            assertEquals(expected, losses.get(r, 0), 1e-5);
        }
    }

    @Test
    void logitsFarApartOverflowNothing() {
        Bench bench = new Bench(3);
        Tensor logits = bench.zeros(1, 3);
        logits.set(0, 0, 1000);
        logits.set(0, 1, -1000);
        Tensor losses = bench.zeros(1, 1);
        bench.on.crossEntropy(losses, logits, logits, new int[] {1});
        assertEquals(2000, losses.get(0, 0));
        assertArrayEquals(new float[] {1, 0, 0}, logits.toArray());
    }

    @Test
    void theSoftmaxMayReplaceTheLogits() {
        Bench bench = new Bench(4);
        Tensor logits = bench.random(4, 7);
        Tensor apart = bench.zeros(4, 7);
        Tensor losses = bench.zeros(4, 1);
        Tensor again = bench.zeros(4, 1);
        bench.on.crossEntropy(losses, apart, logits, TARGETS);
        bench.on.crossEntropy(again, logits, logits, TARGETS);
        assertArrayEquals(losses.toArray(), again.toArray());
        assertArrayEquals(apart.toArray(), logits.toArray());
    }

    @Test
    void gradientMatchesFiniteDifferences() {
        Bench bench = new Bench(5);
        Tensor logits = bench.random(4, 7);
        Tensor losses = bench.zeros(4, 1);
        Tensor probs = bench.zeros(4, 7);
        Tensor dlogits = bench.gradientOf(logits);
        float[] rowWeights = {0.5f, 2, 7, -1};
        bench.on.crossEntropy(losses, probs, logits, TARGETS);
        bench.on.crossEntropyBackward(dlogits, probs, TARGETS, rowWeights);
        Tensor weights = bench.zeros(4, 1);
        weights.memory().write(weights.offset(), rowWeights, 0, 4);
        Bench.checkGradient("logits", logits, dlogits, () -> {
            bench.on.crossEntropy(losses, bench.zeros(4, 7), logits, TARGETS);
            return Bench.dot(losses, weights);
        });
    }

    @Test
    void theGradientMayReplaceTheSoftmax() {
        Bench bench = new Bench(6);
        Tensor probs = bench.random(4, 7);
        Tensor dlogits = bench.zeros(4, 7);
        float[] rowWeights = {0.5f, 2, 7, -1};
        bench.on.crossEntropyBackward(dlogits, probs, TARGETS, rowWeights);
        bench.on.crossEntropyBackward(probs, probs, TARGETS, rowWeights);
        assertArrayEquals(dlogits.toArray(), probs.toArray());
    }
}
