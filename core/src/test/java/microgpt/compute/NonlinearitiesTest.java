package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.DoubleMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NonlinearitiesTest {
    @ParameterizedTest
    @EnumSource(Activation.class)
    void equalsItsDefinition(Activation activation) {
        Bench bench = new Bench(1);
        Tensor x = bench.random(3, 50);
        Tensor out = bench.zeros(3, 50);
        bench.on.activate(out, x, activation);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 50; c++) {
                assertEquals(definition(activation, x.get(r, c)), out.get(r, c), 1e-6);
            }
        }
    }

    private static double definition(Activation activation, double x) {
        return switch (activation) {
            case RELU -> Math.max(0, x);
            case RELU_SQUARED -> Math.max(0, x) * Math.max(0, x);
            case GELU -> x / 2 * (1 + DoubleMath.erf(x / Math.sqrt(2)));
        };
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void gradientMatchesFiniteDifferences(Activation activation) {
        Bench bench = new Bench(2);
        Tensor x = bench.random(5, 7);
        stepAwayFromTheKink(x);
        Tensor out = bench.zeros(5, 7);
        Tensor dout = bench.random(5, 7);
        Tensor dx = bench.gradientOf(x);
        bench.on.activateBackward(dx, dout, x, activation);
        Bench.checkGradient("x", x, dx, () -> {
            bench.on.activate(out, x, activation);
            return Bench.dot(out, dout);
        });
    }

    private static void stepAwayFromTheKink(Tensor x) {
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.cols(); c++) {
                if (Math.abs(x.get(r, c)) < 0.02f) {
                    x.set(r, c, 0.5f);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void whatIsNotANumberStaysSo(Activation activation) {
        Bench bench = new Bench(3);
        Tensor x = bench.filled(1, 1, Float.NaN);
        Tensor out = bench.zeros(1, 1);
        bench.on.activate(out, x, activation);
        assertTrue(Float.isNaN(out.get(0, 0)));
    }

    @Test
    void geluIsFlatFarBelowZeroAndTheIdentityFarAbove() {
        Bench bench = new Bench(4);
        Tensor x = bench.zeros(1, 2);
        x.set(0, 0, -30);
        x.set(0, 1, 30);
        Tensor out = bench.zeros(1, 2);
        bench.on.activate(out, x, Activation.GELU);
        assertEquals(0, out.get(0, 0), 1e-5);
        assertEquals(30, out.get(0, 1), 1e-5);
    }
}
