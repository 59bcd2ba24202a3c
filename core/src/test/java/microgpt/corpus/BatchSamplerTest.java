package microgpt.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

class BatchSamplerTest {
    private static final ByteStream DIGITS = ByteStream.of("digits", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, -1});

    @Test
    void everyPlaceIsDrawnAndNoneBeyondTheEnd() {
        BatchSampler sampler = new BatchSampler(DIGITS, 2, 9, 4, Rng.seeded(1));
        boolean[] seen = new boolean[10];
        for (int i = 0; i < 200; i++) {
            seen[(int) sampler.draw()] = true;
        }
        assertArrayEquals(new boolean[] {false, false, true, true, true, false, false, false, false, false}, seen);
    }

    @Test
    void targetsAreTheInputsOneTokenOn() {
        BatchSampler sampler = new BatchSampler(DIGITS, 0, 10, 3, Rng.seeded(1));
        int[] inputs = new int[6];
        int[] targets = new int[6];
        sampler.read(0, 0, inputs, targets);
        sampler.read(6, 1, inputs, targets);
        assertArrayEquals(new int[] {0, 1, 2, 6, 7, 8}, inputs);
        assertArrayEquals(new int[] {1, 2, 3, 7, 8, 255}, targets);
    }

    @Test
    void everyByteIsATokenThatReadsBackAsTheByte() {
        byte[] all = new byte[257];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i + 100); // no order in which these would be text
        }
        int[] tokens = new int[256];
        int[] targets = new int[256];
        new BatchSampler(ByteStream.of("all", all), 0, 257, 256, Rng.seeded(1)).read(0, 0, tokens, targets);
        for (int i = 0; i < 256; i++) {
            assertTrue(tokens[i] >= 0 && tokens[i] < 256, "token " + tokens[i]);
            assertEquals(all[i], (byte) tokens[i]);
            assertEquals(all[i + 1], (byte) targets[i]);
        }
    }

    @Test
    void fixedWindowsReachFromTheFirstPlaceToTheLast() {
        BatchSampler sampler = new BatchSampler(DIGITS, 0, 10, 3, Rng.seeded(1));
        assertEquals(0, sampler.evenly(0, 4));
        assertEquals(6, sampler.evenly(3, 4));
        assertEquals(0, sampler.evenly(0, 1));
    }

    @Test
    void aStretchThatIsTooShortIsRefused() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> new BatchSampler(DIGITS, 0, 4, 4, Rng.seeded(1)));
        assertTrue(String.valueOf(e.getMessage()).contains("4 bytes to draw windows from must be at least 5"));
    }
}
