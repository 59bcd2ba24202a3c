package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Objects;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.compute.Tensor;
import org.junit.jupiter.api.Test;

class LogitLensTest {
    private static final int LENGTH = 5;

    private final Backend on = JavaBackend.alone();

    @Test
    void afterAllLayersItSeesWhatTheModelSays() {
        for (ModelConfig config : Shapes.combinations()) {
            Weights weights = Shapes.shaken(config, on, 1);
            Gpt gpt = read(config, weights);
            float[] lens = new LogitLens(config, weights, gpt.activations()).after(config.nLayers());
            assertArrayEquals(lastLogits(gpt), lens, 1e-4f, config.toString());
        }
    }

    @Test
    void thereIsNoLayerAfterTheLast() {
        ModelConfig config = Shapes.gpt2(2, 8, LENGTH);
        LogitLens lens = new LogitLens(
                config,
                Shapes.shaken(config, on, 1),
                read(config, Shapes.shaken(config, on, 1)).activations());
        assertEquals(
                "3 layers must be 0 to 2",
                assertThrows(IllegalArgumentException.class, () -> lens.after(3))
                        .getMessage());
    }

    @Test
    void aSilencedPartNoLongerAddsToTheStream() {
        ModelConfig config = Shapes.gpt2(2, 8, LENGTH);
        Weights weights = Shapes.shaken(config, on, 1);
        float[] whole = lastLogits(read(config, weights));
        Ablation.mlp(config, weights, 0);
        for (int head = 0; head < config.nHeads(); head++) {
            Ablation.head(config, weights, 0, head);
        }
        Gpt gpt = read(config, weights);
        assertFalse(Arrays.equals(whole, lastLogits(gpt)));
        Activations.Block block = gpt.activations().blocks.get(0);
        float[] projected = values(block.projected);
        float[] bias = values(Objects.requireNonNull(weights.blocks.get(0).projBias));
        for (int i = 0; i < projected.length; i++) {
            assertEquals(bias[i % bias.length], projected[i], 1e-6f); // what no head can silence
        }
        assertArrayEquals(new float[block.down.size()], values(block.down));
    }

    private Gpt read(ModelConfig config, Weights weights) {
        Gpt gpt = new Gpt(config, on, 1);
        int length = Math.min(LENGTH, config.contextLength());
        gpt.forward(weights, Shapes.tokens(length, config.vocabSize(), 2), 1, length);
        return gpt;
    }

    private static float[] lastLogits(Gpt gpt) {
        Tensor logits = gpt.activations().logits;
        float[] all = values(logits);
        return Arrays.copyOfRange(all, all.length - logits.cols(), all.length);
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[tensor.size()];
        tensor.memory().read(tensor.offset(), values, 0, values.length);
        return values;
    }
}
