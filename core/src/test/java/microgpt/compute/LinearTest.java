package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "1,5,4", "3,2,7", "4,4,4", "5,9,6", "8,3,13", "17,8,5"})
    void equalsANaiveLoopOnAnyShape(int rows, int in, int out) {
        Bench bench = new Bench(1);
        Tensor x = bench.random(rows, in);
        Tensor weight = bench.random(out, in);
        Tensor bias = bench.random(1, out);
        Tensor y = bench.random(rows, out);
        bench.on.linear(y, x, weight, bias);
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < out; o++) {
                double sum = bias.get(0, o);
                for (int i = 0; i < in; i++) {
                    sum += (double) x.get(r, i) * weight.get(o, i);
                }
                assertEquals(sum, y.get(r, o), 1e-5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "3,5,7", "4,4,8", "6,9,5"})
    void gradientsMatchFiniteDifferences(int rows, int in, int out) {
        Bench bench = new Bench(2);
        Tensor x = bench.random(rows, in);
        Tensor weight = bench.random(out, in);
        Tensor bias = bench.random(1, out);
        Tensor y = bench.zeros(rows, out);
        Tensor dy = bench.random(rows, out);
        Tensor dx = bench.gradientOf(x);
        Tensor dweight = bench.gradientOf(weight);
        Tensor dbias = bench.gradientOf(bias);
        bench.on.linearBackward(dx, dweight, dbias, dy, x, weight);
        Bench.checkGradient("x", x, dx, () -> loss(bench, y, x, weight, bias, dy));
        Bench.checkGradient("weight", weight, dweight, () -> loss(bench, y, x, weight, bias, dy));
        Bench.checkGradient("bias", bias, dbias, () -> loss(bench, y, x, weight, bias, dy));
    }

    private static double loss(Bench bench, Tensor y, Tensor x, Tensor weight, Tensor bias, Tensor dy) {
        bench.on.linear(y, x, weight, bias);
        return Bench.dot(y, dy);
    }

    @Test
    void theInputGradientIsOptional() {
        Bench bench = new Bench(3);
        Tensor x = bench.random(3, 5);
        Tensor weight = bench.random(6, 5);
        Tensor dy = bench.random(3, 6);
        Tensor with = bench.zeros(6, 5);
        Tensor without = bench.zeros(6, 5);
        bench.on.linearBackward(bench.zeros(3, 5), with, null, dy, x, weight);
        bench.on.linearBackward(null, without, null, dy, x, weight);
        assertArrayEquals(with.toArray(), without.toArray());
    }

    @Test
    void aRowDoesNotDependOnHowManyFollow() {
        Bench bench = new Bench(4);
        Tensor x = bench.random(9, 37);
        Tensor weight = bench.random(11, 37);
        Tensor all = bench.zeros(9, 11);
        bench.on.linear(all, x, weight, null);
        for (int rows = 1; rows < 9; rows++) {
            Tensor some = bench.zeros(rows, 11);
            bench.on.linear(some, x.firstRows(rows), weight, null);
            assertArrayEquals(Arrays.copyOf(all.toArray(), rows * 11), some.toArray());
        }
    }
}
