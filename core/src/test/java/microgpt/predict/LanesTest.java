package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanesTest {
    /** Large and small numbers: in any other order of addition, or with fused steps, the sum is another. */
    @Test
    void theOrderOfAdditionIsFixed() {
        float[] w = {1, 1, 1, 1, 1, 1, 1, 1};
        int[] oneRow = new int[8];
        float[] x = {1e8f, 1, 1, 1, -1e8f, 1, 3, 5};
        assertEquals(12, Lanes.dot(w, oneRow, x, 8));
        float[] mixed = {1e8f, -1e8f, 1, 1, 1, 1, 1, 1};
        assertEquals(4, Lanes.dot(w, oneRow, mixed, 8), "lane 0 loses its 1, lane 1 too");
    }

    @Test
    void eachNumberHasARowOfItsOwn() {
        float[] w = {1, 2, 3, 4, 10, 20, 30, 40, 100, 200, 300, 400};
        int[] rows = {4, 0, 8, 4};
        float[] x = {1, 2, 3, 4};
        assertEquals(10 + 2 * 2 + 3 * 300 + 4 * 40, Lanes.dot(w, rows, x, 4));
        Lanes.add(w, rows, x, 4, 10);
        assertArrayEquals(new float[] {1, 22, 3, 4, 20, 20, 30, 80, 100, 200, 330, 400}, w);
    }

    @Test
    void lengthsAreRoundedUpToWholeVectors() {
        assertEquals(0, Lanes.padded(0));
        assertEquals(4, Lanes.padded(1));
        assertEquals(104, Lanes.padded(102));
    }
}
