package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.numeric.Rng;
import microgpt.scalar.ScalarGpt;
import microgpt.scalar.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GptTest {
    private static final Backend ON = JavaBackend.alone();

    private static List<ModelConfig> combinations() {
        return Shapes.combinations();
    }

    private static List<ModelConfig> presets() {
        return List.of(
                Shapes.seed(24),
                Shapes.online(1, 16, 32),
                Shapes.online(2, 64, 64),
                Shapes.names(27),
                Shapes.gpt2(4, 128, 32));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void lossesAndGradientsEqualThoseOfTheScalarModel(ModelConfig config) {
        Weights w = Shapes.shaken(config, ON, 5);
        int[] tokens = Shapes.tokens(6, config.vocabSize(), 1);
        int[] targets = Shapes.tokens(6, config.outputSize(), 2);
        targets[2] = -1;
        ScalarGpt oracle = new ScalarGpt(config, w);
        Value loss = oracle.loss(tokens, targets);
        loss.backward();

        Gpt gpt = new Gpt(config, ON, 1);
        float[] losses = new float[6];
        gpt.forward(w, tokens, targets, losses, 1, 6);
        Weights dw = new Weights(config, ON);
        gpt.backward(w, dw, constant(6, 1 / 5f));

        assertEquals(0, losses[2]);
        assertEquals(loss.data(), sum(losses) / 5, 1e-5);
        for (NamedTensor named : dw.tensors()) {
            assertClose(named, Objects.requireNonNull(oracle.parameters().get(named.name())));
        }
    }

    /** The distance is small beside the norm of the tensor. */
    private static void assertClose(NamedTensor named, Value[][] expected) {
        double distance = 0;
        double norm = 0;
        for (int r = 0; r < expected.length; r++) {
            for (int c = 0; c < expected[r].length; c++) {
                double grad = expected[r][c].grad();
                distance += Math.pow(named.tensor().get(r, c) - grad, 2);
                norm += grad * grad;
            }
        }
        assertTrue(
                Math.sqrt(distance) <= 1e-4 * Math.sqrt(norm) + 1e-6,
                named.name() + " is off by " + Math.sqrt(distance) + " of " + Math.sqrt(norm));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void changingATokenChangesNoLogitBeforeIt(ModelConfig config) {
        Weights w = Shapes.shaken(config, ON, 6);
        Gpt gpt = new Gpt(config, ON, 1);
        int[] tokens = Shapes.tokens(6, config.vocabSize(), 1);
        gpt.forward(w, tokens, 1, 6);
        float[] before = gpt.activations().logits.toArray();
        for (int changed = 0; changed < 6; changed++) {
            int[] others = tokens.clone();
            others[changed] = (others[changed] + 1) % config.vocabSize();
            gpt.forward(w, others, 1, 6);
            float[] after = gpt.activations().logits.toArray();
            int prefix = changed * config.outputSize();
            assertArrayEquals(Arrays.copyOf(before, prefix), Arrays.copyOf(after, prefix));
            assertTrue(!Arrays.equals(before, after));
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void anUntrainedModelScoresTheLogarithmOfItsOutputs(ModelConfig config) {
        Weights w = new Weights(config, ON);
        Initializer.initialize(w, config, Rng.seeded(1));
        int length = config.contextLength();
        Gpt gpt = new Gpt(config, ON, 4);
        float[] losses = new float[4 * length];
        gpt.forward(
                w,
                Shapes.tokens(4 * length, config.vocabSize(), 1),
                Shapes.tokens(4 * length, config.outputSize(), 2),
                losses,
                4,
                length);
        double expected = Math.log(config.outputSize());
        assertEquals(expected, sum(losses) / losses.length, 0.02 * expected);
    }

    @Test
    void aHeadOfZerosScoresItExactly() {
        ModelConfig seed = Shapes.seed(24);
        Weights w = Shapes.shaken(seed, ON, 1);
        ON.fill(w.lmHead, 0);
        float[] losses = new float[1];
        new Gpt(seed, ON, 1).forward(w, new int[] {65}, new int[] {66}, losses, 1, 1);
        assertEquals((float) Math.log(257), losses[0], 1e-6f);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aShorterWindowEqualsThePrefixOfALongerOne(ModelConfig config) {
        Weights w = Shapes.shaken(config, ON, 7);
        Gpt gpt = new Gpt(config, ON, 1);
        int[] tokens = Shapes.tokens(6, config.vocabSize(), 1);
        gpt.forward(w, tokens, 1, 6);
        float[] whole = gpt.activations().logits.toArray();
        for (int length = 1; length < 6; length++) {
            gpt.forward(w, tokens, 1, length);
            assertArrayEquals(
                    Arrays.copyOf(whole, length * config.outputSize()),
                    gpt.activations().logits.toArray());
        }
    }

    /** To the bit: what a stride was charged, a decoder that reads a byte at a time must compute again. */
    @ParameterizedTest
    @MethodSource("presets")
    void noRowDependsOnHowManyAreComputedWithIt(ModelConfig config) {
        Weights w = Shapes.shaken(config, ON, 7);
        Gpt gpt = new Gpt(config, ON, 1);
        int most = config.contextLength();
        int[] tokens = Shapes.tokens(most, config.outputSize(), 1);
        float[] losses = new float[most];
        gpt.forward(w, tokens, tokens, losses, 1, most);
        float[] headInputs = gpt.activations().headInput().toArray();
        float[] probs = gpt.activations().probs.toArray();
        float[] shorter = new float[most];
        for (int length = 1; length < most; length++) {
            gpt.forward(w, tokens, tokens, shorter, 1, length);
            assertBegins(headInputs, gpt.activations().headInput());
            assertBegins(probs, gpt.activations().probs);
            assertArrayEquals(Arrays.copyOf(losses, length), Arrays.copyOf(shorter, length));
        }
    }

    private static void assertBegins(float[] whole, Tensor part) {
        assertArrayEquals(Arrays.copyOf(whole, part.size()), part.toArray());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aBatchEqualsItsWindowsOneByOneAndGradientsAddUp(ModelConfig config) {
        Weights w = Shapes.shaken(config, ON, 8);
        Gpt gpt = new Gpt(config, ON, 3);
        int[] tokens = Shapes.tokens(12, config.vocabSize(), 1);
        int[] targets = Shapes.tokens(12, config.outputSize(), 2);
        float[] rowWeights = {0.1f, 0.2f, 0, 1, 0, 0, 0.5f, 0.1f, 0.3f, 0.3f, 0.3f, 0.3f};
        float[] together = new float[12];
        Weights dTogether = new Weights(config, ON);
        gpt.forward(w, tokens, targets, together, 3, 4);
        gpt.backward(w, dTogether, rowWeights);

        Weights dApart = new Weights(config, ON);
        for (int b = 0; b < 3; b++) {
            float[] alone = new float[4];
            gpt.forward(w, part(tokens, b), part(targets, b), alone, 1, 4);
            gpt.backward(w, dApart, Arrays.copyOfRange(rowWeights, 4 * b, 4 * b + 4));
            assertArrayEquals(Arrays.copyOfRange(together, 4 * b, 4 * b + 4), alone);
        }
        assertArrayEquals(dTogether.all().toArray(), dApart.all().toArray(), 1e-5f);
    }

    private static int[] part(int[] values, int b) {
        return Arrays.copyOfRange(values, 4 * b, 4 * b + 4);
    }

    @Test
    void theGradientBelongsToTheWeightsThatWereRead() {
        ModelConfig config = Shapes.combinations().get(0);
        Weights predicting = Shapes.shaken(config, ON, 1);
        Weights learning = Shapes.shaken(config, ON, 2);
        Gpt gpt = new Gpt(config, ON, 1);
        int[] tokens = Shapes.tokens(4, 10, 1);
        float[] a = new float[4];
        float[] b = new float[4];
        gpt.forward(predicting, tokens, tokens, a, 1, 4);
        gpt.forward(learning, tokens, tokens, b, 1, 4);
        assertTrue(!Arrays.equals(a, b));
        gpt.forward(predicting, tokens, tokens, b, 1, 4);
        assertArrayEquals(a, b);
    }

    @Test
    void rowsOfNoWeightTeachNothing() {
        ModelConfig config = Shapes.online(1, 16, 8);
        Weights w = Shapes.shaken(config, ON, 1);
        Gpt gpt = new Gpt(config, ON, 1);
        int[] tokens = Shapes.tokens(8, 256, 1);
        gpt.forward(w, tokens, tokens, new float[8], 1, 8);
        Weights dw = new Weights(config, ON);
        gpt.backward(w, dw, new float[8]);
        assertEquals(0, ON.sumOfSquares(dw.all()));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        ModelConfig config = Shapes.online(1, 16, 8);
        Weights w = new Weights(config, ON);
        Gpt gpt = new Gpt(config, ON, 2);
        assertEquals(
                "token 257 of row 1 must be from 0 to below vocabSize 257",
                refusal(() -> gpt.forward(w, new int[] {0, 257}, 1, 2)));
        assertEquals(
                "target 256 of row 0 must be from -1 to below outputSize 256",
                refusal(() -> gpt.forward(w, new int[] {256}, new int[] {256}, new float[1], 1, 1)));
        assertEquals("length 9 must be from 1 to contextLength 8", refusal(() -> gpt.forward(w, new int[9], 1, 9)));
        assertEquals("batch 3 must be from 1 to 2", refusal(() -> gpt.forward(w, new int[9], 3, 3)));
        assertEquals("5 tokens are too few for 6 rows", refusal(() -> gpt.forward(w, new int[5], 2, 3)));
    }

    @Test
    void attentionRowsSumToOneAndSeeNoFuture() {
        ModelConfig config = Shapes.online(2, 16, 8);
        Gpt gpt = new Gpt(config, ON, 1);
        gpt.forward(Shapes.shaken(config, ON, 1), Shapes.tokens(8, 257, 1), 1, 8);
        for (Activations.Block block : gpt.activations().blocks) {
            Tensor attention = block.attention;
            for (int row = 0; row < attention.rows(); row++) {
                float sum = 0;
                for (int t = 0; t < 8; t++) {
                    assertTrue(t <= row % 8 || attention.get(row, t) == 0);
                    sum += attention.get(row, t);
                }
                assertEquals(1, sum, 1e-5f);
            }
        }
    }

    private static String refusal(Runnable doing) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, doing::run).getMessage());
    }

    private static float[] constant(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
