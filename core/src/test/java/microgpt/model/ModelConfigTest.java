package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import microgpt.compute.Activation;
import microgpt.model.ModelConfig.Init;
import org.junit.jupiter.api.Test;

class ModelConfigTest {
    private static final Init INIT = new Init(0.05, 0, 0, 0, true, 0.5, 4);

    @Test
    void knownShapesHaveKnownParameterCounts() {
        assertEquals(842_496, Shapes.gpt2(4, 128, 128).parameterCount());
        assertEquals(70_464, gpt2WithThreeHeads(2, 48, 32).parameterCount());
        assertEquals(4_192, Shapes.names(27).parameterCount());
        assertEquals(11_296 + 16 * 24, Shapes.seed(24).parameterCount());
        assertEquals(257 * 16 + 12 * 16 * 16 + 4 * 32, Shapes.online(1, 16, 32).parameterCount());
    }

    @Test
    void impossibleValuesAreRefusedByNameAndValue() {
        assertEquals(
                "dModel 130 must be a multiple of nHeads 4",
                refusal(() -> shape(257, 256, 32, 4, 130, Norm.RMS, 1e-5, false)));
        assertEquals(
                "outputSize 258 must not be more than vocabSize 257",
                refusal(() -> shape(257, 258, 32, 4, 16, Norm.RMS, 1e-5, false)));
        assertEquals(
                "contextLength 0 must be from 1 to 65536",
                refusal(() -> shape(257, 256, 0, 4, 16, Norm.RMS, 1e-5, false)));
        assertEquals(
                "normBias true needs norm LAYER, but norm is RMS",
                refusal(() -> shape(257, 256, 32, 4, 16, Norm.RMS, 1e-5, true)));
        assertEquals(
                "normEpsilon NaN must be above 0 and at most 1",
                refusal(() -> shape(257, 256, 32, 4, 16, Norm.RMS, Double.NaN, false)));
        assertEquals(
                "a shape of up to 37581766784 parameters is too large, the limit is 536870912",
                refusal(() -> shape(1 << 20, 256, 32, 4, 1 << 14, Norm.RMS, 1e-5, false)));
        assertEquals(
                "embeddingStd NaN must be from 0 to 100", refusal(() -> new Init(Double.NaN, 0, 0, 0, true, 0.5, 4)));
        assertEquals(
                "ngramBias Infinity must be from -100 to 100",
                refusal(() -> new Init(0, 0, 0, 0, true, 0.5, Double.POSITIVE_INFINITY)));
    }

    private static String refusal(Runnable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making::run).getMessage());
    }

    private static ModelConfig shape(
            int vocab, int outputs, int context, int heads, int width, Norm norm, double epsilon, boolean normBias) {
        return new ModelConfig(
                vocab,
                outputs,
                context,
                1,
                heads,
                width,
                4 * width,
                Position.RELATIVE,
                norm,
                epsilon,
                false,
                normBias,
                true,
                true,
                Activation.RELU_SQUARED,
                false,
                true,
                INIT);
    }

    private static ModelConfig gpt2WithThreeHeads(int layers, int width, int context) {
        ModelConfig c = Shapes.gpt2(layers, width, context);
        return new ModelConfig(
                c.vocabSize(),
                c.outputSize(),
                context,
                layers,
                3,
                width,
                4 * width,
                c.position(),
                c.norm(),
                c.normEpsilon(),
                c.normGain(),
                c.normBias(),
                c.embeddingNorm(),
                c.finalNorm(),
                c.activation(),
                c.linearBias(),
                c.tieEmbeddings(),
                c.init());
    }
}
