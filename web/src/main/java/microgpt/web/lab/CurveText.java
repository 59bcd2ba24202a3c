package microgpt.web.lab;

import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.text.Numbers;

/** The curves in words: one column for the pointer, all of them for those who do not see the chart. */
final class CurveText {
    private CurveText() {}

    /** What the chart holds at a column. */
    static String readout(Curves curves, int column) {
        return "At byte " + Numbers.grouped((long) curves.position(column)) + ": last bytes "
                + bits(curves, Curve.FAST, column) + ", longer average " + bits(curves, Curve.SLOW, column)
                + ", whole run " + bits(curves, Curve.WHOLE, column) + "; counting single bytes "
                + bits(curves, Curve.ORDER_0, column) + ", after two bytes " + bits(curves, Curve.ORDER_2, column)
                + ".";
    }

    /** Where the curves began, where they are, and what to compare them with. */
    static String summary(Curves curves) {
        if (curves.size() == 0) {
            return "Nothing has been read yet.";
        }
        int last = curves.size() - 1;
        int lowest = 0;
        for (int i = 0; i <= last; i++) {
            if (curves.value(Curve.SLOW, i) < curves.value(Curve.SLOW, lowest)) {
                lowest = i;
            }
        }
        return "Bits per byte over " + Numbers.grouped((long) curves.position(last))
                + " bytes: the longer average began at "
                + bits(curves, Curve.SLOW, 0) + ", was lowest with " + bits(curves, Curve.SLOW, lowest) + " at byte "
                + Numbers.grouped((long) curves.position(lowest)) + ", and is now " + bits(curves, Curve.SLOW, last)
                + ". The mean of the whole run is " + bits(curves, Curve.WHOLE, last)
                + "; counting single bytes gives " + bits(curves, Curve.ORDER_0, last) + ", counting after two bytes "
                + bits(curves, Curve.ORDER_2, last) + ", knowing nothing 8.";
    }

    private static String bits(Curves curves, Curve curve, int column) {
        return Numbers.fixed(curves.value(curve, column), 2);
    }
}
