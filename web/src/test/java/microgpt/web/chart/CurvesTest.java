package microgpt.web.chart;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Curves.Curve;
import org.junit.jupiter.api.Test;

class CurvesTest {
    @Test
    void aShortRunIsKeptWhole() {
        Curves curves = run(10, 16);
        assertEquals(10, curves.size());
        assertArrayEquals(new double[] {16, 32, 48, 64, 80, 96, 112, 128, 144, 160}, curves.positions());
    }

    @Test
    void aRunOfTenMillionBytesFitsAndStaysEven() {
        Curves curves = run(20_000, 500);
        assertTrue(curves.size() <= Curves.CAPACITY);
        assertTrue(curves.size() >= Curves.CAPACITY / 2, "columns: " + curves.size());
        assertEquals(10_000_000, curves.position(curves.size() - 1));
        for (int i = 1; i < curves.size(); i++) {
            assertTrue(curves.position(i) > curves.position(i - 1));
            assertTrue(curves.position(i) - curves.position(i - 1) <= 2.0 * curves.bytesPerColumn());
        }
    }

    @Test
    void extremesSurviveThinning() {
        Curves curves = new Curves();
        for (int i = 1; i <= 5_000; i++) {
            double spike = i == 1_234 ? 12 : i == 3_456 ? 0.1 : 3;
            curves.add(progress(i, 3, Math.min(3, spike), Math.max(3, spike), 3, 3));
        }
        double lowest = 99;
        double highest = 0;
        for (int i = 0; i < curves.size(); i++) {
            lowest = Math.min(lowest, curves.value(Curve.FAST_MIN, i));
            highest = Math.max(highest, curves.value(Curve.FAST_MAX, i));
        }
        assertEquals(0.1, lowest);
        assertEquals(12, highest);
    }

    @Test
    void thePointerFindsTheNearestColumn() {
        Curves curves = run(4, 100);
        assertEquals(0, curves.nearest(-5));
        assertEquals(0, curves.nearest(149));
        assertEquals(1, curves.nearest(151));
        assertEquals(3, curves.nearest(1e9));
        assertEquals(-1, new Curves().nearest(5));
    }

    @Test
    void whoPredictsHasACurveFromThenOn() {
        Curves curves = new Curves();
        curves.add(progress(1, 3, 2, 4, 3, 3));
        assertFalse(curves.has(Curve.COUNTS));
        curves.add(progress(2, 3, 2, 4, 3, 3, score("counts", 2.5)));
        assertTrue(curves.has(Curve.COUNTS));
        assertEquals(2.5, curves.value(Curve.COUNTS, 1));
        assertTrue(Double.isNaN(curves.value(Curve.COUNTS, 0)));
    }

    @Test
    void gzipIsToldBetweenItsMeasurements() {
        Curves curves = run(30, 100);
        assertFalse(curves.has(Curve.GZIP));
        curves.add(new LabReport.Gzipped(1, 2000, 1000));
        curves.add(new LabReport.Gzipped(1, 3000, 1250));
        assertTrue(curves.has(Curve.GZIP));
        assertEquals(4, curves.value(Curve.GZIP, curves.nearest(2000)));
        assertEquals(2, curves.value(Curve.GZIP, curves.nearest(2100)));
        assertEquals(2, curves.values(Curve.GZIP)[29]);
    }

    @Test
    void theMeanOfAStretchIsTheDifferenceOfTheTotals() {
        Curves curves = new Curves();
        curves.add(progress(100, 3, 2, 4, 3, 6, score("ppm", 5)));
        curves.add(progress(300, 3, 2, 4, 3, 4, score("ppm", 3)));
        assertEquals(6, curves.mean(-1, 0), 1e-12);
        assertEquals(3, curves.mean(0, 1), 1e-12);
        assertEquals(2, curves.meanOfPpm(0, 1), 1e-12);
    }

    @Test
    void othersAreAveragedOverTheWindowOfTheRunsOwnLine() {
        Curves curves = new Curves();
        curves.add(progress(1, 3, 2, 4, 3, 3, new LabReport.Score("ppm", 1, 2, 3, Double.NaN)));
        assertEquals(1, curves.value(Curve.PPM, 0));
    }

    private static Curves run(int reports, int bytes) {
        Curves curves = new Curves();
        for (int i = 1; i <= reports; i++) {
            curves.add(progress((long) i * bytes, 3, 2, 4, 3, 3));
        }
        return curves;
    }
}
