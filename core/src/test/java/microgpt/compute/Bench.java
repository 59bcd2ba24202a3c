package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;
import microgpt.numeric.Rng;

/** Seeded tensors of the Java back end, and the comparison of a gradient with central differences. */
final class Bench {
    /** What gradients hold before a backward pass adds to them. */
    private static final float HELD = 0.25f;

    private static final float STEP = 1e-2f;

    final Backend on = JavaBackend.alone();
    private final Rng rng;

    Bench(long seed) {
        rng = Rng.seeded(seed);
    }

    /** Normally distributed values, in the middle of a larger allocation. */
    Tensor random(int rows, int cols) {
        Tensor tensor = filled(rows, cols, 0);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                tensor.set(r, c, (float) rng.nextGaussian());
            }
        }
        return tensor;
    }

    Tensor filled(int rows, int cols, float value) {
        Tensor tensor = new Tensor(on.allocate(rows * cols + 8), 5, rows, cols);
        on.fill(tensor, value);
        return tensor;
    }

    Tensor zeros(int rows, int cols) {
        return filled(rows, cols, 0);
    }

    /** A gradient of the shape of {@code x} that already holds something. */
    Tensor gradientOf(Tensor x) {
        return filled(x.rows(), x.cols(), HELD);
    }

    /** sum of a * b: a scalar loss whose gradient with respect to a is b. */
    static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int r = 0; r < a.rows(); r++) {
            for (int c = 0; c < a.cols(); c++) {
                sum += (double) a.get(r, c) * b.get(r, c);
            }
        }
        return sum;
    }

    /** Checks that dx holds what it held before, plus the gradient of {@code loss} with respect to every value of x. */
    static void checkGradient(String name, Tensor x, Tensor dx, DoubleSupplier loss) {
        double[] numeric = new double[x.size()];
        double largest = 0;
        for (int i = 0; i < x.size(); i++) {
            numeric[i] = centralDifference(x.memory(), x.offset() + i, loss);
            largest = Math.max(largest, Math.abs(numeric[i]));
        }
        assertTrue(largest > 0, name + " has no effect on the loss");
        for (int i = 0; i < x.size(); i++) {
            double analytic = dx.memory().get(dx.offset() + i) - HELD;
            double error = Math.abs(analytic - numeric[i]) / Math.max(Math.abs(numeric[i]), 0.1 * largest);
            assertTrue(error < 1e-2, name + "[" + i + "] is " + analytic + ", by differences " + numeric[i]);
        }
    }

    private static double centralDifference(Memory memory, int at, DoubleSupplier loss) {
        float old = memory.get(at);
        memory.set(at, old + STEP);
        double above = loss.getAsDouble();
        memory.set(at, old - STEP);
        double below = loss.getAsDouble();
        memory.set(at, old);
        return (above - below) / ((old + STEP) - (double) (old - STEP));
    }
}
