package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AttentionGridTest {
    @Test
    void theSquaresFitIntoTheWidth() {
        AttentionGrid grid = AttentionGrid.fit(2, 4, 32, 360);
        assertTrue(grid.left(3) + grid.side() <= 360.001);
        assertTrue(grid.top(1) + grid.side() <= grid.height());
        assertEquals(7, AttentionGrid.fit(1, 1, 16, 4000).cell());
    }

    @Test
    void aPointFindsItsPair() {
        AttentionGrid grid = AttentionGrid.fit(2, 4, 32, 1000);
        double x = grid.left(2) + 5.5 * grid.cell();
        double y = grid.top(1) + 9.5 * grid.cell();
        assertArrayEquals(new int[] {1, 2, 9, 5}, grid.at(x, y));
        assertEquals(0, grid.at(grid.left(1) - 2, y).length);
        assertEquals(0, AttentionGrid.NONE.at(3, 3).length);
    }

    @Test
    void theArrowKeysGoFromPairToPairAndFromSquareToSquare() {
        AttentionGrid grid = AttentionGrid.fit(2, 2, 8, 400);
        assertArrayEquals(new int[] {0, 0, 5, 3}, grid.beside(new int[] {0, 0, 5, 2}, 1, 0));
        assertArrayEquals(new int[] {0, 1, 5, 0}, grid.beside(new int[] {0, 0, 5, 5}, 1, 0));
        assertArrayEquals(new int[] {0, 0, 5, 5}, grid.beside(new int[] {0, 1, 5, 0}, -1, 0));
        assertArrayEquals(new int[] {0, 0, 4, 4}, grid.beside(new int[] {0, 0, 5, 5}, 0, -1));
        assertArrayEquals(new int[] {1, 0, 0, 0}, grid.beside(new int[] {0, 0, 7, 4}, 0, 1));
        assertArrayEquals(new int[] {1, 1, 7, 7}, grid.beside(new int[] {1, 1, 7, 7}, 1, 0));
        assertArrayEquals(new int[] {1, 1, 7, 7}, grid.beside(new int[] {1, 1, 7, 7}, 0, 1));
    }
}
