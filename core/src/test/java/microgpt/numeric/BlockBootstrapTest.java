package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {
    @Test
    void ofAConstantItIsThatConstant() {
        double[] values = new double[100];
        Arrays.fill(values, 0.25);
        assertEquals(new Interval(0.25, 0.25), BlockBootstrap.ofMean(values, 100, 7));
    }

    @Test
    void ofIndependentValuesItIsThatOfTheNormalDistribution() {
        Interval interval = BlockBootstrap.ofMean(series(0, 4000), 4000, 1);
        double expected = 2 * 1.96 / Math.sqrt(4000);
        assertEquals(expected, interval.high() - interval.low(), 0.1 * expected);
    }

    /** The mean of an autoregressive series of coefficient 0.8 varies (1 + 0.8) / (1 - 0.8) = 9 times as much as its variance says. */
    @Test
    void blocksFindTheDependenceThatSingleValuesMiss() {
        double[] values = series(0.8, 8000);
        double one = width(BlockBootstrap.ofMean(values, 8000, 1));
        double blocks = width(BlockBootstrap.ofMean(values, 8000, 64));
        assertEquals(3, blocks / one, 0.45);
    }

    @Test
    void inNineteenOfTwentySeriesItHoldsTheTruth() {
        int held = 0;
        Rng random = Rng.seeded(3);
        for (int i = 0; i < 200; i++) {
            held += BlockBootstrap.ofMean(series(0.5, 600, random), 600, 16).hasZero() ? 1 : 0;
        }
        assertTrue(held >= 180 && held <= 199, held + " of 200");
    }

    @Test
    void theSameValuesGiveTheSameInterval() {
        double[] values = series(0.5, 500);
        assertEquals(BlockBootstrap.ofMean(values, 500, 9), BlockBootstrap.ofMean(values, 500, 9));
    }

    @Test
    void theLastBlockIsCutToTheLengthOfTheSeries() {
        double[] values = {1, 1, 1, 1, 1, 0, 0, 0};
        assertEquals(new Interval(1, 1), BlockBootstrap.ofMean(values, 5, 3));
    }

    @Test
    void blocksThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BlockBootstrap.ofMean(new double[3], 3, 4));
        assertThrows(IllegalArgumentException.class, () -> BlockBootstrap.ofMean(new double[3], 0, 1));
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static double[] series(double dependence, int count) {
        return series(dependence, count, Rng.seeded(7));
    }

    /** Each value is the one before, so much of it, and a normal one of variance 1. */
    private static double[] series(double dependence, int count, Rng random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i == 0 ? 0 : dependence * values[i - 1]) + random.nextGaussian();
        }
        return values;
    }
}
