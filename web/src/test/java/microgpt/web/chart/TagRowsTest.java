package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TagRowsTest {
    @Test
    void aTagStandsInTheFirstRowWhereThereIsRoom() {
        double[] starts = {0, 10, 20, 60};
        double[] widths = {50, 50, 50, 50};
        assertArrayEquals(new int[] {0, 1, TagRows.NONE, 0}, TagRows.place(starts, widths, 2, 3));
    }
}
