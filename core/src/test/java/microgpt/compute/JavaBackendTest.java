package microgpt.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class JavaBackendTest {
    private final Bench bench = new Bench(1);
    private final Backend on = bench.on;

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void shapesThatDoNotFitAreRefusedByName() {
        refused(
                "weight is 4 x 3, expected 4 x 5",
                () -> on.linear(bench.zeros(2, 4), bench.zeros(2, 5), bench.zeros(4, 3), null));
        refused(
                "out is 2 x 3, expected 2 x 4",
                () -> on.linear(bench.zeros(2, 3), bench.zeros(2, 5), bench.zeros(4, 5), null));
        refused(
                "5 rows do not divide into 2 sequences",
                () -> on.addPositions(bench.zeros(5, 4), bench.zeros(5, 4), 2));
        refused(
                "6 channels do not divide into 4 heads",
                () -> on.attention(bench.zeros(2, 6), bench.zeros(8, 2), bench.zeros(2, 18), null, 4, 1));
        refused(
                "relativeBias is 2 x 1, expected 2 x at least 2",
                () -> on.attention(bench.zeros(2, 6), bench.zeros(4, 2), bench.zeros(2, 18), bench.zeros(2, 1), 2, 1));
        refused("b has 3 floats, expected 4", () -> on.add(bench.zeros(2, 2), bench.zeros(2, 2), bench.zeros(1, 3)));
    }

    @Test
    void indicesOutOfRangeAreRefused() {
        refused(
                "tokens[1] is 5, expected below 5",
                () -> on.embed(bench.zeros(2, 3), bench.zeros(5, 3), new int[] {4, 5}));
        refused(
                "tokens has 1 entries, expected 2",
                () -> on.embed(bench.zeros(2, 3), bench.zeros(5, 3), new int[] {4}));
    }

    @Test
    void theMemoryOfAnotherMachineIsRefused() {
        Memory elsewhere = new Memory() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public float get(int index) {
                return 0;
            }

            @Override
            public void set(int index, float value) {}

            @Override
            public void read(int offset, float[] into, int from, int length) {}

            @Override
            public void write(int offset, float[] values, int from, int length) {}
        };
        assertThrows(IllegalArgumentException.class, () -> on.fill(new Tensor(elsewhere, 0, 2, 2), 1));
    }

    @Test
    void aTensorMustFitItsMemory() {
        refused(
                "a tensor of 2 x 3 at offset 1 does not fit a memory of 6 floats",
                () -> new Tensor(on.allocate(6), 1, 2, 3));
    }
}
