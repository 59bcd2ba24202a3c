package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import org.junit.jupiter.api.Test;

class KeptSeriesTest {
    private final DownsampledSeries live = new DownsampledSeries(100, 1, Keep.LAST);
    private final KeptSeries kept = new KeptSeries();

    private void add(int from, int to, double value) {
        for (int x = from; x <= to; x++) {
            live.add(x, value);
        }
    }

    @Test
    void goingBackCutsAndGoingForwardBringsAllBack() {
        add(1, 20, 7);
        kept.travel(live, 0, 0, 8);
        assertEquals(8, live.end(live.size() - 1));
        kept.travel(live, 0, 0, 20);
        assertEquals(20, live.end(live.size() - 1));
    }

    @Test
    void aBranchIsKeptBesideWhatItLeft() {
        add(1, 20, 7);
        kept.travel(live, 0, 0, 8);
        add(9, 12, 3);
        assertNull(kept.of(1));
        kept.travel(live, 1, 0, 20);
        assertArrayEquals(new double[] {7, 3}, new double[] {kept(1).value(0, 7), kept(1).value(0, 8)});
        assertEquals(12, kept(1).end(kept(1).size() - 1));
        assertEquals(7, live.value(0, 8));
        assertEquals(20, live.size());
    }

    private DownsampledSeries kept(int course) {
        return Objects.requireNonNull(kept.of(course));
    }

    @Test
    void whatWasReadAgainInPartDoesNotReplaceTheWhole() {
        add(1, 20, 7);
        kept.travel(live, 0, 0, 8);
        add(9, 12, 7);
        kept.travel(live, 0, 0, 5);
        assertEquals(20, kept(0).size());
    }
}
