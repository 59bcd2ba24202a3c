package microgpt.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import microgpt.model.ModelConfig;
import microgpt.model.NonFinite;
import microgpt.model.NonFiniteException;
import microgpt.numeric.Nullable;
import microgpt.scalar.ScalarAdam;
import microgpt.scalar.ScalarGpt;
import microgpt.scalar.Trace;
import microgpt.scalar.Value;

/** The model in doubles, one number at a time. */
public final class ScalarModel implements CharacterModel {
    /** The products of both decays. */
    private static final int COUNTS = 2;

    private final ModelConfig config;
    private final ScalarGpt gpt;
    private final ScalarAdam adam;
    private ScalarGpt.Window window;

    /** Starts from weights drawn one after the other. */
    public ScalarModel(ModelConfig config, DoubleSupplier weights) {
        this.config = config;
        gpt = new ScalarGpt(config, weights);
        adam = new ScalarAdam(gpt);
        window = gpt.window();
    }

    /** How many numbers {@link #state} has of a model of that shape. */
    public static int stateLength(ModelConfig config) {
        return SavedState.length(config, COUNTS);
    }

    /** The transformer, all of whose numbers can be looked at. */
    public ScalarGpt gpt() {
        return gpt;
    }

    /** What moves its weights. */
    public ScalarAdam adam() {
        return adam;
    }

    /** The positions of the last document learned, or of the text being read. */
    public ScalarGpt.Window window() {
        return window;
    }

    @Override
    public double learn(int[][] documents, Step step) {
        Value sum = new Value(0);
        int count = 0;
        for (int[] document : documents) {
            window = gpt.window();
            int length = Math.min(config.contextLength(), document.length - 1);
            for (int t = 0; t < length; t++) {
                sum = sum.add(ScalarGpt.loss(gpt.read(window, document[t]), document[t + 1]));
            }
            count += length;
        }
        Value loss = sum.mul(1.0 / count);
        if (!Double.isFinite(loss.data())) {
            throw new NonFiniteException("the loss", loss.data(), origin());
        }
        loss.backward();
        adam.step(step.learningRate(), step.beta1(), step.beta2(), step.epsilon());
        return loss.data();
    }

    /** The first number that is not finite, of the weights, then of the last document; null if there is none. */
    private @Nullable NonFinite origin() {
        for (Map.Entry<String, Value[][]> entry : gpt.parameters().entrySet()) {
            for (int row = 0; row < entry.getValue().length; row++) {
                NonFinite found = first("weight", entry.getKey(), row, entry.getValue()[row]);
                if (found != null) {
                    return found;
                }
            }
        }
        for (int t = 0; t < window.length(); t++) {
            for (Map.Entry<String, Value[]> part : window.trace(t).parts().entrySet()) {
                NonFinite found = first("activation", part.getKey(), t, part.getValue());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable NonFinite first(String kind, String name, int row, Value... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i].data())) {
                return new NonFinite(kind, name, row, i, (float) values[i].data());
            }
        }
        return null;
    }

    @Override
    public void begin() {
        window = gpt.window();
    }

    @Override
    public double[] read(int token) {
        return numbers(gpt.read(window, token));
    }

    @Override
    public PositionView view(int position) {
        Trace trace = window.trace(position);
        double[][][] attention = new double[config.nLayers()][config.nHeads()][];
        double[][] hidden = new double[config.nLayers()][];
        for (int l = 0; l < hidden.length; l++) {
            for (int h = 0; h < attention[l].length; h++) {
                attention[l][h] = numbers(trace.part("blocks." + l + ".attention." + h));
            }
            hidden[l] = numbers(trace.part("blocks." + l + ".up"));
        }
        return new PositionView(numbers(trace.part("embeddingNorm")), attention, hidden);
    }

    private static double[] numbers(Value[] values) {
        double[] numbers = new double[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i].data();
        }
        return numbers;
    }

    @Override
    public List<Matrix> matrices() {
        List<Matrix> matrices = new ArrayList<>();
        for (Map.Entry<String, Value[][]> entry : gpt.parameters().entrySet()) {
            matrices.add(new Rows(entry.getKey(), entry.getValue()));
        }
        return matrices;
    }

    /** A matrix of values. */
    private static final class Rows implements Matrix {
        private final String name;
        private final Value[][] values;

        Rows(String name, Value[][] values) {
            this.name = name;
            this.values = values;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public int columns() {
            return values[0].length;
        }

        @Override
        public double get(int row, int column) {
            return values[row][column].data();
        }

        @Override
        public void set(int row, int column, double weight) {
            values[row][column].set(weight);
        }
    }

    @Override
    public double[] weights() {
        return numbers(adam.parameters().toArray(new Value[0]));
    }

    @Override
    public Statistics statistics() {
        double sum = 0;
        double squares = 0;
        for (Value weight : adam.parameters()) {
            sum += weight.data();
            squares += weight.data() * weight.data();
        }
        return Statistics.of(sum, squares, adam.parameters().size());
    }

    @Override
    public double[] state() {
        int n = adam.means().length;
        double[] state = Arrays.copyOf(weights(), stateLength(config));
        System.arraycopy(adam.means(), 0, state, n, n);
        System.arraycopy(adam.squares(), 0, state, 2 * n, n);
        System.arraycopy(adam.powers(), 0, state, 3 * n, 2);
        return state;
    }

    @Override
    public void restore(double[] state) {
        int n = adam.means().length;
        SavedState.check(state, n, COUNTS, Double.MAX_VALUE);
        for (int i = 0; i < n; i++) {
            adam.parameters().get(i).set(state[i]);
        }
        adam.restore(
                Arrays.copyOfRange(state, n, 2 * n),
                Arrays.copyOfRange(state, 2 * n, 3 * n),
                state[3 * n],
                state[3 * n + 1]);
    }
}
