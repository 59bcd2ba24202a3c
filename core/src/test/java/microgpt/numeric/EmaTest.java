package microgpt.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EmaTest {
    @Test
    void startsWithoutBias() {
        Ema ema = new Ema(0.99);
        assertTrue(ema.isEmpty());
        assertTrue(Double.isNaN(ema.value()));
        ema.add(5);
        assertEquals(5, ema.value(), 1e-12);
        ema.add(5);
        assertEquals(5, ema.value(), 1e-12);
    }

    @Test
    void weighsTheLatestMost() {
        Ema ema = new Ema(0.5);
        ema.add(1);
        ema.add(4);
        assertEquals((0.5 * 1 + 4) / 1.5, ema.value(), 1e-12);
    }

    @Test
    void continuesFromASavedState() {
        Ema ema = Ema.over(10);
        ema.add(1);
        ema.add(2);
        Ema other = Ema.over(10);
        other.restore(ema.state());
        ema.add(3);
        other.add(3);
        assertEquals(ema.value(), other.value());
        other.reset();
        assertTrue(other.isEmpty());
    }

    @Test
    void refusesAStateThatNoAverageHas() {
        Ema ema = Ema.over(10);
        for (double[] bad :
                new double[][] {{1}, {Double.NaN, 1}, {1, -0.1}, {1, 1.1}, {1, 0}, {1, Double.NaN}, {1, 1e-310}}) {
            assertThrows(IllegalArgumentException.class, () -> ema.restore(bad));
        }
        assertTrue(ema.isEmpty());
    }

    @Test
    void refusesADecayOutsideItsRange() {
        assertThrows(IllegalArgumentException.class, () -> new Ema(1));
        assertThrows(IllegalArgumentException.class, () -> new Ema(-0.1));
        assertThrows(IllegalArgumentException.class, () -> new Ema(Double.NaN));
    }
}
