package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;

/**
 * Some states that a run was in, so that it can stand there again: the longer the run, the further apart. The beginning
 * needs none.
 */
final class Past {
    /** What they may hold together. */
    static final long MOST_BYTES = 192L << 20;

    static final int MOST_STATES = 24;
    private static final long FIRST_SPACING = 4096;
    /** A run is copied for one part in so many of its time. */
    private static final int BUSY_SHARE = 50;

    /** How far back a run can go. */
    enum Reach {
        BEGINNING,
        /** It has read so much that its bytes are no longer held. */
        NOTHING
    }

    private final List<RunState> states = new ArrayList<>();
    private final long mostBytes;
    private long spacing = FIRST_SPACING;
    private Reach reach = Reach.BEGINNING;
    private double dueMillis;

    Past() {
        this(MOST_BYTES);
    }

    Past(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    Reach reach() {
        return reach;
    }

    /** The stream has given up its beginning: nothing can be read again. */
    void forget() {
        states.clear();
        reach = Reach.NOTHING;
    }

    /** What was read after {@code position} cannot be read again. */
    void forgetAfter(long position) {
        states.removeIf(state -> state.position() > position);
    }

    /** Whether a state is to be kept of a run that stands at {@code position} of {@code course}. */
    boolean isDue(Course course, long position, double nowMillis) {
        RunState latest = latest(course, position);
        long since = position - (latest == null ? 0 : latest.position());
        return reach == Reach.BEGINNING && since >= spacing && nowMillis >= dueMillis;
    }

    /** Keeps {@code state}, which took {@code tookMillis} to copy, of a run on {@code course}. */
    void keep(RunState state, Course course, double tookMillis, double nowMillis) {
        dueMillis = nowMillis + BUSY_SHARE * tookMillis;
        int at = 0;
        while (at < states.size() && states.get(at).position() <= state.position()) {
            at++;
        }
        states.add(at, state);
        while (states.size() > 1 && (states.size() > MOST_STATES || bytes() > mostBytes)) {
            int least = leastMissed(course, at);
            states.remove(least);
            at -= least < at ? 1 : 0;
            widen(course);
        }
    }

    /** States that {@code course} has never been in go first, then what leaves the smallest gap; never that at {@code newest}. */
    private int leastMissed(Course course, int newest) {
        int least = -1;
        long leastGap = Long.MAX_VALUE;
        for (int i = 0; i < states.size(); i++) {
            RunState each = states.get(i);
            long gap = each.isOn(course) ? gap(i) : -1;
            if (i != newest && gap < leastGap) {
                least = i;
                leastGap = gap;
            }
        }
        return least;
    }

    /** From the state before the one at {@code index} to the one after it. */
    private long gap(int index) {
        long before = index == 0 ? 0 : states.get(index - 1).position();
        int after = Math.min(index + 1, states.size() - 1);
        return states.get(after).position() - before;
    }

    /** What is kept is as far apart as the present states are. */
    private void widen(Course course) {
        spacing = Math.max(spacing, course.furthest() / Math.max(2, states.size()));
    }

    private long bytes() {
        long bytes = 0;
        for (RunState state : states) {
            bytes += state.bytes();
        }
        return bytes;
    }

    /** The last state of {@code course} at or before {@code position}; null if only the beginning is. */
    @Nullable RunState latest(Course course, long position) {
        RunState latest = null;
        for (RunState state : states) {
            latest = state.position() <= position && state.isOn(course) ? state : latest;
        }
        return latest;
    }

    /** Where the states of {@code course} are. */
    List<Long> positions(Course course) {
        List<Long> positions = new ArrayList<>();
        for (RunState state : states) {
            if (state.isOn(course)) {
                positions.add(state.position());
            }
        }
        return positions;
    }
}
