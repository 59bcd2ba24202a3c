package microgpt.web.chart;

import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;

/** Where events happened, as at most {@link #CAPACITY} marks: when there are more, neighbours become one. */
public final class EventMarks {
    public static final int CAPACITY = 512;

    private final DownsampledSeries series = new DownsampledSeries(CAPACITY, 1, Keep.LAST);
    private final KeptSeries kept = new KeptSeries();

    public void clear() {
        series.clear();
        kept.clear();
    }

    /** As {@link KeptSeries#travel} says. */
    public void travel(int from, int to, long position) {
        kept.travel(series, from, to, position);
    }

    /** An event at {@code position}, which never decreases. */
    public void add(long position) {
        series.add(position, 1);
    }

    /** The marks, in order. */
    public double[] positions() {
        return series.ends();
    }
}
