package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Tensor;
import microgpt.config.OnlineRecipe;
import microgpt.engine.PrequentialEngine;
import microgpt.numeric.Snapshot;

/**
 * All that a run was at a position, to the bit.
 *
 * @param changes what the reader had changed until then
 * @param inForce the recipe in force
 */
record RunState(
        long position,
        List<LiveChange> changes,
        OnlineRecipe inForce,
        Snapshot learned,
        Soundness soundness,
        UnreportedBytes tail) {
    private static final String WEIGHTS = "weights";
    private static final String ENGINE = "engine";

    /** Begins to copy {@code run}; adds to {@code parts} what is to be done in order, before anything changes the run. */
    static RunState saving(LabRun run, List<Runnable> parts) {
        PrequentialEngine engine = run.engine();
        Snapshot learned = new Snapshot();
        parts.add(() -> learned.put(WEIGHTS, engine.learner().weights().all().toArray()));
        parts.addAll(engine.saving(learned.part(ENGINE)));
        return new RunState(
                engine.position(),
                run.courses().inForce(),
                run.inForce(),
                learned,
                run.soundness().copy(),
                run.tail().copy());
    }

    /** Adds the parts of making {@code engine}, which has read nothing, what was saved. */
    List<Runnable> restoring(PrequentialEngine engine) {
        for (LiveChange change : changes) {
            OnlineRecipe wanted = change.wanted();
            engine.tune((wanted == null ? change.after() : wanted).online());
        }
        Tensor all = engine.learner().weights().all();
        all.memory().write(all.offset(), learned.floats(WEIGHTS, all.size()), 0, all.size());
        return new ArrayList<>(engine.restoring(learned.part(ENGINE)));
    }

    /** Whether {@code course} was here, and has made all these changes. */
    boolean isOn(Course course) {
        return isOn(course, position, changes);
    }

    /** The same of a run with {@code changes} at {@code position}. */
    static boolean isOn(Course course, long position, List<LiveChange> changes) {
        List<LiveChange> made = course.changes();
        int count = changes.size();
        return position <= course.furthest()
                && count <= made.size()
                && made.subList(0, count).equals(changes)
                && (count == made.size() || made.get(count).position() >= position);
    }

    /** Bytes of memory that it holds, about. */
    long bytes() {
        long bytes = 0;
        for (Object array : learned.arrays().values()) {
            bytes += bytes(array);
        }
        return bytes;
    }

    private static long bytes(Object array) {
        if (array instanceof byte[] values) {
            return values.length;
        } else if (array instanceof int[] values) {
            return (long) Integer.BYTES * values.length;
        } else if (array instanceof float[] values) {
            return (long) Float.BYTES * values.length;
        } else if (array instanceof double[] values) {
            return (long) Double.BYTES * values.length;
        }
        return (long) Long.BYTES * ((long[]) array).length;
    }
}
