package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class DivergenceTextTest {
    @Test
    void theByteTheCostAndTheWayBackAreNamed() {
        LabReport.Diverged report = new LabReport.Diverged(1, 24_000, 55.2, 19_200, false);
        assertEquals(
                "The run diverged: at byte 24,000 the transformer needs 55 bits for each byte, where a uniform prediction needs 8."
                        + " Going back gives it the weights and the settings that it had at byte 19,200; it reads on from here.",
                DivergenceText.of(report));
        assertEquals("Go back to byte 19,200", DivergenceText.offer(report));
    }

    @Test
    void anOverflowAndNoWayBackAreSaid() {
        String text = DivergenceText.of(new LabReport.Diverged(1, 24_000, Double.POSITIVE_INFINITY, -1, false));
        assertTrue(text.contains("a number overflowed"), text);
        assertTrue(text.contains("lower learning rate"), text);
    }
}
