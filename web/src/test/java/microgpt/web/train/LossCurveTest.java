package microgpt.web.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LossCurveTest {
    private final LossCurve curve = new LossCurve();

    @Test
    void aShortRunKeepsEveryStep() {
        curve.add(1, 5);
        curve.add(2, 4);
        assertArrayEquals(new double[] {1, 2}, curve.steps());
        assertArrayEquals(new double[] {5, 4}, curve.low(1));
        assertArrayEquals(new double[] {10, 8}, curve.high(2));
        assertTrue(curve.smoothed() > 4 && curve.smoothed() < 5);
    }

    @Test
    void aLongRunKeepsItsExtremesAndItsEnd() {
        int steps = 10 * LossCurve.CAPACITY + 3;
        for (int step = 1; step <= steps; step++) {
            curve.add(step, step == 777 ? 9 : step == 4321 ? 0.5 : 2);
        }
        assertTrue(curve.size() <= LossCurve.CAPACITY && curve.size() > LossCurve.CAPACITY / 4);
        assertEquals(steps, curve.lastStep());
        assertEquals(9, curve.top(0));
        assertEquals(0.5, curve.bottom(9));
        assertEquals(2, curve.smoothed(), 1e-9);
        double[] kept = curve.steps();
        for (int i = 1; i < kept.length; i++) {
            assertTrue(kept[i] > kept[i - 1]);
        }
    }

    @Test
    void theMeanOfManyStepsWeighsAsManyInTheAverage() {
        for (int step = 1; step <= 1000; step++) {
            curve.add(step, 5);
        }
        curve.add(1001, 4);
        assertEquals(5 - 1 / 30.0, curve.smoothed(), 1e-12);
        curve.add(2001, 3);
        assertEquals(3, curve.smoothed());
    }

    @Test
    void manyLooksAreThinnedEvenly() {
        for (int look = 1; look <= 2 * LossCurve.CAPACITY; look++) {
            curve.look(100L * look, 3 - look * 1e-4);
        }
        double[] kept = curve.lookSteps();
        assertTrue(kept.length <= LossCurve.CAPACITY);
        assertTrue(kept.length > LossCurve.CAPACITY / 3, "kept " + kept.length);
        for (int i = 1; i < kept.length; i++) {
            assertTrue(kept[i] - kept[i - 1] <= 300, "at " + i);
        }
        assertEquals(200 * LossCurve.CAPACITY, kept[kept.length - 1]);
    }

    @Test
    void aPointerFindsTheNearestColumnAndLook() {
        assertEquals(-1, curve.nearest(5));
        curve.add(1, 5);
        curve.add(2, 4);
        curve.look(2, 4.5);
        assertEquals(0, curve.nearest(-3));
        assertEquals(1, curve.nearest(1.6));
        assertEquals(1, curve.nearest(99));
        assertEquals(0, curve.nearestLook(1));
    }

    @Test
    void clearingBeginsAnew() {
        curve.add(1, 5);
        curve.look(1, 5);
        curve.clear();
        assertEquals(0, curve.size());
        assertEquals(0, curve.lookSteps().length);
        assertTrue(Double.isNaN(curve.smoothed()));
    }
}
