package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThinnedTest {
    @Test
    void fewEventsAreAllKept() {
        Thinned events = new Thinned();
        events.add(3);
        events.add(5);
        assertArrayEquals(new long[] {3, 5}, events.toArray());
    }

    @Test
    void manyEventsAreThinnedEvenly() {
        Thinned events = new Thinned();
        for (int i = 0; i < 100_000; i++) {
            events.add(i);
        }
        long[] kept = events.toArray();
        assertTrue(kept.length <= Thinned.CAPACITY && kept.length >= Thinned.CAPACITY / 2, "kept " + kept.length);
        long step = kept[1] - kept[0];
        for (int i = 1; i < kept.length; i++) {
            assertTrue(kept[i] - kept[i - 1] == step, "at " + i);
        }
    }
}
