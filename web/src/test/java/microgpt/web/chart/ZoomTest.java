package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ZoomTest {
    private final Zoom zoom = new Zoom();

    @Test
    void allIsLookedAtUntilAPartIsChosen() {
        assertTrue(zoom.isWhole());
        assertEquals(1, zoom.left(1));
        assertEquals(5000, zoom.right(5000));
        assertTrue(zoom.show(3000, 1000));
        assertEquals(1000, zoom.left(1));
        assertEquals(3000, zoom.right(5000));
        zoom.whole();
        assertTrue(zoom.isWhole());
    }

    @Test
    void aTremblingHandChoosesNothing() {
        assertFalse(zoom.show(1000, 1010));
        assertTrue(zoom.isWhole());
    }

    @Test
    void whatIsChosenStaysWhenMoreIsRead() {
        zoom.show(100, 900);
        assertEquals(900, zoom.right(50_000));
    }

    @Test
    void itComesCloserAroundAPlaceAndGoesBackToAll() {
        zoom.scale(9000, 0.5, 10_000);
        assertEquals(5000, zoom.left(0));
        assertEquals(10_000, zoom.right(10_000));
        zoom.scale(6000, 0.5, 10_000);
        assertEquals(4750, zoom.left(0));
        assertEquals(7250, zoom.right(10_000));
        zoom.scale(6000, 4, 10_000);
        assertTrue(zoom.isWhole());
    }
}
