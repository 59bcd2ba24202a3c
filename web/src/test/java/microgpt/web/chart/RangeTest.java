package microgpt.web.chart;

import static microgpt.web.Reports.progress;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void nothingToFitShowsEverything() {
        assertEquals(Range.ALL, Range.fitting(new Curves()));
    }

    @Test
    void theCurvesFitInStepsOfHalfABitWithoutThePlungeAtTheStart() {
        Curves curves = new Curves();
        curves.add(progress(1, 8, 8, 8, 8, 8));
        for (int i = 2; i <= 100; i++) {
            curves.add(progress(i, i % 2 == 0 ? 2.3 : 2.7, 2, 3, 2.5, 3.1));
        }
        assertEquals(new Range(2, 3.5), Range.fitting(curves));
    }

    @Test
    void theCurvesBetweenTwoPlacesFit() {
        Curves curves = new Curves();
        for (int i = 1; i <= 100; i++) {
            double bits = i <= 50 ? 6 : 2;
            curves.add(progress(i, bits, bits, bits, bits, bits));
        }
        assertEquals(new Range(1.5, 2.5), Range.fitting(curves, 60, 80));
        assertEquals(Range.ALL, Range.fitting(curves, 200, 300));
    }

    @Test
    void sharesRunFromLowToHigh() {
        assertEquals(0.25, new Range(2, 6).share(3));
    }
}
