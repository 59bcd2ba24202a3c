package microgpt.web.explore;

import java.util.ArrayDeque;
import java.util.Deque;
import microgpt.protocol.lab.LabReport;

/** What a run needed for the bytes before a change and for as many after it, beside what PPM needed, which nothing changes. */
final class BeforeAfter {
    static final int WINDOW = 2000;

    private static final String BASELINE = "ppm";

    /** Sums of bits up to a position. */
    private record Sums(long position, double bits, double baseline) {}

    private final Deque<Sums> recent = new ArrayDeque<>();
    private Sums start = new Sums(0, 0, 0);
    private Sums change = start;
    private Sums end = start;
    private boolean changed;

    /** Another run. */
    void clear() {
        recent.clear();
        changed = false;
    }

    void show(LabReport.Progress progress) {
        Sums now =
                new Sums(progress.position(), 8 * progress.codeLengthBytes(), progress.position() * baseline(progress));
        recent.addLast(now);
        while (recent.size() > 1 && second().position() <= now.position() - WINDOW) {
            recent.removeFirst();
        }
        if (changed && end.position() < change.position() + WINDOW) {
            end = now;
        }
    }

    private Sums second() {
        var each = recent.iterator();
        each.next();
        return each.next();
    }

    private static double baseline(LabReport.Progress progress) {
        for (LabReport.Score score : progress.scores()) {
            if (score.predictor().equals(BASELINE)) {
                return score.whole();
            }
        }
        return Double.NaN;
    }

    /** How many bytes are still to be read before there is something to compare with. */
    long missing() {
        return recent.isEmpty()
                ? WINDOW
                : Math.max(
                        0,
                        WINDOW
                                - (recent.getLast().position()
                                        - recent.getFirst().position()));
    }

    /** Something is changed now; what was read just before is what it is compared with. */
    void change() {
        start = recent.getFirst();
        change = recent.getLast();
        end = change;
        changed = true;
    }

    /** How many bytes are still to be read after the change; {@link #WINDOW} where nothing was changed. */
    long left() {
        return changed ? Math.max(0, WINDOW - (end.position() - change.position())) : WINDOW;
    }

    boolean isMeasured() {
        return changed && left() == 0;
    }

    /** Bits per byte before the change. */
    double before() {
        return (change.bits() - start.bits()) / (change.position() - start.position());
    }

    /** Bits per byte after it. */
    double after() {
        return (end.bits() - change.bits()) / (end.position() - change.position());
    }

    /** The same of PPM: NaN where it is not known. */
    double baselineBefore() {
        return (change.baseline() - start.baseline()) / (change.position() - start.position());
    }

    double baselineAfter() {
        return (end.baseline() - change.baseline()) / (end.position() - change.position());
    }
}
