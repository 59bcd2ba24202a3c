package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MapPlaceTest {
    private static final MapPlace.Extent EXTENT = new MapPlace.Extent(2, 3, 4);

    @Test
    void rightAndLeftPassThroughTheHeads() {
        MapPlace place = new MapPlace(0, 0, 1, 1);
        assertEquals(new MapPlace(0, 1, 1, 0), place.moved(1, 0, EXTENT));
        assertEquals(place, place.moved(1, 0, EXTENT).moved(-1, 0, EXTENT));
        assertEquals(new MapPlace(0, 0, 1, 0), place.moved(-1, 0, EXTENT));
    }

    @Test
    void upAndDownPassThroughTheLayersBelowTheDiagonal() {
        assertEquals(new MapPlace(1, 2, 0, 0), new MapPlace(0, 2, 3, 3).moved(0, 1, EXTENT));
        assertEquals(new MapPlace(0, 2, 2, 2), new MapPlace(0, 2, 3, 3).moved(0, -1, EXTENT));
    }

    @Test
    void theOutermostEdgesHold() {
        MapPlace first = new MapPlace(0, 0, 0, 0);
        assertEquals(first, first.moved(-1, 0, EXTENT));
        assertEquals(first, first.moved(0, -1, EXTENT));
        MapPlace last = new MapPlace(1, 2, 3, 3);
        assertEquals(last, last.moved(1, 0, EXTENT));
        assertEquals(last, last.moved(0, 1, EXTENT));
        assertTrue(last.isWithin(EXTENT));
        assertFalse(last.isWithin(new MapPlace.Extent(2, 3, 3)));
    }
}
