package microgpt.web.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;

/** All curves as a table of comma-separated values: a row for each column of the chart, a field for each curve there is. */
final class CurveTable {
    private CurveTable() {}

    static String csv(Curves curves) {
        List<Curve> there = new ArrayList<>();
        StringBuilder out = new StringBuilder("bytes");
        for (Curve curve : Curve.values()) {
            if (curves.has(curve)) {
                there.add(curve);
                out.append(',').append(CurveText.name(curve).replace(", ", " ").replace(' ', '_'));
            }
        }
        for (int column = 0; column < curves.size(); column++) {
            out.append('\n').append((long) curves.position(column));
            for (Curve curve : there) {
                double value = curves.value(curve, column);
                out.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
            }
        }
        return out.append('\n').toString();
    }
}
