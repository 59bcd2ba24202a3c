package microgpt.model;

import microgpt.compute.Activation;
import microgpt.model.ModelConfig.Init;

/** Shapes for tests: the four families of presets, at any size. */
public final class Shapes {
    private Shapes() {}

    /** As small online presets are: relative positions, squared ReLU, tied head, embedding norm. */
    public static ModelConfig online(int layers, int width, int context) {
        return new ModelConfig(
                257,
                256,
                context,
                layers,
                4,
                width,
                4 * width,
                Position.RELATIVE,
                Norm.RMS,
                1e-5f,
                false,
                false,
                true,
                true,
                Activation.RELU_SQUARED,
                false,
                true,
                new Init(0.05, 0, 0, 0, true, 0.5, 4));
    }

    /** As the seed of the online presets: learned positions, ReLU, separate head. */
    public static ModelConfig seed(int context) {
        return new ModelConfig(
                257,
                257,
                context,
                1,
                4,
                16,
                64,
                Position.LEARNED,
                Norm.RMS,
                1e-5f,
                false,
                false,
                false,
                true,
                Activation.RELU,
                false,
                false,
                new Init(0.08, 0.08, 0.08, 0.02, false, 1, 0));
    }

    /** As microgpt on names: characters and a beginning-of-sequence token, no final norm. */
    public static ModelConfig names(int vocab) {
        return new ModelConfig(
                vocab,
                vocab,
                16,
                1,
                4,
                16,
                64,
                Position.LEARNED,
                Norm.RMS,
                1e-5f,
                false,
                false,
                true,
                false,
                Activation.RELU,
                false,
                false,
                new Init(0.08, 0.08, 0.08, 0.08, false, 1, 0));
    }

    /** As GPT-2 over bytes: layer norm, GELU, biases everywhere, tied head. */
    public static ModelConfig gpt2(int layers, int width, int context) {
        return new ModelConfig(
                256,
                256,
                context,
                layers,
                4,
                width,
                4 * width,
                Position.LEARNED,
                Norm.LAYER,
                1e-5f,
                true,
                true,
                false,
                true,
                Activation.GELU,
                true,
                true,
                new Init(0.02, 0.02, 0.02, 0, true, 1, 0));
    }
}
