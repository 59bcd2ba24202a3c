package microgpt.web.chart;

import microgpt.web.chart.Curves.Curve;

/** From {@code low} to {@code high} on an axis. */
public record Range(double low, double high) {
    /** Everything a byte can sensibly cost: the line of knowing nothing stays in sight. */
    public static final Range ALL = new Range(0, 8.5);

    /** The curves with a little air, in steps of half a bit; {@link #ALL} while there is nothing to fit. */
    public static Range fitting(Curves curves) {
        return fitting(curves, curves.size() / 20, curves.size()); // the plunge at the start would hide all after it
    }

    /** The same of what lies between two positions. */
    public static Range fitting(Curves curves, double from, double to) {
        return fitting(curves, curves.lastUpTo(from) + 1, curves.lastUpTo(to) + 1);
    }

    private static Range fitting(Curves curves, int first, int end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            low = Math.min(low, curves.value(Curve.FAST, i));
            high = Math.max(high, Math.max(curves.value(Curve.FAST, i), curves.value(Curve.WHOLE, i)));
        }
        if (!(low <= high)) {
            return ALL;
        }
        double bottom = Math.max(0, Math.floor((low - 0.1) * 2) / 2);
        return new Range(bottom, Math.max(Math.ceil((high + 0.1) * 2) / 2, bottom + 0.5));
    }

    /** How far {@code value} lies from {@code low} to {@code high}: 0 to 1 inside. */
    public double share(double value) {
        return (value - low) / (high - low);
    }
}
