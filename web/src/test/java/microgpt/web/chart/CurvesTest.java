package microgpt.web.chart;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            curves.add(progress(i, 3, Math.min(3, spike), Math.max(3, spike), 3, 3), Double.NaN);
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
        curves.add(progress(1, 3, 2, 4, 3, 3), Double.NaN);
        assertFalse(curves.has(Curve.COUNTS));
        curves.add(progress(2, 3, 2, 4, 3, 3, score("counts", 2.5)), 4);
        assertTrue(curves.has(Curve.COUNTS));
        assertEquals(2.5, curves.value(Curve.COUNTS, 1));
        assertEquals(4, curves.value(Curve.GZIP, 1));
        assertTrue(Double.isNaN(curves.value(Curve.COUNTS, 0)));
    }

    private static Curves run(int reports, int bytes) {
        Curves curves = new Curves();
        for (int i = 1; i <= reports; i++) {
            curves.add(progress((long) i * bytes, 3, 2, 4, 3, 3), Double.NaN);
        }
        return curves;
    }
}
