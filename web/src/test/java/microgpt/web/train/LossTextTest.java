package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LossTextTest {
    private final LossCurve curve = new LossCurve();

    @Test
    void thePointerReadsOnePlace() {
        curve.add(1, 5);
        assertEquals(
                "Step 1: training 5.000, smoothed 5.000. In nats per byte.", LossText.readout(curve, 7, LossUnit.NATS));
        curve.look(1, 2);
        assertEquals(
                "Step 1: training 7.213, smoothed 7.213; validation 2.885 at step 1. In bits per byte.",
                LossText.readout(curve, 7, LossUnit.BITS));
    }

    @Test
    void allOfItIsSaidInWords() {
        assertEquals("No step has been made yet.", LossText.summary(curve, 3, 2, LossUnit.NATS));
        curve.look(0, 5.6);
        curve.add(1, 4);
        curve.look(1, 3.9);
        assertEquals(
                "After 1 step the smoothed training loss is 4.00 nats per byte; the validation loss began at 5.60, is "
                        + "now 3.90, and was lowest with 3.90. Uniform: 5.55, order-0 baseline 3.00, order-2 baseline "
                        + "2.00.",
                LossText.summary(curve, 3, 2, LossUnit.NATS));
    }
}
