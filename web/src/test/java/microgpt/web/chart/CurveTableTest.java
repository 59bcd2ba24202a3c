package microgpt.web.chart;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CurveTableTest {
    @Test
    void eachColumnIsARowAndEachCurveThereIsAField() {
        assertEquals(
                "bytes,fast_min,fast_max,fast,ppm,whole,slow\n16,7.0,8.0,7.5,,7.875,7.75\n32,4.0,6.0,5.0,6.25,6.5,7.0\n",
                csv());
    }

    @Test
    void whatIsReadBackIsWhatWasWrittenWhereThereIsAValue() {
        CurveTable table = CurveTable.parse(csv());
        assertEquals(32, table.end());
        assertArrayEquals(new double[] {16, 32}, table.positions("fast").toArray());
        assertArrayEquals(new double[] {7.5, 5}, table.values("fast").toArray());
        assertArrayEquals(new double[] {32}, table.positions("ppm").toArray());
        assertArrayEquals(new double[] {6.25}, table.values("ppm").toArray());
        assertEquals(0, table.values("gzip").size());
    }

    @Test
    void aRunThatHasReadNothingHasNoRows() {
        assertEquals("bytes\n", CurveTable.csv(new Curves(), Curves.Curve::name));
        assertEquals(0, CurveTable.parse("bytes\n").end());
        assertEquals(0, CurveTable.parse("").values("fast").size());
    }

    private static String csv() {
        Curves curves = new Curves();
        curves.add(progress(16, 7.5, 7, 8, 7.75, 7.875));
        curves.add(progress(32, 5, 4, 6, 7, 6.5, score("ppm", 6.25)));
        return CurveTable.csv(curves, curve -> curve.name().toLowerCase(Locale.ROOT));
    }
}
