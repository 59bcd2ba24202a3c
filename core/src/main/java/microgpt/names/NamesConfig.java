package microgpt.names;

import microgpt.compute.Activation;
import microgpt.model.ModelConfig;
import microgpt.model.Norm;
import microgpt.model.Position;
import microgpt.numeric.Draws;
import microgpt.numeric.MulberryDraws;
import microgpt.numeric.PythonDraws;

/** Everything the microgpt recipe needs but the texts; {@link #DEFAULT} has the numbers of Karpathy's microgpt.py. */
public record NamesConfig(long seed, Dialect dialect, Arithmetic arithmetic, Shape shape, Learning learning) {
    public static final NamesConfig DEFAULT = new NamesConfig(
            42,
            Dialect.PYTHON,
            Arithmetic.SCALAR,
            new Shape(1, 4, 16, 16),
            new Learning(0.01, 0.85, 0.99, 1e-8, 1000, 1));

    /** The standard deviation of all weights at first. */
    public static final double DEVIATION = 0.08;

    /** Whose random numbers a seed stands for. */
    public enum Dialect {
        PYTHON,
        MICROGPTJS
    }

    /** What the model computes with. */
    public enum Arithmetic {
        /** One double at a time, remembering where each came from: exact and slow. */
        SCALAR,
        /** Whole matrices of floats. */
        FLOAT32
    }

    /**
     * The shape of the model.
     *
     * @param contextLength the most characters of a text that are learned, and the most that are written
     */
    public record Shape(int nLayers, int nHeads, int dModel, int contextLength) {
        private static final double NORM_EPSILON = 1e-5;
        private static final int MLP_FACTOR = 4;

        public Shape {
            model(2, nLayers, nHeads, dModel, contextLength); // refuses an impossible shape
        }

        /** The model for {@code vocabulary} tokens. */
        public ModelConfig model(int vocabulary) {
            return model(vocabulary, nLayers, nHeads, dModel, contextLength);
        }

        private static ModelConfig model(int vocabulary, int nLayers, int nHeads, int dModel, int contextLength) {
            return new ModelConfig(
                    vocabulary,
                    vocabulary,
                    contextLength,
                    nLayers,
                    nHeads,
                    dModel,
                    MLP_FACTOR * dModel,
                    Position.LEARNED,
                    Norm.RMS,
                    NORM_EPSILON,
                    false,
                    false,
                    true,
                    false,
                    Activation.RELU,
                    false,
                    false,
                    new ModelConfig.Init(DEVIATION, DEVIATION, DEVIATION, DEVIATION, false, 1, 0));
        }
    }

    /**
     * How the model learns: Adam with a learning rate that falls in a straight line.
     *
     * @param learningRate of the first step
     * @param steps when the learning rate has fallen to 0
     * @param batch how many texts each step learns from
     */
    public record Learning(double learningRate, double beta1, double beta2, double epsilon, int steps, int batch) {
        private static final int MOST_TEXTS = 1 << 20;

        public Learning {
            check("learningRate", learningRate, learningRate >= 0 && learningRate <= 100, "from 0 to 100");
            check("beta1", beta1, beta1 >= 0 && beta1 < 1, "at least 0 and below 1");
            check("beta2", beta2, beta2 >= 0 && beta2 < 1, "at least 0 and below 1");
            check("epsilon", epsilon, epsilon > 0 && epsilon <= 1, "above 0 and at most 1");
            check("steps", steps, steps >= 1, "at least 1");
            if (batch < 1 || batch > MOST_TEXTS) {
                throw new IllegalArgumentException("batch " + batch + " must be from 1 to " + MOST_TEXTS);
            }
        }

        private static void check(String name, double value, boolean good, String expected) {
            if (!good) {
                throw new IllegalArgumentException(name + " " + value + " must be " + expected);
            }
        }

        /** The numbers of the update after {@code done} others. */
        public CharacterModel.Step after(int done) {
            double rate = Math.max(0, learningRate * (1 - done / (double) steps));
            return new CharacterModel.Step(rate, beta1, beta2, epsilon);
        }
    }

    /** A new stream of random numbers. */
    public Draws draws(long from) {
        return switch (dialect) {
            case PYTHON -> new PythonDraws(from);
            case MICROGPTJS -> new MulberryDraws((int) from);
        };
    }

    public NamesConfig withSeed(long changed) {
        return new NamesConfig(changed, dialect, arithmetic, shape, learning);
    }

    public NamesConfig with(Dialect changed) {
        return new NamesConfig(seed, changed, arithmetic, shape, learning);
    }

    public NamesConfig with(Arithmetic changed) {
        return new NamesConfig(seed, dialect, changed, shape, learning);
    }

    public NamesConfig with(Shape changed) {
        return new NamesConfig(seed, dialect, arithmetic, changed, learning);
    }

    public NamesConfig with(Learning changed) {
        return new NamesConfig(seed, dialect, arithmetic, shape, changed);
    }
}
