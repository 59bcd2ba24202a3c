package microgpt.scalar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import microgpt.numeric.DoubleMath;

/**
 * A number that remembers what it was computed from, so that {@link #backward} can tell how a result depends on it
 * (Karpathy 2020, micrograd). Double precision.
 */
public final class Value {
    private static final Value[] NO_INPUTS = {};
    private static final double[] NO_SLOPES = {};
    private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

    private final Value[] inputs;
    /** The derivative of this by each input. */
    private final double[] slopes;

    private double data;
    private double grad;
    /** While sorting: 0 not met yet, n+1 the first n inputs have been visited. */
    private int visited;

    /** A number that depends on nothing. */
    public Value(double data) {
        this(data, NO_INPUTS, NO_SLOPES);
    }

    private Value(double data, Value[] inputs, double[] slopes) {
        this.data = data;
        this.inputs = inputs;
        this.slopes = slopes;
    }

    /**
     * A number computed elsewhere: {@code slopes[i]} is its derivative by {@code inputs[i]}. The arrays are kept, not copied.
     */
    public static Value of(double data, Value[] inputs, double[] slopes) {
        if (inputs.length != slopes.length) {
            throw new IllegalArgumentException(inputs.length + " inputs need as many slopes, not " + slopes.length);
        }
        return new Value(data, inputs, slopes);
    }

    /** The sum of the products of {@code a} and {@code b}, as one node rather than 2n-1. */
    public static Value dot(Value[] a, Value[] b) {
        int n = a.length;
        Value[] inputs = new Value[2 * n];
        double[] slopes = new double[2 * n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            inputs[i] = a[i];
            inputs[n + i] = b[i];
            slopes[i] = b[i].data;
            slopes[n + i] = a[i].data;
            sum += a[i].data * b[i].data;
        }
        return new Value(sum, inputs, slopes);
    }

    private Value of(double result, double slope) {
        return new Value(result, new Value[] {this}, new double[] {slope});
    }

    public double data() {
        return data;
    }

    /** The derivative of the last {@link #backward} result (or of several: it adds up) by this number. */
    public double grad() {
        return grad;
    }

    /** Changes the number; what was computed from it stays as it was. */
    public void set(double changed) {
        data = changed;
    }

    public void clearGrad() {
        grad = 0;
    }

    /** Sets what {@link #backward} adds to. */
    public void setGrad(double changed) {
        grad = changed;
    }

    /** What it was computed from; not to be written to. */
    public Value[] inputs() {
        return inputs;
    }

    /** Its derivative by each of {@link #inputs()}; not to be written to. */
    public double[] slopes() {
        return slopes;
    }

    public Value add(Value other) {
        return new Value(data + other.data, new Value[] {this, other}, new double[] {1, 1});
    }

    public Value add(double constant) {
        return of(data + constant, 1);
    }

    public Value mul(Value other) {
        return new Value(data * other.data, new Value[] {this, other}, new double[] {other.data, data});
    }

    public Value mul(double constant) {
        return of(data * constant, constant);
    }

    public Value neg() {
        return mul(-1);
    }

    public Value sub(Value other) {
        return add(other.neg());
    }

    public Value div(Value other) {
        return mul(other.pow(-1));
    }

    public Value pow(double exponent) {
        return of(Powers.pow(data, exponent), exponent * Powers.pow(data, exponent - 1));
    }

    public Value exp() {
        double result = DoubleMath.exp(data);
        return of(result, result);
    }

    public Value log() {
        return of(DoubleMath.log(data), 1 / data);
    }

    /** By exp of a negative number only, which does not overflow; absolute error about 1e-16. */
    public Value tanh() {
        double e = DoubleMath.exp(-2 * Math.abs(data));
        double result = Math.copySign((1 - e) / (1 + e), data);
        return of(result, 1 - result * result);
    }

    public Value sin() {
        return of(DoubleMath.sin(data), DoubleMath.cos(data));
    }

    public Value cos() {
        return of(DoubleMath.cos(data), -DoubleMath.sin(data));
    }

    public Value sqrt() {
        double result = Math.sqrt(data);
        return of(result, 0.5 / result);
    }

    public Value relu() {
        return of(Math.max(0, data), data > 0 ? 1 : 0);
    }

    /** x Phi(x); its derivative is Phi(x) + x phi(x), with Phi and phi of the standard normal distribution. */
    public Value gelu() {
        double below = 0.5 * (1 + DoubleMath.erf(data / Math.sqrt(2)));
        double density = INVERSE_SQRT_TWO_PI * DoubleMath.exp(-0.5 * data * data);
        return of(data * below, below + data * density);
    }

    /** Adds the derivative of this number by every number it depends on to their {@link #grad}; its own becomes 1. */
    public void backward() {
        List<Value> order = inOrderOfComputation();
        grad = 1;
        for (int i = order.size() - 1; i >= 0; i--) {
            Value value = order.get(i);
            value.visited = 0;
            for (int j = 0; j < value.inputs.length; j++) {
                value.inputs[j].grad += value.slopes[j] * value.grad;
            }
        }
    }

    /** Depth first without recursion: a graph may be far deeper than any stack. */
    private List<Value> inOrderOfComputation() {
        List<Value> order = new ArrayList<>();
        Deque<Value> path = new ArrayDeque<>();
        path.push(this);
        visited = 1;
        while (!path.isEmpty()) {
            Value value = path.element();
            if (value.visited <= value.inputs.length) {
                Value input = value.inputs[value.visited++ - 1];
                if (input.visited == 0) {
                    input.visited = 1;
                    path.push(input);
                }
            } else {
                order.add(path.pop());
            }
        }
        return order;
    }
}
