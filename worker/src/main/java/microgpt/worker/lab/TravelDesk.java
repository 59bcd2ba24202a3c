package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import microgpt.model.NonFiniteException;
import microgpt.numeric.Nullable;
import microgpt.protocol.Numbered;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;
import microgpt.worker.loop.Throttle;

/** The run's ways through its own past: states are kept while it learns, and it is taken where the reader wants it. */
final class TravelDesk {
    private static final double NEWS_MILLIS = 100;
    private static final double COURSES_MILLIS = 500;

    private final EventLoop loop;
    private final Consumer<LabReport> page;
    private final Runnable arrived;
    private final Throttle news = new Throttle(NEWS_MILLIS);
    private final Throttle courses = new Throttle(COURSES_MILLIS);
    private final List<Numbered<LabCommand>> waiting = new ArrayList<>();
    private @Nullable Journey journey;
    private @Nullable StateCopy copy;

    /** {@code arrived} is called wherever a run stands after a journey. */
    TravelDesk(EventLoop loop, Consumer<LabReport> page, Runnable arrived) {
        this.loop = loop;
        this.page = page;
        this.arrived = arrived;
    }

    /** Another run is present. */
    void leave() {
        giveUp();
        waiting.clear();
        copy = null;
    }

    private void giveUp() {
        if (journey != null) {
            journey.end();
            journey = null;
        }
    }

    void begin(LabRun run, LabCommand.Travel to, Task task) {
        Journey begun = new Journey(loop, run, run.courses().numbered(to.course()), to.position(), task);
        giveUp();
        copy = null;
        journey = begun;
        page.accept(begun.report(false));
    }

    /** Whether a run is on its way. */
    boolean isTravelling() {
        return journey != null;
    }

    /** Whether {@code command} is to be done on arrival; it is kept until then. */
    boolean holds(Numbered<LabCommand> numbered) {
        LabCommand command = numbered.command();
        boolean passes = command instanceof LabCommand.Start
                || command instanceof LabCommand.Append
                || command instanceof LabCommand.Speed
                || command instanceof LabCommand.Watch
                || command instanceof LabCommand.Describe
                || command instanceof LabCommand.StopCoding
                || command instanceof LabCommand.CancelLoading
                || command instanceof LabCommand.Travel;
        boolean held = journey != null && !passes;
        if (held) {
            waiting.add(numbered);
        }
        return held;
    }

    /** What was kept until arrival. */
    List<Numbered<LabCommand>> takeHeld() {
        List<Numbered<LabCommand>> held = List.copyOf(waiting);
        waiting.clear();
        return held;
    }

    /** Goes on with the journey until {@code endMillis}. */
    void travel(LabRun run, double endMillis) {
        Journey on = journey;
        if (on == null) {
            return;
        }
        boolean[] over = {false};
        boolean well = on.task().run(() -> {
            while (!over[0] && loop.nowMillis() < endMillis) {
                over[0] = advance(on, run);
            }
        });
        if (!well || over[0]) {
            giveUp();
            page.accept(on.report(true));
            tell(run);
            arrived.run();
        } else if (news.waitMillis(loop.nowMillis()) > 0) {
            news.note();
        } else {
            news.told(loop.nowMillis());
            page.accept(on.report(false));
        }
    }

    /** A number that overflowed then overflows again: there the journey ends. */
    private static boolean advance(Journey on, LabRun run) {
        try {
            return on.advance();
        } catch (NonFiniteException e) {
            run.breakOff(e);
            return true;
        }
    }

    /** Keeps a state of {@code run}, if it is time to, until {@code endMillis} at most; says whether the run has to wait. */
    boolean keep(LabRun run, double nowMillis, double endMillis) {
        if (!run.stream().isWhole() && run.past().reach() != Past.Reach.NOTHING) {
            run.past().forget();
            tell(run);
        }
        if (copy != null && copy.isOvertaken()) {
            copy = null;
        }
        if (copy == null
                && run.past().isDue(run.courses().present(), run.engine().position(), nowMillis)) {
            copy = new StateCopy(run);
        }
        StateCopy copying = copy;
        while (copying != null && !copying.isDone() && loop.nowMillis() < endMillis) {
            copying.advance(loop);
        }
        if (copying != null && copying.isDone()) {
            copy = null;
            courses.note();
        }
        return copy != null;
    }

    /** The run has learned. */
    void stepped() {
        courses.note();
    }

    void reportIfDue(LabRun run) {
        if (courses.hasNews()) {
            double now = loop.nowMillis();
            if (courses.isDue(now)) {
                tell(run, now);
            }
        }
    }

    /** Tells what was not told yet, now. */
    void flush(LabRun run) {
        if (courses.hasNews()) {
            tell(run);
        }
    }

    /** Tells the page where the run has been. */
    void tell(LabRun run) {
        tell(run, loop.nowMillis());
    }

    private void tell(LabRun run, double nowMillis) {
        courses.told(nowMillis);
        page.accept(run.courses()
                .report(
                        run.id(),
                        run.past().positions(run.courses().present()),
                        run.past().reach()));
    }
}
