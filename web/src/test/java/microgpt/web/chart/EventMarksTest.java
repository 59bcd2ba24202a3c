package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EventMarksTest {
    private final EventMarks events = new EventMarks();

    @Test
    void fewEventsAreAllKept() {
        events.add(3);
        events.add(5);
        events.add(5);
        assertArrayEquals(new double[] {3, 5}, events.positions());
        events.clear();
        assertEquals(0, events.positions().length);
    }

    @Test
    void manyEventsAreThinnedEvenly() {
        for (int i = 1; i <= 100_000; i++) {
            events.add(i);
        }
        double[] kept = events.positions();
        assertTrue(kept.length <= EventMarks.CAPACITY && kept.length > EventMarks.CAPACITY / 3, "kept " + kept.length);
        for (int i = 1; i < kept.length - 1; i++) {
            assertEquals(kept[0], kept[i] - kept[i - 1], "at " + i);
        }
        assertEquals(100_000, kept[kept.length - 1]);
    }
}
