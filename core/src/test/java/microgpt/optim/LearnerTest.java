package microgpt.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.model.Gpt;
import microgpt.model.Initializer;
import microgpt.model.ModelConfig;
import microgpt.model.NonFinite;
import microgpt.model.NonFiniteException;
import microgpt.model.Shapes;
import microgpt.model.Weights;
import microgpt.numeric.Rng;
import microgpt.optim.OptimizerConfig.Kind;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static final Backend ON = JavaBackend.alone();

    private static OptimizerConfig adam(double learningRate, double averageDecay) {
        return new OptimizerConfig(Kind.ADAM, learningRate, 0.9, 0.99, 1e-8, 0, 0, 1, averageDecay, Schedule.CONSTANT);
    }

    private static Learner learner(Gpt gpt, OptimizerConfig config) {
        Weights weights = new Weights(gpt.config(), ON);
        Initializer.initialize(weights, gpt.config(), Rng.seeded(1));
        return new Learner(gpt, ON, weights, config);
    }

    @Test
    void overfitsOneKilobyte() {
        int length = 128;
        byte[] text = text(1025);
        int[] tokens = new int[1024];
        int[] targets = new int[1024];
        float[] rowWeights = new float[1024];
        for (int i = 0; i < 1024; i++) {
            tokens[i] = text[i];
            targets[i] = text[i + 1];
        }
        Arrays.fill(rowWeights, 1 / 1024f);
        Gpt gpt = new Gpt(Shapes.online(2, 16, length), ON, 8);
        Learner learner = learner(gpt, adam(0.02, 0));
        float[] losses = new float[1024];
        double mean = 9;
        for (int step = 0; step < 200 && mean >= 0.1; step++) {
            gpt.forward(learner.weights(), tokens, targets, losses, 8, length);
            gpt.backward(learner.weights(), learner.gradients(), rowWeights);
            learner.update(1);
            mean = mean(losses);
        }
        assertTrue(mean < 0.1, "the loss is still " + mean);
    }

    /** Sentences that a model can only know by heart. */
    private static byte[] text(int size) {
        String[] words = {"rain", "the", "old", "clock", "sings", "a", "river", "slow", "over", "stone", "we", "walk"};
        Rng rng = Rng.seeded(3);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(words[rng.nextInt(words.length)]).append(rng.nextInt(7) == 0 ? ".\n" : " ");
        }
        return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
    }

    private static double mean(float[] losses) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / losses.length;
    }

    private static void oneStep(Gpt gpt, Learner learner) {
        int[] tokens = Shapes.tokens(6, 10, 1);
        float[] rowWeights = new float[6];
        Arrays.fill(rowWeights, 1);
        gpt.forward(learner.weights(), tokens, tokens, new float[6], 1, 6);
        gpt.backward(learner.weights(), learner.gradients(), rowWeights);
        learner.update(1);
    }

    @Test
    void aGradientThatIsNotFiniteChangesNothingAndIsReported() {
        ModelConfig config = Shapes.combinations().get(1);
        Gpt gpt = new Gpt(config, ON, 1);
        Learner learner = learner(gpt, adam(0.01, 0.9));
        oneStep(gpt, learner);
        float[] weights = learner.weights().all().toArray();
        float[] average = learner.predicting().all().toArray();
        float[] m = learner.moments().first().all().toArray();
        float[] v = learner.moments().second().all().toArray();

        learner.gradients().blocks.get(0).down.set(3, 2, Float.NaN);
        NonFiniteException stop = assertThrows(NonFiniteException.class, () -> learner.update(1));

        assertEquals(
                "the gradient norm is NaN: first the gradient blocks.0.down became NaN at row 3, column 2",
                stop.getMessage());
        assertArrayEquals(weights, learner.weights().all().toArray());
        assertArrayEquals(average, learner.predicting().all().toArray());
        assertArrayEquals(m, learner.moments().first().all().toArray());
        assertArrayEquals(v, learner.moments().second().all().toArray());
        assertEquals(1, learner.moments().steps());
        assertEquals(0, ON.sumOfSquares(learner.gradients().all()));
    }

    @Test
    void theReportNamesTheCauseNotItsConsequences() {
        Gpt gpt = new Gpt(Shapes.combinations().get(1), ON, 1);
        Learner learner = learner(gpt, adam(0.01, 0));
        learner.weights().blocks.get(0).qkv.set(2, 1, Float.NEGATIVE_INFINITY);
        NonFiniteException stop = assertThrows(NonFiniteException.class, () -> oneStep(gpt, learner));
        assertTrue(String.valueOf(stop.getMessage())
                .startsWith("the loss of row 0 is NaN: first the weight blocks.0.qkv became"));
        assertEquals("weight", originOf(stop).kind());
        assertEquals("blocks.0.qkv", originOf(stop).tensor());
    }

    private static NonFinite originOf(NonFiniteException stop) {
        assertNotNull(stop.origin());
        return stop.origin();
    }

    @Test
    void withoutAnAverageTheLearnedWeightsPredict() {
        Gpt gpt = new Gpt(Shapes.combinations().get(1), ON, 1);
        Learner learner = learner(gpt, adam(0.01, 0));
        assertEquals(learner.weights(), learner.predicting());
        learner.tune(adam(0.01, 0.9));
        float[] start = learner.predicting().all().toArray();
        assertArrayEquals(learner.weights().all().toArray(), start);
        oneStep(gpt, learner);
        assertTrue(!Arrays.equals(start, learner.predicting().all().toArray()));
    }

    @Test
    void newNumbersKeepWhatWasRememberedAndAnotherRuleForgetsIt() {
        Gpt gpt = new Gpt(Shapes.combinations().get(1), ON, 1);
        Learner learner = learner(gpt, adam(0.01, 0));
        oneStep(gpt, learner);
        float[] m = learner.moments().first().all().toArray();
        learner.tune(adam(0.5, 0.9));
        assertArrayEquals(m, learner.moments().first().all().toArray());
        learner.tune(new OptimizerConfig(Kind.SGD, 0.1, 0, 0, 1e-8, 0, 0.9, 0, 0, Schedule.CONSTANT));
        assertEquals(0, ON.sumOfSquares(learner.moments().first().all()));
        assertEquals(1, learner.moments().beta1Power());
        assertEquals(1, learner.moments().steps());
    }

    @Test
    void theScheduleCountsUpdatesFromOne() {
        Gpt gpt = new Gpt(Shapes.combinations().get(1), ON, 1);
        Schedule warm = new Schedule(Schedule.Kind.INVERSE_SQRT, 4, 9, 0);
        Learner learner = learner(gpt, new OptimizerConfig(Kind.ADAM, 0.4, 0.9, 0.99, 1e-8, 0, 0, 0, 0, warm));
        oneStep(gpt, learner);
        assertEquals(0.1, learner.learningRate(), 1e-12);
        oneStep(gpt, learner);
        assertEquals(0.2, learner.learningRate(), 1e-12);
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> adam(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> adam(0.1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OptimizerConfig(Kind.SGD, 0.1, 0, 0, 1e-8, 0.1, 0, 0, 0, Schedule.CONSTANT));
    }
}
