package microgpt.worker.lab;

import java.util.ArrayList;
import java.util.List;
import microgpt.config.OnlineRecipe;
import microgpt.protocol.lab.LabReport;

/** The courses that a run has taken, and how far it is on the present one. */
final class Courses {
    private final List<Course> all = new ArrayList<>();
    private Course present;
    /** How many changes of the present course are in force. */
    private int applied;

    /** Of a run that begins by {@code recipe}. */
    Courses(OnlineRecipe recipe) {
        present = new Course(recipe);
        all.add(present);
    }

    Course present() {
        return present;
    }

    /** The course that reports call {@code number}. */
    Course numbered(int number) {
        if (number < 0 || number >= all.size()) {
            throw new IllegalArgumentException("course " + number + " must be from 0 to " + (all.size() - 1));
        }
        return all.get(number);
    }

    int number(Course of) {
        return all.indexOf(of);
    }

    /** The changes that are in force, in order. */
    List<LiveChange> inForce() {
        return List.copyOf(present.changes().subList(0, applied));
    }

    /** The run stands on {@code course} again, where the first {@code changes} of its changes are in force. */
    void standOn(Course course, int changes) {
        present = course;
        applied = changes;
    }

    /** Whether a change of the present course was made at or before {@code position} that is not in force yet. */
    boolean hasDue(long position) {
        return applied < present.changes().size()
                && present.changes().get(applied).position() <= position;
    }

    /** The first change of the present course that is not in force yet. */
    LiveChange next() {
        return present.changes().get(applied);
    }

    /** That one is in force again. */
    void repeated() {
        applied++;
    }

    /** The reader has changed a run whose bytes have cost {@code bits}: where it was further already, it leaves its course. */
    void changed(LiveChange change, double bits) {
        if (change.position() < present.furthest()
                || applied < present.changes().size()) {
            leave(change.position(), bits);
        }
        present.add(change);
        applied++;
    }

    /** The run goes on from {@code position} as it is: where its course was changed there, it leaves it. */
    void goOn(long position, double bits) {
        if (hasDue(position)) {
            leave(position, bits);
        }
    }

    /** What was read after {@code position} cannot be read again. */
    void forgetAfter(long position) {
        for (Course course : all) {
            course.forgetAfter(position);
        }
        applied = Math.min(applied, present.changes().size());
    }

    private void leave(long position, double bits) {
        present = present.leftAt(position, applied, bits);
        all.add(present);
    }

    LabReport.Courses report(int run, List<Long> snapshots, Past.Reach reach) {
        List<LabReport.Course> courses = new ArrayList<>();
        for (Course course : all) {
            Course parent = course.parent();
            courses.add(course.report(parent == null ? -1 : all.indexOf(parent)));
        }
        return new LabReport.Courses(run, all.indexOf(present), courses, snapshots, reach == Past.Reach.NOTHING);
    }
}
