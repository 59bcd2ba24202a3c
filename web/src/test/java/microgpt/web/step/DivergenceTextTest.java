package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DivergenceTextTest {
    @Test
    void theStepTheLossAndTheRateAreNamed() {
        assertEquals(
                "Training has diverged. Step 1,016 was not taken: the true token was given a chance of 0, whose loss is"
                        + " infinite. The weights are as they were before it. The learning rate of 0.3 is the likely"
                        + " reason: each step moves the weights too far.",
                new DivergenceText(1016, Double.POSITIVE_INFINITY, 0.3).sentence());
        assertTrue(new DivergenceText(2, Double.NaN, 0.3).sentence().contains("its loss is not a number"));
        assertTrue(new DivergenceText(2, 712, 0.3).sentence().contains("its loss of 712 has gradients that are not"));
    }

    @Test
    void theUsualRateIsOfferedOrLessThanThat() {
        assertEquals(0.01, new DivergenceText(2, Double.NaN, 0.3).lowerRate());
        DivergenceText usual = new DivergenceText(2, Double.NaN, 0.01);
        assertEquals(0.001, usual.lowerRate());
        assertTrue(usual.sentence().contains("a weight that is much too large"));
    }
}
