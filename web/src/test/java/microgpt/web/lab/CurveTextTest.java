package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.web.chart.Curves;
import org.junit.jupiter.api.Test;

class CurveTextTest {
    @Test
    void theSummarySaysWhereTheCurvesBeganAndAre() {
        Curves curves = new Curves();
        assertEquals("Nothing has been read yet.", CurveText.summary(curves));
        curves.add(16, 7.9, 7.8, 8, 8, 8, 7, 7.5);
        curves.add(160, 2, 1.9, 2.2, 2.5, 4, 5, 4);
        curves.add(1600, 3, 2.9, 3.2, 3.5, 3.75, 4.5, 3);
        String summary = CurveText.summary(curves);
        assertTrue(summary.startsWith("Bits per byte over 1,600 bytes: the longer average began at 8.00,"), summary);
        assertTrue(summary.contains("lowest with 2.50 at byte 160, and is now 3.50"), summary);
    }

    @Test
    void theReadoutNamesEveryCurve() {
        Curves curves = new Curves();
        curves.add(12_345, 1, 0.5, 1.5, 2, 3, 4, 5);
        assertEquals(
                "At byte 12,345: last bytes 1.00, longer average 2.00, whole run 3.00; counting single bytes 4.00, "
                        + "after two bytes 5.00.",
                CurveText.readout(curves, 0));
    }
}
