package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormsTest {
    private static final float EPSILON = 1e-5f;

    @Test
    void rmsNormGivesRowsOfUnitMeanSquare() {
        Bench bench = new Bench(1);
        Tensor x = bench.random(3, 7);
        Tensor out = bench.random(3, 7);
        bench.on.rmsNorm(out, bench.zeros(3, 1), x, null, EPSILON);
        for (int r = 0; r < 3; r++) {
            double squares = 0;
            for (int c = 0; c < 7; c++) {
                squares += out.get(r, c) * out.get(r, c) / 7;
            }
            assertEquals(1, squares, 1e-4);
        }
    }

    @Test
    void layerNormGivesRowsOfMeanZeroAndVarianceOne() {
        Bench bench = new Bench(2);
        Tensor x = bench.random(3, 7);
        Tensor out = bench.random(3, 7);
        Tensor mean = bench.zeros(3, 1);
        bench.on.layerNorm(out, mean, bench.zeros(3, 1), x, null, null, EPSILON);
        for (int r = 0; r < 3; r++) {
            double sum = 0;
            double squares = 0;
            for (int c = 0; c < 7; c++) {
                sum += out.get(r, c);
                squares += out.get(r, c) * out.get(r, c) / 7;
            }
            assertEquals(0, sum, 1e-5);
            assertEquals(1, squares, 1e-4);
        }
    }

    @Test
    void aRowOfZerosStaysZero() {
        Bench bench = new Bench(3);
        Tensor x = bench.zeros(1, 4);
        Tensor out = bench.random(1, 4);
        bench.on.rmsNorm(out, bench.zeros(1, 1), x, null, EPSILON);
        assertEquals(0, Bench.dot(out, out));
        bench.on.layerNorm(out, bench.zeros(1, 1), bench.zeros(1, 1), x, null, null, EPSILON);
        assertEquals(0, Bench.dot(out, out));
    }

    @ParameterizedTest
    @CsvSource({"1,2", "3,5", "2,16"})
    void rmsNormGradientsMatchFiniteDifferences(int rows, int cols) {
        Bench bench = new Bench(4);
        Tensor x = bench.random(rows, cols);
        Tensor gain = bench.random(1, cols);
        Tensor out = bench.zeros(rows, cols);
        Tensor rstd = bench.zeros(rows, 1);
        Tensor dout = bench.random(rows, cols);
        Tensor dx = bench.gradientOf(x);
        Tensor dgain = bench.gradientOf(gain);
        bench.on.rmsNorm(out, rstd, x, gain, EPSILON);
        bench.on.rmsNormBackward(dx, dgain, dout, x, rstd, gain);
        Bench.checkGradient("x", x, dx, () -> rmsLoss(bench, out, x, gain, dout));
        Bench.checkGradient("gain", gain, dgain, () -> rmsLoss(bench, out, x, gain, dout));
    }

    private static double rmsLoss(Bench bench, Tensor out, Tensor x, Tensor gain, Tensor dout) {
        bench.on.rmsNorm(out, bench.zeros(x.rows(), 1), x, gain, EPSILON);
        return Bench.dot(out, dout);
    }

    @ParameterizedTest
    @CsvSource({"1,3", "3,5", "2,16"})
    void layerNormGradientsMatchFiniteDifferences(int rows, int cols) {
        Bench bench = new Bench(5);
        Tensor x = bench.random(rows, cols);
        Tensor gain = bench.random(1, cols);
        Tensor bias = bench.random(1, cols);
        Tensor out = bench.zeros(rows, cols);
        Tensor mean = bench.zeros(rows, 1);
        Tensor rstd = bench.zeros(rows, 1);
        Tensor dout = bench.random(rows, cols);
        Tensor dx = bench.gradientOf(x);
        Tensor dgain = bench.gradientOf(gain);
        Tensor dbias = bench.gradientOf(bias);
        bench.on.layerNorm(out, mean, rstd, x, gain, bias, EPSILON);
        bench.on.layerNormBackward(dx, dgain, dbias, dout, x, mean, rstd, gain);
        Bench.checkGradient("x", x, dx, () -> layerLoss(bench, out, x, gain, bias, dout));
        Bench.checkGradient("gain", gain, dgain, () -> layerLoss(bench, out, x, gain, bias, dout));
        Bench.checkGradient("bias", bias, dbias, () -> layerLoss(bench, out, x, gain, bias, dout));
    }

    private static double layerLoss(Bench bench, Tensor out, Tensor x, Tensor gain, Tensor bias, Tensor dout) {
        bench.on.layerNorm(out, bench.zeros(x.rows(), 1), bench.zeros(x.rows(), 1), x, gain, bias, EPSILON);
        return Bench.dot(out, dout);
    }

    @Test
    void withoutAGainItIsAsIfTheGainWereOne() {
        Bench bench = new Bench(6);
        Tensor x = bench.random(3, 5);
        Tensor out = bench.zeros(3, 5);
        Tensor mean = bench.zeros(3, 1);
        Tensor rstd = bench.zeros(3, 1);
        Tensor dout = bench.random(3, 5);
        Tensor rmsDx = bench.gradientOf(x);
        bench.on.rmsNorm(out, rstd, x, null, EPSILON);
        bench.on.rmsNormBackward(rmsDx, null, dout, x, rstd, null);
        Tensor one = bench.filled(1, 5, 1);
        Bench.checkGradient("x", x, rmsDx, () -> rmsLoss(bench, out, x, one, dout));
        Tensor layerDx = bench.gradientOf(x);
        bench.on.layerNorm(out, mean, rstd, x, null, null, EPSILON);
        bench.on.layerNormBackward(layerDx, null, null, dout, x, mean, rstd, null);
        Tensor zero = bench.zeros(1, 5);
        Bench.checkGradient("x", x, layerDx, () -> layerLoss(bench, out, x, one, zero, dout));
    }
}
