package microgpt.web.lab;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Curves;
import microgpt.web.chart.LiveMarks;
import org.junit.jupiter.api.Test;

class CurveTextTest {
    @Test
    void theSummarySaysWhereTheCurvesBeganAndAre() {
        Curves curves = new Curves();
        assertEquals("Nothing has been read yet.", CurveText.summary(curves));
        curves.add(progress(16, 7.9, 7.8, 8, 8, 8));
        curves.add(progress(160, 2, 1.9, 2.2, 2.5, 4));
        curves.add(progress(1600, 3, 2.9, 3.2, 3.5, 3.75));
        String summary = CurveText.summary(curves);
        assertTrue(
                summary.startsWith("Bits per byte over 1,600 bytes: the slow moving average began at 8.00,"), summary);
        assertTrue(summary.contains("lowest with 2.50 at byte 160, and is now 3.50"), summary);
    }

    @Test
    void theReadoutNamesEveryCurve() {
        Curves curves = new Curves();
        curves.add(progress(
                12_345,
                1,
                0.5,
                1.5,
                2,
                3,
                score("transformer", 2.5),
                score("counts", 2.25),
                score("ppm", 2.75),
                score("order0", 4)));
        curves.add(new LabReport.Gzipped(1, 12_345, 5_401));
        assertEquals(
                "At byte 12,345: fast moving average 1.00, cumulative mean 3.00; transformer alone 2.50, counts alone 2.25, "
                        + "gzip 3.50, PPM (order 5) 2.75, order-0 baseline 4.00; slow moving average 2.00.",
                CurveText.readout(curves, 0));
    }

    @Test
    void aMarkSaysWhatWasChangedAndWhatFollowed() {
        LiveMarks.Mark mark = new LiveMarks.Mark(12_288, "Experience replay on → off");
        assertEquals(
                "Byte 12,288: Experience replay on → off. Bits per byte: 2.31 before, 2.52 over the 2,048 bytes since; PPM, "
                        + "on the same bytes: 2.40 and 2.60.",
                CurveText.mark(mark, new LiveMarks.Effect(2048, 2.31, 2.52, 2.4, 2.6)));
        assertEquals(
                "Byte 12,288: Experience replay on → off. What follows is told once more has been read.",
                CurveText.mark(mark, new LiveMarks.Effect(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
    }
}
