package microgpt.web.chart;

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
        curves.add(1, 8, 8, 8, 8, 8, 8, 8);
        for (int i = 2; i <= 100; i++) {
            curves.add(i, i % 2 == 0 ? 2.3 : 2.7, 2, 3, 2.5, 3.1, 4, 4);
        }
        assertEquals(new Range(2, 3.5), Range.fitting(curves));
    }

    @Test
    void sharesRunFromLowToHigh() {
        assertEquals(0.25, new Range(2, 6).share(3));
    }
}
