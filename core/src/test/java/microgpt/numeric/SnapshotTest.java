package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SnapshotTest {
    @Test
    void whatIsPutIntoAPartIsFoundThere() {
        Snapshot snapshot = new Snapshot();
        snapshot.part("a").part("b").put("x", 1.5, 2.5);
        snapshot.putText("name", "ä\ud83d\ude00");
        assertArrayEquals(new double[] {1.5, 2.5}, snapshot.doubles("a.b.x"));
        assertEquals("ä\ud83d\ude00", snapshot.text("name"));
        assertTrue(snapshot.part("a").has("b.x"));
        assertFalse(snapshot.has("x"));
    }

    @Test
    void aMissingOrWrongArrayIsNamed() {
        Snapshot part = new Snapshot().part("learner");
        part.put("steps", 3L);
        assertEquals("learner.moments is missing", complaint(() -> part.floats("moments")));
        assertEquals("learner.steps must hold numbers of 64 bits", complaint(() -> part.doubles("steps")));
        assertEquals("learner.steps holds 1 values, expected 2", complaint(() -> part.longs("steps", 2)));
    }

    private static String complaint(Runnable action) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }
}
