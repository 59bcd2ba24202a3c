package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class InitializerTest {
    private static final Backend ON = JavaBackend.alone();

    private static Weights initialized(ModelConfig config, long seed) {
        Weights w = new Weights(config, ON);
        Initializer.initialize(w, config, Rng.seeded(seed));
        return w;
    }

    private static double deviation(Tensor x) {
        return Math.sqrt(ON.sumOfSquares(x) / x.size());
    }

    @Test
    void deviationsAreAsAsked() {
        Weights w = initialized(Shapes.gpt2(2, 64, 32), 1);
        assertEquals(0.02, deviation(w.wte), 0.001);
        assertEquals(0.02, deviation(w.blocks.get(1).qkv), 0.001);
        assertEquals(0.01, deviation(w.blocks.get(1).proj), 0.001);
        assertEquals(0.01, deviation(w.blocks.get(1).down), 0.001);
        Weights online = initialized(Shapes.online(2, 64, 32), 1);
        assertEquals(1 / 8.0, deviation(online.blocks.get(0).qkv), 0.01);
        assertEquals(1 / 16.0 * 0.25, deviation(online.blocks.get(0).down), 0.002);
    }

    @Test
    void headsStartAsAnNgramModel() {
        Tensor bias = initialized(Shapes.online(1, 16, 8), 1).blocks.get(0).relativeBias;
        assertNotNull(bias);
        assertEquals(0, bias.get(0, 0));
        assertEquals(4 - 0.02f, bias.get(0, 1), 1e-6f);
        assertEquals(-0.04f, bias.get(0, 2), 1e-6f);
        assertEquals(4 - 0.06f, bias.get(2, 3), 1e-6f);
        assertEquals(-0.08f, bias.get(3, 4), 1e-6f);
    }

    @Test
    void gainsStartAtOneAndBiasesAtZero() {
        Weights w = initialized(Shapes.gpt2(1, 16, 8), 1);
        assertAll(1, w.finalGain, w.blocks.get(0).norm1Gain, w.blocks.get(0).norm2Gain);
        assertAll(0, w.finalBias, w.blocks.get(0).norm1Bias, w.blocks.get(0).upBias, w.blocks.get(0).qkvBias);
    }

    private static void assertAll(float expected, @Nullable Tensor... tensors) {
        for (Tensor tensor : tensors) {
            assertNotNull(tensor);
            float[] values = new float[tensor.size()];
            Arrays.fill(values, expected);
            assertArrayEquals(values, tensor.toArray());
        }
    }

    @Test
    void theSeedDecides() {
        float[] one = initialized(Shapes.seed(8), 1).all().toArray();
        assertArrayEquals(one, initialized(Shapes.seed(8), 1).all().toArray());
        assertTrue(!Arrays.equals(one, initialized(Shapes.seed(8), 2).all().toArray()));
    }
}
