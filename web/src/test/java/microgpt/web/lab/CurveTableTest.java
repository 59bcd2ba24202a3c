package microgpt.web.lab;

import static microgpt.web.Reports.progress;
import static microgpt.web.Reports.score;
import static org.junit.jupiter.api.Assertions.assertEquals;

import microgpt.web.chart.Curves;
import org.junit.jupiter.api.Test;

class CurveTableTest {
    @Test
    void eachColumnIsARowAndEachCurveThereIsAField() {
        Curves curves = new Curves();
        curves.add(progress(16, 7.5, 7, 8, 7.75, 7.875));
        curves.add(progress(32, 5, 4, 6, 7, 6.5, score("ppm", 6.25)));
        assertEquals(
                "bytes,fast_moving_average_least,fast_moving_average_most,fast_moving_average,PPM_(order_5),cumulative_mean,"
                        + "slow_moving_average\n16,7.0,8.0,7.5,,7.875,7.75\n32,4.0,6.0,5.0,6.25,6.5,7.0\n",
                CurveTable.csv(curves));
    }
}
