package microgpt.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the reader changed something while the run ran, and what. */
public final class LiveMarks {
    /** Of more changes the oldest are forgotten. */
    static final int CAPACITY = 100;

    /** A change that is in force from {@code position} on. */
    public record Mark(long position, String what) {}

    /**
     * What followed a change: means of equally many bytes before it and since, as far as they were read under one setting
     * each; those of PPM tell how hard the bytes themselves are. All in bits per byte.
     */
    public record Effect(long bytes, double before, double since, double ppmBefore, double ppmSince) {}

    /** Over how many bytes an effect is told at most. */
    private static final double WINDOW = 4096;

    private final List<Mark> marks = new ArrayList<>();
    /** Those of courses that were left. */
    private final Map<Integer, List<Mark>> byCourse = new TreeMap<>();

    public void clear() {
        marks.clear();
        byCourse.clear();
    }

    /** The run leaves the course {@code from} and stands at {@code position} of {@code to}: marks after that are ahead. */
    public void travel(int from, int to, long position) {
        List<Mark> before = byCourse.getOrDefault(from, List.of());
        if (marks.size() >= before.size()) {
            byCourse.put(from, List.copyOf(marks));
        }
        List<Mark> there = byCourse.getOrDefault(to, List.copyOf(marks));
        marks.clear();
        for (Mark mark : there) {
            if (mark.position() <= position) {
                marks.add(mark);
            }
        }
    }

    /** Something was changed at {@code position}, which never decreases; several changes at one place are one mark. */
    public void add(long position, String what) {
        int last = marks.size() - 1;
        if (last >= 0 && marks.get(last).position() == position) {
            marks.set(last, new Mark(position, marks.get(last).what() + "; " + what));
            return;
        }
        if (marks.size() == CAPACITY) {
            marks.remove(0);
        }
        marks.add(new Mark(position, what));
    }

    public List<Mark> list() {
        return marks;
    }

    /** The mark nearest to {@code position}, if it is no farther than {@code tolerance}; else -1. */
    public int near(double position, double tolerance) {
        int best = -1;
        double distance = tolerance;
        for (int i = 0; i < marks.size(); i++) {
            double far = Math.abs(marks.get(i).position() - position);
            if (far <= distance) {
                best = i;
                distance = far;
            }
        }
        return best;
    }

    /** The next mark after {@code position} (direction 1), or the last before it (-1); -1 if there is none. */
    public int beside(double position, int direction) {
        for (int n = 0; n < marks.size(); n++) {
            int i = direction > 0 ? n : marks.size() - 1 - n;
            if ((marks.get(i).position() - position) * direction > 0) {
                return i;
            }
        }
        return -1;
    }

    /** What followed mark {@code index}, as far as the curves know; of no bytes while they do not. */
    public Effect effect(int index, Curves curves) {
        double at = marks.get(index).position();
        double earlier = index == 0 ? 0 : marks.get(index - 1).position();
        int end = index + 1 < marks.size()
                ? curves.lastUpTo((double) marks.get(index + 1).position())
                : curves.size() - 1;
        int before = curves.lastUpTo(at);
        int since = before >= 0 && curves.position(before) == at ? before : before + 1;
        if (before < 0 || since >= end) {
            return new Effect(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double bytes = Math.min(WINDOW, Math.min(at - earlier, curves.position(end) - curves.position(since)));
        int from = curves.lastUpTo(curves.position(before) - bytes);
        int to = Math.max(since + 1, curves.lastUpTo(curves.position(since) + bytes));
        if (from == before) {
            return new Effect(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return new Effect(
                (long) (curves.position(to) - curves.position(since)),
                curves.mean(from, before),
                curves.mean(since, to),
                curves.meanOfPpm(from, before),
                curves.meanOfPpm(since, to));
    }
}
