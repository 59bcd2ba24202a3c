package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class LanesTest {
    /** Large and small numbers: in any other order of addition, or with fused steps, the sum is another. */
    @Test
    void theOrderOfAdditionIsFixed() {
        float[] w = {1, 1, 1, 1, 1, 1, 1, 1};
        float[] x = {1e8f, 1, 1, 1, -1e8f, 1, 3, 5};
        assertEquals(12, Lanes.dot(w, 0, x, 8));
        float[] mixed = {1e8f, -1e8f, 1, 1, 1, 1, 1, 1};
        assertEquals(4, Lanes.dot(w, 0, mixed, 8), "lane 0 loses its 1, lane 1 too");
    }

    @Test
    void rowsOfTheirOwnGiveTheSameAsOneRowWhereTheyAreTheSame() {
        Rng rng = Rng.seeded(1);
        float[] w = new float[36];
        float[] x = new float[12];
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) rng.nextGaussian();
            x[i % 12] = (float) rng.nextGaussian();
        }
        int[] row2 = new int[12];
        Arrays.fill(row2, 24);
        assertEquals(Lanes.dot(w, 24, x, 12), Lanes.dot(w, row2, x, 12));
        float[] other = w.clone();
        Lanes.add(w, 24, x, 12, 0.1f);
        Lanes.add(other, row2, x, 12, 0.1f);
        assertArrayEquals(w, other);
    }

    @Test
    void lengthsAreRoundedUpToWholeVectors() {
        assertEquals(0, Lanes.padded(0));
        assertEquals(4, Lanes.padded(1));
        assertEquals(104, Lanes.padded(102));
    }
}
