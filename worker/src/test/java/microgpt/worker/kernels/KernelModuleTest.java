package microgpt.worker.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KernelModuleTest {
    private static final String RELAXED_MULTIPLY_ADD = latin1(new byte[] {(byte) 0xfd, (byte) 0x85, 0x02});

    @Test
    void onlyTheRelaxedModuleUsesRelaxedInstructions() {
        assertTrue(latin1(KernelModule.bytes(Variant.RELAXED)).contains(RELAXED_MULTIPLY_ADD));
        assertFalse(latin1(KernelModule.bytes(Variant.PLAIN)).contains(RELAXED_MULTIPLY_ADD));
    }

    @Test
    void theSameSourceGivesTheSameBytes() {
        assertArrayEquals(KernelModule.bytes(Variant.PLAIN), KernelModule.bytes(Variant.PLAIN));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
