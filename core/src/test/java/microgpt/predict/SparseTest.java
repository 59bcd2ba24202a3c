package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class SparseTest {
    private static final int[] START = {5, 0, -7};

    @Test
    void whatWasSavedComesBackOverAnything() {
        Rng rng = Rng.seeded(3);
        for (int length = 0; length < 400; length++) {
            int[] cells = repeated(length);
            for (int i = 0; i < length; i++) {
                if (rng.nextInt(1 + length / 10) == 0) {
                    cells[i] = rng.nextInt(1 << 30) - (1 << 29);
                }
            }
            Snapshot saved = new Snapshot();
            Sparse.save(saved, "cells", cells, START);
            int[] found = new int[length];
            Arrays.fill(found, 99);
            Sparse.restore(saved, "cells", found, START);
            assertArrayEquals(cells, found);
        }
    }

    @Test
    void whatDidNotChangeTakesNoRoom() {
        Snapshot saved = new Snapshot();
        Sparse.save(saved, "cells", repeated(1_000_000), START);
        assertEquals(7, saved.bytes("cells").length);
        int[] one = repeated(1_000_000);
        one[500_000] = 1;
        Sparse.save(saved, "cells", one, START);
        assertEquals(3 + 3 + 1 + 4 + 3 + 1, saved.bytes("cells").length);
    }

    @Test
    void floatsComeBackToTheBit() {
        float[] values = {0.5f, -0f, 0.5f, Float.MIN_VALUE, 0, 1e38f};
        Snapshot saved = new Snapshot();
        Sparse.save(saved, "values", values, 0.5f, 0);
        float[] found = new float[values.length];
        Sparse.restore(saved, "values", found, 0.5f, 0);
        assertArrayEquals(values, found);
        assertEquals(Float.floatToIntBits(-0f), Float.floatToIntBits(found[1]));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals("cells holds 3 values, expected 4", refusal(3, 3, 0));
        assertEquals("cells ends after 1 bytes, expected more", refusal(4));
        assertEquals("cells holds 5 before byte 2, expected at most 4", refusal(4, 5));
        assertEquals("cells holds 3 before byte 3, expected at most 2", refusal(4, 2, 3));
        assertEquals("cells holds 0 before byte 3, expected a step", refusal(4, 0, 0));
        assertEquals("cells has 4 bytes, expected 3", refusal(4, 4, 0, 0));
        assertEquals("cells holds 34359738367 before byte 5, expected at most 2147483647", refusal(-1, -1, -1, -1, -1));
        Snapshot saved = new Snapshot();
        Sparse.save(saved, "values", new float[] {1, Float.NaN}, 0);
        Exception thrown =
                assertThrows(IllegalArgumentException.class, () -> Sparse.restore(saved, "values", new float[2], 0));
        assertEquals("values holds NaN at 1, expected a finite number", thrown.getMessage());
    }

    private static String refusal(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        Snapshot saved = new Snapshot();
        saved.put("cells", all);
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Sparse.restore(saved, "cells", new int[4], START))
                        .getMessage());
    }

    private static int[] repeated(int length) {
        int[] cells = new int[length];
        for (int i = 0; i < length; i++) {
            cells[i] = START[i % START.length];
        }
        return cells;
    }
}
