package microgpt.worker.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class MatrixCellsTest {
    @Test
    void aCellIsTheMeanOfTheWeightsThere() {
        float[] weights = {
            1, 2, 3, 4,
            5, 6, 7, 8,
            -1, -1, 0, 2
        };
        assertArrayEquals(new float[] {2, 4}, MatrixCells.of(weights, 3, 4, 1, 2), 1e-6f);
        assertArrayEquals(new float[] {3.5f, 5.5f, -1, 1}, MatrixCells.of(weights, 3, 4, 2, 2), 1e-6f);
        assertSame(weights, MatrixCells.of(weights, 3, 4, 3, 4));
    }

    @Test
    void bytesKeepSignAndShareOfTheScale() {
        byte[] bytes = MatrixCells.quantized(new float[] {0.5f, -0.5f, 0.25f, 0, 9}, 0.5)
                .toArray();
        assertArrayEquals(new byte[] {127, -127, 64, 0, 127}, bytes);
        assertArrayEquals(new byte[2], MatrixCells.quantized(new float[2], 0).toArray());
    }

    @Test
    void theLargestIsFiniteAndWithoutItsSign() {
        assertEquals(3, MatrixCells.largest(1, -3, 2, Float.NaN, Float.NEGATIVE_INFINITY));
        assertEquals(5, MatrixCells.norm(3, -4));
    }
}
