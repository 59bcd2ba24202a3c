package microgpt.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarGptTest {
    private static List<ModelConfig> combinations() {
        return Shapes.combinations();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void gradientsEqualFiniteDifferences(ModelConfig config) {
        ScalarGpt gpt = new ScalarGpt(config, Shapes.shaken(config, JavaBackend.alone(), 3));
        int[] tokens = Shapes.tokens(5, config.vocabSize(), 1);
        int[] targets = Shapes.tokens(5, config.outputSize(), 2);
        targets[1] = -1;
        gpt.loss(tokens, targets).backward();
        Rng rng = Rng.seeded(4);
        for (String name : gpt.parameters().keySet()) {
            double worst = 0;
            double size = 1e-3;
            for (int i = 0; i < 3; i++) {
                Value[][] rows = gpt.parameters().get(name);
                Value[] row = rows[rng.nextInt(rows.length)];
                Value weight = row[rng.nextInt(row.length)];
                double slope = slope(gpt, tokens, targets, weight);
                worst = Math.max(worst, Math.abs(slope - weight.grad()));
                size = Math.max(size, Math.abs(slope));
            }
            assertTrue(worst < 1e-6 * size, name + " is off by " + worst + " of " + size);
        }
    }

    private static double slope(ScalarGpt gpt, int[] tokens, int[] targets, Value weight) {
        double h = 1e-5;
        double there = weight.data();
        weight.set(there + h);
        double above = gpt.loss(tokens, targets).data();
        weight.set(there - h);
        double below = gpt.loss(tokens, targets).data();
        weight.set(there);
        return (above - below) / (2 * h);
    }

    @Test
    void probabilitiesSumToOneEvenForHugeScores() {
        Value[] p = Vectors.softmax(new Value[] {new Value(1000), new Value(1001), new Value(-1000)});
        assertEquals(1, p[0].data() + p[1].data() + p[2].data(), 1e-15);
        assertEquals(Math.E, p[1].data() / p[0].data(), 1e-12);
    }

    @Test
    void aFullWindowReadsNoMore() {
        ModelConfig config = Shapes.combinations().get(0);
        ScalarGpt gpt = new ScalarGpt(config, Shapes.shaken(config, JavaBackend.alone(), 3));
        ScalarGpt.Window window = gpt.window();
        for (int t = 0; t < config.contextLength(); t++) {
            gpt.read(window, t);
        }
        assertThrows(IllegalArgumentException.class, () -> gpt.read(window, 0));
    }
}
