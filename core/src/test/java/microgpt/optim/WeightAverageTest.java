package microgpt.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.model.ModelConfig;
import microgpt.model.Shapes;
import microgpt.model.Weights;
import org.junit.jupiter.api.Test;

class WeightAverageTest {
    private static final Backend ON = JavaBackend.alone();
    private static final ModelConfig CONFIG = Shapes.combinations().get(0);

    @Test
    void earlyOnItRemembersLess() {
        Weights weights = new Weights(CONFIG, ON);
        ON.fill(weights.all(), 11);
        WeightAverage average = new WeightAverage(CONFIG, ON, weights);
        assertEquals(11, average.weights().wte.get(0, 0));
        ON.fill(weights.all(), 0);
        average.update(weights, 1, 0.9);
        assertEquals(1, average.weights().wte.get(0, 0), 1e-6f);
    }

    @Test
    void lateOnItKeepsItsDecay() {
        Weights weights = new Weights(CONFIG, ON);
        WeightAverage average = new WeightAverage(CONFIG, ON, weights);
        ON.fill(weights.all(), 1);
        average.update(weights, 1_000_000, 0.9);
        assertEquals(0.1f, average.weights().wte.get(0, 0), 1e-6f);
    }
}
