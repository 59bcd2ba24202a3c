package microgpt.parity;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;
import microgpt.numeric.Rng;

/** One operation tried on one back end: seeded inputs, the same for every back end, and all memory it could have written to. */
final class ParityTrial {
    /** Floats around every tensor that nothing may write to; an odd number, so that no tensor is aligned. */
    private static final int MARGIN = 7;

    private static final float UNTOUCHED = 1234.5f;

    final Backend on;
    private final Rng rng;
    private final List<Tensor> surroundings = new ArrayList<>();
    private final List<Double> scalars = new ArrayList<>();

    ParityTrial(Backend on, long seed) {
        this.on = on;
        rng = Rng.seeded(seed);
    }

    /** Normally distributed values. */
    Tensor random(int rows, int cols) {
        int size = rows * cols;
        Memory memory = on.allocate(size + 2 * MARGIN);
        float[] values = new float[memory.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < MARGIN || i >= MARGIN + size ? UNTOUCHED : (float) rng.nextGaussian();
        }
        memory.write(0, values, 0, values.length);
        surroundings.add(new Tensor(memory, 0, 1, memory.size()));
        return new Tensor(memory, MARGIN, rows, cols);
    }

    /** Memory that may be left in any state; only what surrounds it is compared. */
    Tensor scratch(int rows, int cols) {
        Tensor tensor = random(rows, cols);
        surroundings.remove(surroundings.size() - 1);
        int end = MARGIN + rows * cols;
        surroundings.add(new Tensor(tensor.memory(), 0, 1, MARGIN));
        surroundings.add(new Tensor(tensor.memory(), end, 1, MARGIN));
        return tensor;
    }

    /** Squares of normally distributed values: what a second moment may be. */
    Tensor randomSquares(int rows, int cols) {
        Tensor tensor = random(rows, cols);
        float[] values = tensor.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= values[i];
        }
        tensor.memory().write(tensor.offset(), values, 0, values.length);
        return tensor;
    }

    float[] randomFloats(int count) {
        return random(1, count).toArray();
    }

    /** Numbers from {@code from} up to, but not including, {@code limit}. */
    int[] randomIndices(int count, int from, int limit) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = from + rng.nextInt(limit - from);
        }
        return indices;
    }

    void result(double value) {
        scalars.add(value);
    }

    /** The largest difference between this outcome and another of the same operation, relative to 1 or to a larger value. */
    double differenceTo(ParityTrial other) {
        double largest = 0;
        for (int i = 0; i < surroundings.size(); i++) {
            float[] mine = surroundings.get(i).toArray();
            float[] theirs = other.surroundings.get(i).toArray();
            for (int j = 0; j < mine.length; j++) {
                largest = Math.max(largest, difference(mine[j], theirs[j]));
            }
        }
        for (int i = 0; i < scalars.size(); i++) {
            largest = Math.max(largest, difference(scalars.get(i), other.scalars.get(i)));
        }
        return largest;
    }

    private static double difference(double a, double b) {
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return 0;
        }
        double difference = Math.abs(a - b) / Math.max(1, Math.abs(a));
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
