package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void evenTicksAreRoundAndFew() {
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0), new Scale(0, 6, false).ticks(4));
        assertEquals(List.of(0.0, 500.0, 1000.0, 1500.0), new Scale(0, 1500, false).ticks(5));
        assertEquals(0.25, new Scale(0, 8, false).at(2));
    }

    @Test
    void logarithmicTicksAreOneTwoFive() {
        List<Double> ticks = new Scale(0.9, 110, true).ticks(0);
        assertEquals(7, ticks.size());
        assertEquals(1, ticks.get(0), 1e-9);
        assertEquals(100, ticks.get(6), 1e-9);
        assertEquals(0.5, new Scale(1, 100, true).at(10), 1e-12);
    }

    @Test
    void anEmptyScaleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Scale(1, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new Scale(0, 1, true));
    }
}
