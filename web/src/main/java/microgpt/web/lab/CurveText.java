package microgpt.web.lab;

import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.chart.LiveMarks;
import microgpt.web.text.Numbers;

/** The curves in words: one column for the pointer, all of them for those who do not see the chart. */
final class CurveText {
    private static final Curve[] OTHERS = {
        Curve.CACHE,
        Curve.TRANSFORMER,
        Curve.COUNTS,
        Curve.FIXED_SHARE,
        Curve.FIXED_SHARE_BOUND,
        Curve.GZIP,
        Curve.PPM,
        Curve.ORDER_2,
        Curve.ORDER_0
    };

    private CurveText() {}

    /** What the chart holds at a column. */
    static String readout(Curves curves, int column) {
        return "At byte " + Numbers.grouped((long) curves.position(column)) + ": fast moving average "
                + bits(curves, Curve.FAST, column) + ", cumulative mean " + bits(curves, Curve.WHOLE, column)
                + others(curves, column)
                + "; slow moving average " + bits(curves, Curve.SLOW, column) + ".";
    }

    /** A mark, and what followed it. */
    static String mark(LiveMarks.Mark mark, LiveMarks.Effect effect) {
        String what = "Byte " + Numbers.grouped(mark.position()) + ": " + mark.what() + ". ";
        if (effect.bytes() == 0) {
            return what + "What follows is told once more has been read.";
        }
        String ppm = Double.isNaN(effect.ppmBefore()) || Double.isNaN(effect.ppmSince())
                ? ""
                : "; PPM, on the same bytes: " + Numbers.fixed(effect.ppmBefore(), 2) + " and "
                        + Numbers.fixed(effect.ppmSince(), 2);
        return what + "Bits per byte: " + Numbers.fixed(effect.before(), 2) + " before, "
                + Numbers.fixed(effect.since(), 2) + " over the " + Numbers.grouped(effect.bytes()) + " bytes since"
                + ppm + ".";
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
                + " bytes: the slow moving average began at "
                + bits(curves, Curve.SLOW, 0) + ", was lowest with " + bits(curves, Curve.SLOW, lowest) + " at byte "
                + Numbers.grouped((long) curves.position(lowest)) + ", and is now " + bits(curves, Curve.SLOW, last)
                + ". The cumulative mean is " + bits(curves, Curve.WHOLE, last) + others(curves, last) + ", uniform 8.";
    }

    /** Those there are, as clauses. */
    private static String others(Curves curves, int column) {
        StringBuilder text = new StringBuilder();
        for (Curve curve : OTHERS) {
            if (!Double.isNaN(curves.value(curve, column))) {
                text.append(text.isEmpty() ? "; " : ", ")
                        .append(name(curve))
                        .append(' ')
                        .append(bits(curves, curve, column));
            }
        }
        return text.toString();
    }

    static String name(Curve curve) {
        return switch (curve) {
            case CACHE -> "transformer with cache";
            case TRANSFORMER -> "transformer alone";
            case COUNTS -> "counts alone";
            case FIXED_SHARE -> "fixed share";
            case FIXED_SHARE_BOUND -> "its regret bound";
            case GZIP -> "gzip";
            case PPM -> "PPM (order 5)";
            case ORDER_2 -> "order-2 baseline";
            case ORDER_0 -> "order-0 baseline";
            case FAST -> "fast moving average";
            case FAST_MIN -> "fast moving average, least";
            case FAST_MAX -> "fast moving average, most";
            case SLOW -> "slow moving average";
            case WHOLE -> "cumulative mean";
        };
    }

    private static String bits(Curves curves, Curve curve, int column) {
        return Numbers.fixed(curves.value(curve, column), 2);
    }
}
