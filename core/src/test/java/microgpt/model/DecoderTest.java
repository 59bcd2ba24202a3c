package microgpt.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DecoderTest {
    private static final Backend ON = JavaBackend.alone();

    private static void assertReadsAlike(ModelConfig config, Decoder decoder, Weights weights, int[] tokens) {
        Gpt gpt = new Gpt(config, ON, 1);
        gpt.forward(weights, tokens, 1, tokens.length);
        for (int t = 0; t < tokens.length; t++) {
            decoder.read(tokens[t]);
            assertArrayEquals(
                    gpt.activations().logits.row(t).toArray(), decoder.logits().toArray());
            assertArrayEquals(
                    gpt.activations().headInput().row(t).toArray(),
                    decoder.headInput().toArray());
        }
    }

    static Iterable<ModelConfig> shapes() {
        return Shapes.combinations();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itExpectsWhatTheForwardPassExpectsToTheLastBit(ModelConfig config) {
        Weights weights = Shapes.shaken(config, ON, 1);
        Decoder decoder = new Decoder(config, ON, weights);
        assertReadsAlike(config, decoder, weights, Shapes.tokens(config.contextLength(), config.vocabSize(), 2));
        decoder.forget();
        assertReadsAlike(config, decoder, weights, Shapes.tokens(3, config.vocabSize(), 3));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void itExpectsWhatAPresetExpectsToTheLastBit(ModelConfig config) {
        Weights weights = Shapes.shaken(config, ON, 1);
        Decoder decoder = new Decoder(config, ON, weights);
        assertReadsAlike(config, decoder, weights, Shapes.tokens(config.contextLength(), 256, 2));
    }

    /** Those of online.tiny and online.small. */
    static Iterable<ModelConfig> presets() {
        return List.of(Shapes.online(1, 16, 32), Shapes.online(2, 64, 64));
    }

    @Test
    void afterAChangeOfWeightsItMustForget() {
        ModelConfig config = Shapes.gpt2(2, 16, 8);
        Weights weights = Shapes.shaken(config, ON, 1);
        Decoder decoder = new Decoder(config, ON, weights);
        decoder.read(7);
        ON.scale(weights.all(), 0.5f);
        decoder.forget();
        assertReadsAlike(config, decoder, weights, new int[] {7, 200, 7});
    }

    @Test
    void aFullWindowTakesNoMore() {
        ModelConfig config = Shapes.gpt2(1, 16, 2);
        Decoder decoder = new Decoder(config, ON, Shapes.shaken(config, ON, 1));
        assertThrows(IllegalStateException.class, decoder::logits);
        assertThrows(IllegalStateException.class, decoder::headInput);
        decoder.read(1);
        decoder.read(2);
        assertEquals(2, decoder.length());
        assertEquals(
                "the window of 2 tokens is full: forget first",
                assertThrows(IllegalStateException.class, () -> decoder.read(3)).getMessage());
    }
}
