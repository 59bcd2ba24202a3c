package microgpt.mechanism;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class WindowCopiesTest {
    private static final int SLOTS = 20_000;

    /** An input is the target before it, or the token that begins a document. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tokens(int[] inputs, int[] targets) {
        static Tokens random(int length, Rng rng) {
            int[] inputs = new int[length];
            int[] targets = new int[length];
            for (int i = 0; i < length; i++) {
                targets[i] = rng.nextInt(256);
                inputs[i] = rng.nextInt(5) == 0 ? 256 : i == 0 ? rng.nextInt(256) : targets[i - 1];
            }
            return new Tokens(inputs, targets);
        }

        void isIn(WindowCopies copies, int slot) {
            int[] in = new int[inputs.length + 3];
            int[] out = new int[inputs.length + 3];
            copies.read(slot, in, out, 2);
            for (int i = 0; i < inputs.length; i++) {
                assertEquals(inputs[i], in[2 + i], "input " + i + " of slot " + slot);
                assertEquals(targets[i], out[2 + i], "target " + i + " of slot " + slot);
            }
        }
    }

    @Test
    void windowsOfAnyLengthComeBackAsTheyWere() {
        Rng rng = Rng.seeded(1);
        for (int length : new int[] {1, 7, 8, 9, 32, 70_000}) {
            WindowCopies copies = new WindowCopies(length);
            Tokens[] windows = new Tokens[5];
            for (int slot = 0; slot < windows.length; slot++) {
                windows[slot] = Tokens.random(length, rng);
                copies.put(slot, windows[slot].inputs(), windows[slot].targets());
            }
            windows[2] = Tokens.random(length, rng);
            copies.put(2, windows[2].inputs(), windows[2].targets());
            for (int slot = 0; slot < windows.length; slot++) {
                windows[slot].isIn(copies, slot);
            }
        }
    }

    @Test
    void theMemoryIsThatOfTheWindowsAndAPage() {
        WindowCopies copies = full();
        long least = (long) SLOTS * WindowCopies.bytesEach(8);
        assertEquals(10, WindowCopies.bytesEach(8));
        assertTrue(copies.memoryBytes() >= least && copies.memoryBytes() <= least + WindowCopies.PAGE_BYTES);
        copies.shrink(100);
        assertTrue(copies.memoryBytes() <= WindowCopies.PAGE_BYTES);
    }

    private static WindowCopies full() {
        Rng rng = Rng.seeded(2);
        WindowCopies copies = new WindowCopies(8);
        for (int slot = 0; slot < SLOTS; slot++) {
            Tokens tokens = Tokens.random(8, rng);
            copies.put(slot, tokens.inputs(), tokens.targets());
        }
        return copies;
    }

    @Test
    void windowsChangePlacesAcrossPages() {
        Rng rng = Rng.seeded(3);
        WindowCopies copies = full();
        Tokens first = Tokens.random(8, rng);
        Tokens last = Tokens.random(8, rng);
        copies.put(0, first.inputs(), first.targets());
        copies.put(SLOTS - 1, last.inputs(), last.targets());
        copies.swap(0, SLOTS - 1);
        first.isIn(copies, SLOTS - 1);
        last.isIn(copies, 0);
    }

    @Test
    void whatIsSavedComesBack() {
        Snapshot saved = new Snapshot();
        WindowCopies copies = full();
        copies.save(saved);
        WindowCopies restored = new WindowCopies(8);
        restored.restore(saved, SLOTS);
        int[] expected = new int[8];
        int[] found = new int[8];
        int[] targets = new int[8];
        for (int slot = 0; slot < SLOTS; slot += 777) {
            copies.read(slot, expected, targets, 0);
            restored.read(slot, found, targets, 0);
            assertArrayEquals(expected, found);
        }
        assertThrows(IllegalArgumentException.class, () -> new WindowCopies(8).restore(saved, 10 * SLOTS));
        assertThrows(IllegalArgumentException.class, () -> new WindowCopies(9).restore(saved, SLOTS));
    }
}
