package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AttentionCellTest {
    private static final AttentionCell.Extent EXTENT = new AttentionCell.Extent(2, 3, 4);

    @Test
    void rightAndLeftPassThroughTheHeads() {
        AttentionCell place = new AttentionCell(0, 0, 1, 1);
        assertEquals(new AttentionCell(0, 1, 1, 0), place.moved(1, 0, EXTENT));
        assertEquals(place, place.moved(1, 0, EXTENT).moved(-1, 0, EXTENT));
        assertEquals(new AttentionCell(0, 0, 1, 0), place.moved(-1, 0, EXTENT));
    }

    @Test
    void upAndDownPassThroughTheLayersBelowTheDiagonal() {
        assertEquals(new AttentionCell(1, 2, 0, 0), new AttentionCell(0, 2, 3, 3).moved(0, 1, EXTENT));
        assertEquals(new AttentionCell(0, 2, 2, 2), new AttentionCell(0, 2, 3, 3).moved(0, -1, EXTENT));
    }

    @Test
    void theOutermostEdgesHold() {
        AttentionCell first = new AttentionCell(0, 0, 0, 0);
        assertEquals(first, first.moved(-1, 0, EXTENT));
        assertEquals(first, first.moved(0, -1, EXTENT));
        AttentionCell last = new AttentionCell(1, 2, 3, 3);
        assertEquals(last, last.moved(1, 0, EXTENT));
        assertEquals(last, last.moved(0, 1, EXTENT));
        assertTrue(last.isWithin(EXTENT));
        assertFalse(last.isWithin(new AttentionCell.Extent(2, 3, 3)));
    }
}
