package microgpt.worker.lab;

import java.util.ArrayDeque;
import microgpt.config.OnlineRecipe;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.worker.loop.EventLoop;
import microgpt.worker.loop.Task;

/**
 * A run on its way to another position: it is kept as it stands, if it has never been further, made what it was at a state
 * before the destination, and reads on from there, with the changes that were made then. Until the new state is complete
 * the run is not touched.
 */
final class Journey {
    private final EventLoop loop;
    private final LabRun run;
    private final Course course;
    private final long destination;
    private final Task task;
    private final ArrayDeque<Runnable> parts = new ArrayDeque<>();
    private @Nullable StateCopy copy;
    private @Nullable Machinery fresh;
    private boolean reads;

    Journey(EventLoop loop, LabRun run, Course course, long destination, Task task) {
        this.loop = loop;
        this.run = run;
        this.course = course;
        this.destination = Math.max(0, Math.min(destination, course.furthest()));
        this.task = task;
        if (run.past().reach() == Past.Reach.NOTHING) {
            throw new IllegalStateException("there is no way back: of more than " + (LabRun.HELD_BYTES >> 20)
                    + " MiB only the newest bytes are held in memory");
        }
        RunState start = run.past().latest(course, this.destination);
        long position = run.engine().position();
        boolean isOnTheWay = run.isOn(course) && position <= this.destination;
        if (isOnTheWay && (start == null || start.position() <= position)) {
            parts.add(
                    () -> run.courses().standOn(course, run.courses().inForce().size()));
        } else {
            keepWhereItStands();
            parts.add(() -> build(start));
        }
    }

    /** Its newest position would be lost otherwise. */
    private void keepWhereItStands() {
        Course present = run.courses().present();
        long position = run.engine().position();
        RunState latest = run.past().latest(present, position);
        boolean isKept = latest != null
                && latest.position() == position
                && latest.changes().equals(run.courses().inForce());
        if (position == present.furthest() && position > 0 && !isKept) {
            copy = new StateCopy(run);
        }
    }

    Task task() {
        return task;
    }

    private void build(@Nullable RunState start) {
        Machinery built = run.another();
        fresh = built;
        if (start != null) {
            parts.addAll(start.restoring(built.engine()));
        }
        parts.add(() -> {
            run.stand(built, start, course);
            fresh = null;
        });
    }

    /** Goes on by a part, or a step; says whether it has arrived. */
    boolean advance() {
        StateCopy copying = copy;
        if (copying != null) {
            copying.advance(loop);
            copy = copying.isDone() ? null : copying;
        } else if (!parts.isEmpty()) {
            parts.remove().run();
        } else {
            return !readOn();
        }
        return false;
    }

    /** A change, or a step, that was made then; says whether there was one left. */
    private boolean readOn() {
        reads = true;
        long position = run.engine().position();
        boolean isAtTheEnd = destination == course.furthest();
        if (run.courses().hasDue(position) && (position < destination || isAtTheEnd)) {
            run.repeat();
            return true;
        }
        if (run.nextStep() > destination || run.nextStep() == position) {
            return false;
        }
        run.step();
        return true;
    }

    /** It does not go on. */
    void end() {
        Machinery built = fresh;
        if (built != null) {
            built.release();
            fresh = null;
        }
    }

    LabReport.Travelled report(boolean arrived) {
        OnlineRecipe inForce = run.inForce();
        long position = reads ? run.engine().position() : 0;
        return new LabReport.Travelled(
                run.id(), run.courses().number(course), position, destination, arrived, inForce.toJson());
    }
}
