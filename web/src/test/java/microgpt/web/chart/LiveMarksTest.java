package microgpt.web.chart;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiveMarksTest {
    private final LiveMarks marks = new LiveMarks();

    @Test
    void changesAtOnePlaceAreOneMark() {
        marks.add(100, "a");
        marks.add(100, "b");
        marks.add(200, "c");
        assertEquals(List.of(new LiveMarks.Mark(100, "a; b"), new LiveMarks.Mark(200, "c")), marks.list());
    }

    @Test
    void theNearestIsFoundAndThoseBesideAPlace() {
        marks.add(100, "a");
        marks.add(200, "b");
        assertEquals(0, marks.near(120, 30));
        assertEquals(-1, marks.near(150, 30));
        assertEquals(1, marks.beside(100, 1));
        assertEquals(0, marks.beside(200, -1));
        assertEquals(-1, marks.beside(200, 1));
    }

    @Test
    void theEffectComparesEquallyManyBytesBeforeAndSince() {
        Curves curves = run(100, 40);
        marks.add(4000, "a");
        assertEquals(new LiveMarks.Effect(2000, 5, 3, 4, 4), marks.effect(0, curves));
    }

    @Test
    void theNextChangeEndsTheEffect() {
        Curves curves = run(100, 40);
        marks.add(4000, "a");
        marks.add(4480, "b");
        assertEquals(480, marks.effect(0, curves).bytes());
        assertEquals(480, marks.effect(1, curves).bytes());
    }

    @Test
    void nothingIsToldOfAChangeThatHasJustBeenMade() {
        Curves curves = run(100, 40);
        marks.add(6000, "a");
        assertEquals(0, marks.effect(0, curves).bytes());
    }

    /** 4,000 bytes at 5 bits each, then 2,000 at 3 bits; PPM needs 4 for all. */
    private static Curves run(int columns, int bytes) {
        Curves curves = new Curves();
        for (int i = 1; i <= columns * 3 / 2; i++) {
            double position = i * bytes;
            double total = Math.min(position, 4000) * 5 + Math.max(0, position - 4000) * 3;
            curves.add(progress((long) position, 3, 3, 3, 3, total / position, score("ppm", 4)));
        }
        return curves;
    }
}
