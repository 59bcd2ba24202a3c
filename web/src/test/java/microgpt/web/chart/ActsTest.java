package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntPredicate;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Acts.Drawing;
import microgpt.web.chart.Acts.Kind;
import org.junit.jupiter.api.Test;

class ActsTest {
    @Test
    void whatNeverActedIsNotDrawn() {
        assertEquals(Drawing.NOT, new Acts().drawing(Kind.CLIPPED));
        assertEquals(Drawing.NOT, clipped(step -> false).drawing(Kind.CLIPPED));
        assertEquals(Drawing.NOT, clipped(step -> true).drawing(Kind.BOOSTED));
    }

    @Test
    void rareActsAreMarkedOneByOne() {
        assertEquals(Drawing.MARKS, clipped(step -> step % 50 == 0).drawing(Kind.CLIPPED));
    }

    @Test
    void whatActsInEveryStepOrEvenlyIsNoRowOfMarks() {
        assertEquals(Drawing.EVENLY, clipped(step -> true).drawing(Kind.CLIPPED));
        Acts every = clipped(step -> step % 2 == 0);
        assertEquals(Drawing.EVENLY, every.drawing(Kind.CLIPPED));
        assertEquals(0.5, every.share(Kind.CLIPPED), 0.01);
    }

    @Test
    void whatActsMoreOftenHereThanThereIsAStrip() {
        Acts first = clipped(step -> step <= 500);
        assertEquals(Drawing.STRIP, first.drawing(Kind.CLIPPED));
        assertArrayEquals(new double[] {1, 0}, first.shares(Kind.CLIPPED, 0, 16_000, 2), 0.02);
    }

    private static Acts clipped(IntPredicate when) {
        Acts acts = new Acts();
        int count = 0;
        for (int step = 1; step <= 1000; step++) {
            count += when.test(step) ? 1 : 0;
            acts.add(progress(step, count));
        }
        return acts;
    }

    private static LabReport.Progress progress(int step, int clipped) {
        return new LabReport.Progress(
                1,
                step * 16L,
                step,
                0,
                3,
                3,
                3,
                3,
                3,
                List.of(),
                0,
                0.01,
                1,
                100,
                new LabReport.Counters(0, 0, 0, clipped),
                true,
                true);
    }
}
