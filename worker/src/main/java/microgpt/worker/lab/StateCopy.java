package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.worker.loop.EventLoop;

/** A copy of all that a run is, on its way into the past, part by part. */
final class StateCopy {
    private final LabRun run;
    private final Course course;
    private final List<Runnable> parts = new ArrayList<>();
    private final RunState state;
    private int done;
    private double tookMillis;

    StateCopy(LabRun run) {
        this.run = run;
        course = run.courses().present();
        state = RunState.saving(run, parts);
    }

    /** Does the next part; after the last one the state is kept. */
    void advance(EventLoop loop) {
        double start = loop.nowMillis();
        parts.get(done++).run();
        double now = loop.nowMillis();
        tookMillis += now - start;
        if (isDone()) {
            run.past().keep(state, course, tookMillis, now);
        }
    }

    boolean isDone() {
        return done == parts.size();
    }

    /** Whether the run has become another one meanwhile: what was copied does not fit together. */
    boolean isOvertaken() {
        return run.engine().position() != state.position()
                || !run.courses().inForce().equals(state.changes());
    }
}
