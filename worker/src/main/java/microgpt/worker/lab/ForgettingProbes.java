package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.engine.FrozenProbe;
import microgpt.engine.PrequentialEngine;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;

/**
 * What a run knows of each text of its plan, at the end of each phase and now. The model is copied where a phase ends, and
 * scored between later steps, so that the run need not wait; and it is not touched.
 */
final class ForgettingProbes {
    private static final int MOST_ROWS = 64;
    /** What all copies that wait may hold. */
    private static final int MOST_FLOATS_WAITING = 8_000_000;

    private static final double LEAST_WAIT_MILLIS = 2000;
    private static final double REST = 49;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private final List<ProbeInProgress> rows = new ArrayList<>();
    private @Nullable LabRun run;
    private ProbeTexts texts = ProbeTexts.NONE;
    private boolean watched;
    private @Nullable FrozenProbe probe;
    private @Nullable ProbeInProgress reading;
    private @Nullable ProbeInProgress now;
    private double spentMillis;
    private double nextNowMillis;

    ForgettingProbes(EventLoop loop, Consumer<LabReport> page) {
        this.loop = loop;
        this.page = page;
    }

    /** From now on it is about {@code begun}. */
    void begin(LabRun begun) {
        run = begun;
        rows.clear();
        probe = null;
        reading = null;
        now = null;
        nextNowMillis = 0;
        texts = ProbeTexts.of(begun);
        if (!texts.isEmpty()) {
            rows.add(new ProbeInProgress(-1, -1, 0, true, null, texts.count()));
        }
        report();
    }

    /** The run is computed by other tensors than before: a row that was being scored begins anew. */
    void rebuilt() {
        probe = null;
        reading = null;
    }

    void watch(boolean on) {
        watched = on;
        report();
    }

    /** Before a step: keeps the model if the step will read bytes of another phase. */
    void beforeStep(LabRun of) {
        long position = of.engine().position();
        if (texts.isEmpty() || position == 0) {
            return;
        }
        forgetAfter(position);
        long last =
                Math.min(position + of.engine().config().stride(), of.stream().size()) - 1;
        if (of.stream().phaseAt(last) != of.stream().phaseAt(position - 1)) {
            keep(of, true);
        }
    }

    /** After a step: keeps the model if it was the last. */
    void afterStep(LabRun of) {
        if (!texts.isEmpty() && of.atEnd()) {
            keep(of, true);
        }
    }

    /** The run may have gone back in time. */
    private void forgetAfter(long position) {
        if (rows.get(rows.size() - 1).position() > position) {
            rows.removeIf(row -> row.position() > position);
            reading = null;
            now = null;
        }
    }

    private void keep(LabRun of, boolean ended) {
        PrequentialEngine engine = of.engine();
        int phase = of.stream().phaseAt(engine.position() - 1);
        int floats = engine.config().model().parameterCount();
        int text = texts.index(of.stream().phase(phase).name());
        boolean known = rows.get(rows.size() - 1).phase() >= phase;
        boolean full = rows.size() == MOST_ROWS || (long) (waiting() + 1) * floats > MOST_FLOATS_WAITING;
        if (text < 0 || (ended && (known || full))) {
            return; // of what the reader put in there is no held-out text
        }
        float[] weights = engine.learner().predicting().all().toArray();
        ProbeInProgress row = new ProbeInProgress(phase, text, engine.position(), ended, weights, texts.count());
        if (ended) {
            rows.add(row);
        } else {
            now = row;
        }
    }

    private int waiting() {
        int waiting = 0;
        for (ProbeInProgress row : rows) {
            waiting += row.isDone() ? 0 : 1;
        }
        return waiting;
    }

    /** Milliseconds until {@link #work} has something to do. */
    double waitMillis() {
        LabRun of = run;
        if (!watched || texts.isEmpty() || of == null) {
            return NEVER;
        }
        if (reading != null || waiting() > 0) {
            return 0;
        }
        return nowIsOld(of) ? Math.max(0, nextNowMillis - loop.nowMillis()) : NEVER;
    }

    private boolean nowIsOld(LabRun of) {
        long position = of.engine().position();
        boolean atRow = rows.get(rows.size() - 1).position() == position;
        boolean ofPlan = position > 0
                && texts.index(of.stream()
                                .phase(of.stream().phaseAt(position - 1))
                                .name())
                        >= 0;
        return ofPlan && !atRow && (now == null || now.position() != position);
    }

    /** Scores until {@code untilMillis}, at least a window if one waits. */
    void work(double untilMillis) {
        LabRun of = run;
        if (of == null || waitMillis() > 0) {
            return;
        }
        double begun = loop.nowMillis();
        FrozenProbe by = prepared(of);
        ProbeInProgress row = reading == null ? next(of, by) : reading;
        while (row != null && !row.isDone()) {
            row.advance(by, texts.written());
            if (loop.nowMillis() >= untilMillis) {
                break;
            }
        }
        spentMillis += loop.nowMillis() - begun;
        reading = row == null || row.isDone() ? null : row;
        if (row != null && row.isDone()) {
            if (row == now) {
                nextNowMillis = loop.nowMillis() + Math.max(LEAST_WAIT_MILLIS, REST * spentMillis);
            }
            report();
        }
    }

    /** The next model to be scored: that at the end of a phase, or the present one. */
    private @Nullable ProbeInProgress next(LabRun of, FrozenProbe by) {
        ProbeInProgress next = null;
        for (ProbeInProgress row : rows) {
            next = next == null && !row.isDone() ? row : next;
        }
        if (next == null) {
            keep(of, false);
            next = now;
        }
        if (next != null) {
            spentMillis = 0;
            next.begin(by);
        }
        return next;
    }

    private FrozenProbe prepared(LabRun of) {
        FrozenProbe by = probe;
        if (by == null) {
            by = new FrozenProbe(of.engine(), of.part());
            probe = by;
        }
        return by;
    }

    private void report() {
        LabRun of = run;
        if (!watched || of == null) {
            return;
        }
        List<LabReport.ProbeRow> done = new ArrayList<>();
        for (ProbeInProgress row : rows) {
            if (row.isDone()) {
                done.add(row.row());
            }
        }
        ProbeInProgress latest = now;
        if (latest != null && latest.isDone() && nowIsLast(latest)) {
            done.add(latest.row());
        }
        page.accept(new LabReport.Forgetting(of.id(), texts.labels(), ProbeTexts.PROBE_BYTES, done, texts.why()));
    }

    private boolean nowIsLast(ProbeInProgress latest) {
        return rows.get(rows.size() - 1).position() < latest.position();
    }
}
