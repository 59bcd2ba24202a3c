package microgpt.web.chart;

import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import microgpt.protocol.lab.LabReport;

/** In what share of the steps mechanisms acted, along the run. */
public final class Acts {
    private static final int COLUMNS = 400;
    private static final int BINS = 16;
    /** Fewer acts than this are marked one by one. */
    private static final double RARE_SHARE = 0.04;
    /** Where the shares of all parts of the run are no farther apart, the mechanism acts evenly. */
    private static final double EVEN = 0.4;

    /** Of fewer steps that cannot be said. */
    private static final double LEAST_STEPS = 8 * BINS;

    private static final int STEPS = 3;

    /** What is marked; each is told apart by its shape as well. */
    public enum Kind {
        BOOSTED,
        CLIPPED,
        SKIPPED;

        @SuppressWarnings("EnumOrdinal") // no series outlives the page
        private int channel() {
            return ordinal();
        }
    }

    /** How the acts of a kind are drawn. */
    public enum Drawing {
        /** It has not acted. */
        NOT,
        /** A mark for each. */
        MARKS,
        /** A strip that is darker where it acted more often. */
        STRIP,
        /** It acts about as often everywhere: there is nothing to see, the legend says how often. */
        EVENLY
    }

    private final DownsampledSeries series =
            new DownsampledSeries(COLUMNS, 1, Keep.LAST, Keep.LAST, Keep.LAST, Keep.LAST);
    private final KeptSeries kept = new KeptSeries();

    public void clear() {
        series.clear();
        kept.clear();
    }

    /** As {@link KeptSeries#travel} says. */
    public void travel(int from, int to, long position) {
        kept.travel(series, from, to, position);
    }

    public void add(LabReport.Progress report) {
        LabReport.Counters counters = report.counters();
        series.add(
                report.position(),
                (double) counters.boosted(),
                (double) counters.clipped(),
                (double) counters.skipped(),
                (double) report.step());
    }

    /** The share of all steps so far. */
    public double share(Kind kind) {
        return series.size() == 0 ? 0 : share(kind, -1, series.size() - 1);
    }

    public Drawing drawing(Kind kind) {
        double whole = share(kind);
        if (!(whole > 0)) {
            return Drawing.NOT;
        }
        if (whole < RARE_SHARE) {
            return Drawing.MARKS;
        }
        if (series.value(STEPS, series.size() - 1) < LEAST_STEPS) {
            return Drawing.EVENLY;
        }
        double least = 1;
        double most = 0;
        for (double share : shares(kind, 0, (double) series.end(series.size() - 1), BINS)) {
            if (!Double.isNaN(share)) {
                least = Math.min(least, share);
                most = Math.max(most, share);
            }
        }
        return most - least < EVEN ? Drawing.EVENLY : Drawing.STRIP;
    }

    /** The shares in equally wide parts of the axis; NaN where no step ends. */
    public double[] shares(Kind kind, double from, double to, int parts) {
        double[] shares = new double[parts];
        int before = lastUpTo(from);
        for (int i = 0; i < parts; i++) {
            int last = lastUpTo(from + (to - from) * (i + 1) / parts);
            shares[i] = last > before ? share(kind, before, last) : Double.NaN;
            before = last;
        }
        return shares;
    }

    private double share(Kind kind, int from, int to) {
        double acts = series.value(kind.channel(), to) - (from < 0 ? 0 : series.value(kind.channel(), from));
        double steps = series.value(STEPS, to) - (from < 0 ? 0 : series.value(STEPS, from));
        return steps > 0 ? acts / steps : 0;
    }

    private int lastUpTo(double position) {
        int column = series.nearest(position);
        return column >= 0 && series.end(column) > position ? column - 1 : column;
    }
}
