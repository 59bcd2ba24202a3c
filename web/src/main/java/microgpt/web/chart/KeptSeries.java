package microgpt.web.chart;

import java.util.Map;
import java.util.TreeMap;
import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.Nullable;

/** What a series of a run was on each course that the run has left: where the run stands there again, so does the series. */
public final class KeptSeries {
    private final Map<Integer, DownsampledSeries> byCourse = new TreeMap<>();

    public void clear() {
        byCourse.clear();
    }

    /** The run leaves the course {@code from}, of which {@code live} is, and stands at {@code position} of {@code to}. */
    public void travel(DownsampledSeries live, int from, int to, long position) {
        DownsampledSeries before = byCourse.get(from);
        if (before == null || end(live) >= end(before)) {
            byCourse.put(from, live.copy());
        }
        DownsampledSeries there = byCourse.get(to);
        if (there != null) {
            live.take(there);
        }
        live.cutAfter(position);
    }

    /** All of the series of a course that was left; null if it was not. */
    public @Nullable DownsampledSeries of(int course) {
        return byCourse.get(course);
    }

    private static long end(DownsampledSeries series) {
        return series.size() == 0 ? 0 : series.end(series.size() - 1);
    }
}
