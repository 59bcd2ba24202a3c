package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LossSeriesTest {
    @Test
    void shortSeriesAreKeptAsTheyAre() {
        LossSeries series = new LossSeries();
        series.add(1, 4);
        series.add(2, 2);
        assertArrayEquals(new double[] {1, 2}, series.steps());
        assertArrayEquals(new double[] {4, 2}, series.raw());
        assertEquals(4, series.smooth()[0], 1e-12);
        assertEquals((4 * 0.97 + 2) / 1.97, series.smoothed(), 1e-12);
    }

    @Test
    void longSeriesKeepTheirMeanAndTheirEnd() {
        LossSeries series = new LossSeries();
        double sum = 0;
        int steps = 4 * LossSeries.CAPACITY;
        for (int step = 1; step <= steps; step++) {
            series.add(step, step % 7);
            sum += step % 7;
        }
        assertTrue(series.size() <= LossSeries.CAPACITY);
        double mean = 0;
        for (double point : series.raw()) {
            mean += point / series.size(); // all of equally many steps
        }
        assertEquals(sum / steps, mean, 1e-9);
        assertEquals(steps, series.steps()[series.size() - 1]);
        assertEquals(6, series.top(6));
    }

    @Test
    void aClearedSeriesForgetsItsAverage() {
        LossSeries series = new LossSeries();
        series.add(1, 100);
        series.clear();
        series.add(1, 1);
        assertEquals(1, series.smoothed(), 1e-12);
        assertEquals(1, series.size());
    }
}
