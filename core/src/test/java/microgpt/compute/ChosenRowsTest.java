package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ChosenRowsTest {
    private static final Backend ON = JavaBackend.alone();

    /** Large and small numbers: in any other order of addition, or with fused steps, the sums are others. */
    @Test
    void theOrderOfAdditionIsFixed() {
        Tensor weights = tensor(2, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 5);
        Tensor sums = new Tensor(ON.allocate(2), 0, 2, 1);
        ON.dotRows(sums, weights, tensor(1, 8, 1e8f, -1e8f, 1, 1, 1, 1, 1, 1), new int[] {1, 0});
        assertArrayEquals(new float[] {10, 4}, sums.toArray(), "lane 0 loses its 1, lane 1 too");
    }

    @Test
    void theWidthIsAMultipleOfFour() {
        Tensor weights = tensor(1, 3, 1, 2, 3);
        Tensor sum = tensor(1, 1, 0);
        Exception thrown = assertThrows(
                IllegalArgumentException.class, () -> ON.dotRows(sum, weights, tensor(1, 3, 1, 2, 3), new int[] {0}));
        assertEquals("weights have 3 columns, expected a multiple of 4", thrown.getMessage());
    }

    @Test
    void onlyTheChosenRowsMoveEachByItsStep() {
        Tensor weights = tensor(3, 4, 1, 2, 3, 4, 10, 20, 30, 40, 100, 200, 300, 400);
        ON.addToRows(weights, tensor(2, 1, 10, -1), tensor(1, 4, 1, 2, 3, 4), new int[] {2, 0});
        assertArrayEquals(new float[] {0, 0, 0, 0, 10, 20, 30, 40, 110, 220, 330, 440}, weights.toArray());
    }

    @Test
    void rowsThatWereLookedUpCanBePutBack() {
        Bench bench = new Bench(1);
        Tensor weights = bench.random(5, 3);
        float[] before = weights.toArray();
        int[] rows = {4, 0, 2};
        Tensor kept = bench.random(3, 3);
        bench.on.embed(kept, weights, rows);
        bench.on.fill(weights.row(0), 1);
        bench.on.fill(weights.row(4), 2);
        bench.on.putRows(weights, kept, rows);
        assertArrayEquals(before, weights.toArray());
    }

    private static Tensor tensor(int rows, int cols, float... values) {
        Tensor tensor = new Tensor(ON.allocate(values.length), 0, rows, cols);
        tensor.memory().write(0, values, 0, values.length);
        return tensor;
    }
}
