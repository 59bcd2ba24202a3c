package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GzipStepsTest {
    private final GzipSteps steps = new GzipSteps();

    @Test
    void eachStretchCostsTheDifferenceOfItsSizes() {
        steps.add(2000, 1000);
        steps.add(4000, 1500);
        assertEquals(4, steps.at(1));
        assertEquals(4, steps.at(2000));
        assertEquals(2, steps.at(2001));
        assertTrue(Double.isNaN(steps.at(4001)));
    }

    @Test
    void aShortStretchIsTakenTogetherWithTheNext() {
        steps.add(2000, 1000);
        steps.add(2100, 1090);
        steps.add(4000, 1500);
        assertEquals(2, steps.at(2050));
    }

    @Test
    void moreThanFitAreTakenTogetherAndStayExact() {
        for (int i = 1; i <= GzipSteps.CAPACITY + 1; i++) {
            steps.add(2000L * i, 1000L * i);
        }
        assertEquals(4, steps.at(1));
        assertEquals(4, steps.at(2000.0 * GzipSteps.CAPACITY));
        steps.add(2000L * (GzipSteps.CAPACITY + 2), 1000L * (GzipSteps.CAPACITY + 1) + 250);
        assertEquals(1, steps.at(2000.0 * (GzipSteps.CAPACITY + 2)));
    }
}
