package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UpdatesTest {
    private final Bench bench = new Bench(1);

    private Tensor row(float... values) {
        Tensor tensor = bench.zeros(1, values.length);
        tensor.memory().write(tensor.offset(), values, 0, values.length);
        return tensor;
    }

    @Test
    void addsScalesFillsAndCopies() {
        Tensor a = row(1, 2, 3);
        Tensor b = row(10, 20, 30);
        bench.on.add(a, a, b);
        assertArrayEquals(new float[] {11, 22, 33}, a.toArray());
        bench.on.accumulate(b, a);
        assertArrayEquals(new float[] {21, 42, 63}, b.toArray());
        bench.on.scale(b, 2);
        assertArrayEquals(new float[] {42, 84, 126}, b.toArray());
        bench.on.copy(a, b);
        assertArrayEquals(b.toArray(), a.toArray());
        bench.on.fill(a, -1);
        assertArrayEquals(new float[] {-1, -1, -1}, a.toArray());
        assertEquals(0, a.memory().get(a.offset() - 1), "nothing outside of the tensor is touched");
        assertEquals(0, a.memory().get(a.offset() + 3), "nothing outside of the tensor is touched");
    }

    @Test
    void sumsSquaresInDoublePrecision() {
        assertEquals(55, bench.on.sumOfSquares(row(1, 2, 3, 4, 5)));
        assertEquals(2e60, bench.on.sumOfSquares(row(1e30f, 1e30f)), 1e53);
        assertTrue(Double.isNaN(bench.on.sumOfSquares(row(1, Float.NaN, 1, 1, 1, 1))));
        assertEquals(Double.POSITIVE_INFINITY, bench.on.sumOfSquares(row(1, Float.NEGATIVE_INFINITY)));
    }

    @Test
    void anAverageMovesTowardsWhatItSees() {
        Tensor average = row(0, 4);
        bench.on.average(average, row(1, 8), 0.75f);
        assertArrayEquals(new float[] {0.25f, 5}, average.toArray());
    }

    @Test
    void gradientDescentWalksDownhillAndMomentumGathersSpeed() {
        Tensor w = row(1, 2);
        bench.on.sgd(w, row(0.5f, -0.5f), null, 0.5f, 0);
        assertArrayEquals(new float[] {0.75f, 2.25f}, w.toArray());
        Tensor velocity = row(0, 1);
        bench.on.sgd(w, row(0.5f, -0.5f), velocity, 0.5f, 0.5f);
        assertArrayEquals(new float[] {0.5f, 0}, velocity.toArray());
        assertArrayEquals(new float[] {0.5f, 2.25f}, w.toArray());
    }

    @Test
    void adamFollowsItsPaper() {
        Tensor w = row(1, -2, 0.5f);
        Tensor m = row(0, 0, 0);
        Tensor v = row(0, 0, 0);
        float[][] gradients = {{0.1f, -3, 0}, {0.2f, 1, 0}};
        double[] expected = {1, -2, 0.5};
        double[] mean = new double[3];
        double[] square = new double[3];
        for (int step = 1; step <= 2; step++) {
            double correction1 = 1 - Math.pow(0.9, step);
            double correction2 = 1 - Math.pow(0.99, step);
            for (int i = 0; i < 3; i++) {
                double g = gradients[step - 1][i];
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.99 * square[i] + 0.01 * g * g;
                double direction = mean[i] / correction1 / (Math.sqrt(square[i] / correction2) + 1e-8);
                expected[i] -= 0.1 * (direction + 0.5 * expected[i]);
            }
            bench.on.adam(
                    w,
                    row(gradients[step - 1]),
                    m,
                    v,
                    new Operations.AdamRule(0.9f, 0.99f, 1e-8f, 0.5f),
                    0.1f,
                    (float) correction1,
                    (float) correction2);
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], w.get(0, i), 1e-5);
        }
    }
}
