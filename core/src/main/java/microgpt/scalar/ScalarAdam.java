package microgpt.scalar;

import java.util.ArrayList;
import java.util.List;

/** Adam (Kingma and Ba 2015) on the parameters of a {@link ScalarGpt}, in doubles; clears their gradients. */
public final class ScalarAdam {
    private final List<Value> parameters = new ArrayList<>();
    private final double[] means;
    private final double[] squares;
    private double beta1Power = 1;
    private double beta2Power = 1;

    public ScalarAdam(ScalarGpt gpt) {
        for (Value[][] rows : gpt.parameters().values()) {
            for (Value[] row : rows) {
                parameters.addAll(List.of(row));
            }
        }
        means = new double[parameters.size()];
        squares = new double[parameters.size()];
    }

    /** Moves every parameter against its gradient. */
    public void step(double learningRate, double beta1, double beta2, double epsilon) {
        beta1Power *= beta1;
        beta2Power *= beta2;
        for (int i = 0; i < means.length; i++) {
            Value parameter = parameters.get(i);
            double g = parameter.grad();
            means[i] = beta1 * means[i] + (1 - beta1) * g;
            squares[i] = beta2 * squares[i] + (1 - beta2) * (g * g);
            double mean = means[i] / (1 - beta1Power);
            double square = squares[i] / (1 - beta2Power);
            parameter.set(parameter.data() - learningRate * mean / (Math.sqrt(square) + epsilon));
            parameter.clearGrad();
        }
    }

    /** All parameters, in the order of {@link ScalarGpt#parameters()}, row by row; not to be written to. */
    public List<Value> parameters() {
        return parameters;
    }

    /** The running averages of the gradients, in the same order; {@link #squares()} likewise of their squares. */
    public double[] means() {
        return means;
    }

    public double[] squares() {
        return squares;
    }

    /** The products of every beta1, and of every beta2, used so far. */
    public double[] powers() {
        return new double[] {beta1Power, beta2Power};
    }

    /** Goes on from averages and powers that were saved. */
    public void restore(double[] savedMeans, double[] savedSquares, double... powers) {
        System.arraycopy(savedMeans, 0, means, 0, means.length);
        System.arraycopy(savedSquares, 0, squares, 0, squares.length);
        beta1Power = powers[0];
        beta2Power = powers[1];
    }
}
