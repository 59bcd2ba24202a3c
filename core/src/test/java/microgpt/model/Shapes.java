package microgpt.model;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Activation;
import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.model.ModelConfig.Init;
import microgpt.numeric.Rng;

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
                1e-5,
                false,
                false,
                true,
                true,
                Activation.RELU_SQUARED,
                false,
                true,
                new Init(0.04, 0, 0, 0, true, 0.5, 4));
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
                1e-5,
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
                1e-5,
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
                1e-5,
                true,
                true,
                false,
                true,
                Activation.GELU,
                true,
                true,
                new Init(0.02, 0.02, 0.02, 0, true, 1, 0));
    }

    /** Tiny shapes that between them use every value of every option: a mixture, then the families of presets. */
    public static List<ModelConfig> combinations() {
        List<ModelConfig> shapes = mixture();
        shapes.add(tiny(online(2, 16, 6)));
        shapes.add(tiny(gpt2(2, 16, 6)));
        shapes.add(tiny(seed(6)));
        shapes.add(tiny(names(27)));
        shapes.add(bare());
        return shapes;
    }

    /** Two layers of four heads of two channels, few tokens and large weights; every option as in {@code like}. */
    private static ModelConfig tiny(ModelConfig like) {
        Init init = like.init();
        return new ModelConfig(
                11,
                11 - (like.vocabSize() - like.outputSize()),
                6,
                2,
                4,
                8,
                12,
                like.position(),
                like.norm(),
                like.normEpsilon(),
                like.normGain(),
                like.normBias(),
                like.embeddingNorm(),
                like.finalNorm(),
                like.activation(),
                like.linearBias(),
                like.tieEmbeddings(),
                new Init(0.4, 0.3, 0.3, 0.4, init.scaleResidual(), init.residualScale(), init.ngramBias()));
    }

    /** No positions, no final norm, squared ReLU, separate head. */
    private static ModelConfig bare() {
        return new ModelConfig(
                11,
                10,
                6,
                2,
                2,
                8,
                12,
                Position.NONE,
                Norm.RMS,
                1e-5,
                false,
                false,
                false,
                false,
                Activation.RELU_SQUARED,
                false,
                false,
                new Init(0.4, 0.3, 0.3, 0.4, false, 1, 0));
    }

    @SuppressWarnings("EnumOrdinal") // any order of the values will do
    private static List<ModelConfig> mixture() {
        List<ModelConfig> shapes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Norm norm = Norm.values()[i % 2];
            boolean learned = i % 5 < 3;
            int heads = 1 << (i % 3);
            shapes.add(new ModelConfig(
                    11,
                    11 - i % 2,
                    6,
                    1 + i / 2 % 2,
                    heads,
                    8,
                    12,
                    Position.values()[i / 3 % 3],
                    norm,
                    1e-5,
                    learned,
                    learned && norm == Norm.LAYER,
                    i % 4 < 2,
                    i % 7 < 4,
                    Activation.values()[(i + i / 3) % 3],
                    i % 3 == 1,
                    i / 4 % 2 == 0,
                    new Init(0.4, 0.3, i % 2 == 0 ? 0 : 0.3, 0.4, i % 3 == 0, 0.8, 1.5)));
        }
        return shapes;
    }

    /** Weights of this shape, every one of them random, gains and biases too. */
    public static Weights shaken(ModelConfig config, Backend on, long seed) {
        Weights weights = new Weights(config, on);
        Rng rng = Rng.seeded(seed);
        Initializer.initialize(weights, config, rng);
        Tensor all = weights.all();
        for (int i = 0; i < all.size(); i++) {
            all.set(0, i, all.get(0, i) + (float) (0.1 * rng.nextGaussian()));
        }
        return weights;
    }

    /** Random tokens below {@code bound}. */
    public static int[] tokens(int count, int bound, long seed) {
        Rng rng = Rng.seeded(seed);
        int[] tokens = new int[count];
        for (int i = 0; i < count; i++) {
            tokens[i] = rng.nextInt(bound);
        }
        return tokens;
    }
}
