package microgpt.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogisticTest {
    private final Logistic logistic = new Logistic();

    @Test
    void stretchIsOddAroundOneHalf() {
        for (int i = 0; i < 2048; i++) {
            float low = (i + 0.5f) / 4096;
            assertEquals(-logistic.stretch(low), logistic.stretch(1 - low), 1e-6f);
            assertEquals(Math.log(low / (1 - low)), logistic.stretch(low), 2e-6);
        }
    }

    @Test
    void squashUndoesStretch() {
        for (int i = 0; i < 4096; i++) {
            float p = (i + 0.5f) / 4096;
            assertEquals(p, logistic.squash(logistic.stretch(p)), 2e-6f);
        }
    }

    @Test
    void squashIsNearTheLogisticFunctionAndRises() {
        float before = 0;
        for (float x = -13; x < 13; x += 0.001f) {
            float y = logistic.squash(x);
            assertEquals(1 / (1 + Math.exp(-Math.max(-11.99, Math.min(11.99, x)))), y, 1e-6);
            assertTrue(y >= before);
            before = y;
        }
    }

    @Test
    void probabilitiesAtTheEndsHaveALogitToo() {
        assertEquals(logistic.stretch(0.0001f), logistic.stretch(0));
        assertEquals(logistic.stretch(0.9999f), logistic.stretch(1));
        assertTrue(logistic.stretch(1) < 9.02f);
    }
}
