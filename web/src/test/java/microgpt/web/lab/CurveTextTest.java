package microgpt.web.lab;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.web.chart.Curves;
import org.junit.jupiter.api.Test;

class CurveTextTest {
    @Test
    void theSummarySaysWhereTheCurvesBeganAndAre() {
        Curves curves = new Curves();
        assertEquals("Nothing has been read yet.", CurveText.summary(curves));
        curves.add(progress(16, 7.9, 7.8, 8, 8, 8), Double.NaN);
        curves.add(progress(160, 2, 1.9, 2.2, 2.5, 4), Double.NaN);
        curves.add(progress(1600, 3, 2.9, 3.2, 3.5, 3.75), Double.NaN);
        String summary = CurveText.summary(curves);
        assertTrue(
                summary.startsWith("Bits per byte over 1,600 bytes: the slow moving average began at 8.00,"), summary);
        assertTrue(summary.contains("lowest with 2.50 at byte 160, and is now 3.50"), summary);
    }

    @Test
    void theReadoutNamesEveryCurve() {
        Curves curves = new Curves();
        curves.add(
                progress(
                        12_345,
                        1,
                        0.5,
                        1.5,
                        2,
                        3,
                        score("transformer", 2.5),
                        score("counts", 2.25),
                        score("ppm", 2.75),
                        score("order0", 4)),
                3.5);
        assertEquals(
                "At byte 12,345: fast moving average 1.00, slow moving average 2.00, cumulative mean 3.00; transformer alone 2.50, "
                        + "counts alone 2.25, gzip 3.50, PPM (order 5) 2.75, order-0 baseline 4.00.",
                CurveText.readout(curves, 0));
    }
}
