package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RegimeTest {
    private static final double ORDER_0 = 3;
    private static final double ORDER_2 = 1.8;

    @Test
    void aLossNamesWhatMustHaveBeenLearned() {
        assertEquals(Regime.GUESSING, Regime.of(Math.log(256), ORDER_0, ORDER_2));
        assertEquals(Regime.GUESSING, Regime.of(4.5, ORDER_0, ORDER_2));
        assertEquals(Regime.BYTES, Regime.of(4.2, ORDER_0, ORDER_2));
        assertEquals(Regime.BYTES, Regime.of(ORDER_0, ORDER_0, ORDER_2));
        assertEquals(Regime.LETTERS, Regime.of(2.6, ORDER_0, ORDER_2));
        assertEquals(Regime.LETTERS, Regime.of(ORDER_2, ORDER_0, ORDER_2));
        assertEquals(Regime.WORDS, Regime.of(1.79, ORDER_0, ORDER_2));
    }

    @Test
    void aLossFarAboveKnowingNothingIsWorseThanGuessing() {
        assertEquals(Regime.WORSE, Regime.of(219, ORDER_0, ORDER_2));
        assertEquals(Regime.WORSE, Regime.of(Double.POSITIVE_INFINITY, Double.NaN, Double.NaN));
        assertEquals(Regime.GUESSING, Regime.of(1.04 * Regime.UNIFORM, ORDER_0, ORDER_2));
    }

    @Test
    void theRegimesBeginOneBelowTheOther() {
        double above = Double.POSITIVE_INFINITY;
        for (Regime regime : Regime.values()) {
            double begins = regime.begins(ORDER_0, ORDER_2);
            assertEquals(true, begins <= above, regime.label());
            above = begins;
        }
    }

    @Test
    void whereTwoBytesHelpNotTheRegimeOfPairsIsEmpty() {
        assertEquals(Regime.BYTES, Regime.of(3, 3, 3.5));
        assertEquals(Regime.WORDS, Regime.of(2.9, 3, 3.5));
    }

    @Test
    void withoutLevelsNothingIsClaimed() {
        assertEquals(Regime.GUESSING, Regime.of(1, Double.NaN, Double.NaN));
        assertEquals(Regime.GUESSING, Regime.of(Double.NaN, ORDER_0, ORDER_2));
    }
}
