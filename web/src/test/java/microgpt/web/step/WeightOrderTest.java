package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import microgpt.numeric.Rng;
import microgpt.protocol.step.StepReport.Matrix;
import microgpt.web.step.WeightOrder.Direction;
import microgpt.web.step.WeightOrder.Filter;
import microgpt.web.step.WeightOrder.Measure;
import org.junit.jupiter.api.Test;

class WeightOrderTest {
    private static final List<Matrix> MATRICES = List.of(new Matrix("a", 2, 3), new Matrix("b", 1, 2));
    private static final double[] VALUES = {3, -1, 2, 0, 5, -4, 2, 1};
    private static final double[] GRADIENTS = {0, 0, -9, 1, 0, 0, 0, 8};

    @Test
    void withoutAWishTheyStandAsTheyAre() {
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, order(Filter.ALL, Measure.NUMBER, Direction.RISING));
        assertArrayEquals(new int[] {7, 6, 5, 4, 3, 2, 1, 0}, order(Filter.ALL, Measure.NUMBER, Direction.FALLING));
    }

    @Test
    void equalsStayInOrder() {
        assertArrayEquals(new int[] {5, 1, 3, 7, 2, 6, 0, 4}, order(Filter.ALL, Measure.VALUE, Direction.RISING));
        assertArrayEquals(new int[] {4, 5, 0, 2, 6, 1, 7, 3}, order(Filter.ALL, Measure.SIZE, Direction.FALLING));
        assertArrayEquals(
                new int[] {2, 7, 3, 0, 1, 4, 5, 6}, order(Filter.ALL, Measure.GRADIENT_SIZE, Direction.FALLING));
    }

    @Test
    void matrixRowAndColumnNarrowThemDown() {
        assertArrayEquals(new int[] {6, 7}, order(new Filter(1, -1, -1), Measure.NUMBER, Direction.RISING));
        assertArrayEquals(new int[] {3, 4, 5}, order(new Filter(0, 1, -1), Measure.NUMBER, Direction.RISING));
        assertArrayEquals(new int[] {1, 4, 7}, order(new Filter(-1, -1, 1), Measure.NUMBER, Direction.RISING));
        assertArrayEquals(new int[] {}, order(new Filter(1, 5, -1), Measure.VALUE, Direction.RISING));
    }

    @Test
    void aHundredThousandAreSorted() {
        Rng rng = Rng.seeded(1);
        double[] values = new double[100_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextInt(1000);
        }
        int[] order = WeightOrder.of(
                List.of(new Matrix("m", 1000, 100)), Filter.ALL, Measure.VALUE, Direction.RISING, values, values);
        assertEquals(values.length, order.length);
        for (int i = 1; i < order.length; i++) {
            double step = values[order[i]] - values[order[i - 1]];
            assertTrue(step > 0 || (step == 0 && order[i] > order[i - 1]));
        }
    }

    private static int[] order(Filter filter, Measure measure, Direction direction) {
        return WeightOrder.of(MATRICES, filter, measure, direction, VALUES, GRADIENTS);
    }
}
