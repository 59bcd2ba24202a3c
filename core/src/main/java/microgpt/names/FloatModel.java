package microgpt.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;
import microgpt.model.Activations;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.NamedTensor;
import microgpt.model.Weights;
import microgpt.optim.Learner;
import microgpt.optim.Moments;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;

/** The model in floats, whole matrices at a time. */
public final class FloatModel implements CharacterModel {
    /** Updates, and the products of both decays. */
    private static final int COUNTS = 3;

    private final ModelConfig config;
    private final Backend on;
    private final Gpt gpt;
    private final Weights weights;
    private final Learner learner;
    private final int[] tokens;
    private final int[] targets;
    private final float[] losses;
    private final float[] rowWeights;
    private final Memory rowSums;
    private final Memory ones;
    private int length;
    private boolean released;

    /** Starts from weights drawn one after the other, in memory of {@code on}, which it alone uses. */
    public FloatModel(ModelConfig config, Backend on, DoubleSupplier drawn) {
        this.config = config;
        this.on = on;
        gpt = new Gpt(config, on, 1);
        weights = new Weights(config, on);
        Tensor all = weights.all();
        for (int i = 0; i < all.size(); i++) {
            all.set(0, i, (float) drawn.getAsDouble());
        }
        learner = new Learner(gpt, on, weights, adam(new Step(0, 0, 0, 1e-8)));
        tokens = new int[config.contextLength()];
        targets = new int[tokens.length];
        losses = new float[tokens.length];
        rowWeights = new float[tokens.length];
        int widest = 0;
        int highest = 0;
        for (NamedTensor named : weights.tensors()) {
            widest = Math.max(widest, named.tensor().cols());
            highest = Math.max(highest, named.tensor().rows());
        }
        rowSums = on.allocate(highest);
        ones = on.allocate(widest);
        on.fill(new Tensor(ones, 0, 1, widest), 1);
    }

    /** How many numbers {@link #state} has of a model of that shape. */
    public static int stateLength(ModelConfig config) {
        return SavedState.length(config, COUNTS);
    }

    private static OptimizerConfig adam(Step step) {
        return new OptimizerConfig(
                OptimizerConfig.Kind.ADAM,
                step.learningRate(),
                step.beta1(),
                step.beta2(),
                step.epsilon(),
                0,
                0,
                0,
                0,
                Schedule.CONSTANT);
    }

    @Override
    public double learn(int[][] documents, Step step) {
        int count = 0;
        for (int[] document : documents) {
            count += Math.min(tokens.length, document.length - 1);
        }
        Arrays.fill(rowWeights, 1f / count);
        double sum = 0;
        for (int[] document : documents) {
            length = Math.min(tokens.length, document.length - 1);
            System.arraycopy(document, 0, tokens, 0, length);
            System.arraycopy(document, 1, targets, 0, length);
            gpt.forward(weights, tokens, targets, losses, 1, length);
            for (int t = 0; t < length; t++) {
                sum += losses[t];
            }
            gpt.backward(weights, learner.gradients(), rowWeights);
        }
        learner.tune(adam(step));
        learner.update(1);
        return sum / count;
    }

    @Override
    public void begin() {
        length = 0;
    }

    @Override
    public double[] read(int token) {
        if (length == tokens.length) {
            throw new IllegalArgumentException("the window already has contextLength " + length + " tokens");
        }
        tokens[length++] = token;
        gpt.forward(weights, tokens, 1, length);
        return row(gpt.activations().logits, length - 1);
    }

    @Override
    public PositionView view(int position) {
        Activations a = gpt.activations();
        double[][][] attention = new double[config.nLayers()][config.nHeads()][];
        double[][] hidden = new double[config.nLayers()][];
        for (int l = 0; l < hidden.length; l++) {
            Activations.Block block = a.blocks.get(l);
            for (int h = 0; h < attention[l].length; h++) {
                attention[l][h] = Arrays.copyOf(row(block.attention, h * length + position), position + 1);
            }
            hidden[l] = row(block.up, position);
        }
        return new PositionView(
                row(a.embeddingNorm == null ? a.embedded : a.embeddingNorm.out, position), attention, hidden);
    }

    private static double[] row(Tensor tensor, int row) {
        float[] floats = new float[tensor.cols()];
        tensor.memory().read(tensor.offset() + row * tensor.cols(), floats, 0, floats.length);
        double[] numbers = new double[floats.length];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = floats[c];
        }
        return numbers;
    }

    @Override
    public List<Matrix> matrices() {
        List<Matrix> matrices = new ArrayList<>();
        for (NamedTensor named : weights.tensors()) {
            matrices.add(new Rows(named.name(), named.tensor()));
        }
        return matrices;
    }

    /** A matrix that is a tensor. */
    private final class Rows implements Matrix {
        private final String name;
        private final Tensor tensor;

        Rows(String name, Tensor tensor) {
            this.name = name;
            this.tensor = tensor;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int rows() {
            return tensor.rows();
        }

        @Override
        public int columns() {
            return tensor.cols();
        }

        @Override
        public double get(int row, int column) {
            return live().get(row, column);
        }

        @Override
        public void set(int row, int column, double weight) {
            live().set(row, column, (float) weight);
        }

        private Tensor live() {
            if (released) {
                throw new IllegalStateException("the weights of " + name + " are those of a model that was given up");
            }
            return tensor;
        }
    }

    @Override
    public double[] weights() {
        return row(weights.all(), 0);
    }

    /** Sums rows as products with ones: reading each weight would take longer than a step. */
    @Override
    public Statistics statistics() {
        double sum = 0;
        for (NamedTensor named : weights.tensors()) {
            Tensor matrix = named.tensor();
            Tensor sums = new Tensor(rowSums, 0, 1, matrix.rows());
            on.linear(sums, new Tensor(ones, 0, 1, matrix.cols()), matrix, null);
            for (double rowSum : row(sums, 0)) {
                sum += rowSum;
            }
        }
        return Statistics.of(sum, on.sumOfSquares(weights.all()), weights.all().size());
    }

    @Override
    public double[] state() {
        Moments moments = learner.moments();
        int n = weights.all().size();
        double[] state = Arrays.copyOf(weights(), stateLength(config));
        System.arraycopy(row(moments.first().all(), 0), 0, state, n, n);
        System.arraycopy(row(moments.second().all(), 0), 0, state, 2 * n, n);
        state[3 * n] = moments.steps();
        state[3 * n + 1] = moments.beta1Power();
        state[3 * n + 2] = moments.beta2Power();
        return state;
    }

    @Override
    public void restore(double[] state) {
        Moments moments = learner.moments();
        int n = weights.all().size();
        SavedState.check(state, n, COUNTS, Float.MAX_VALUE);
        if (state[3 * n] != Math.floor(state[3 * n])) {
            throw new IllegalArgumentException("a state of " + state[3 * n] + " updates, expected a whole number");
        }
        for (int i = 0; i < n; i++) {
            weights.all().set(0, i, (float) state[i]);
            moments.first().all().set(0, i, (float) state[n + i]);
            moments.second().all().set(0, i, (float) state[2 * n + i]);
        }
        moments.restore((long) state[3 * n], state[3 * n + 1], state[3 * n + 2]);
    }

    @Override
    public void release() {
        released = true;
        on.release();
    }
}
