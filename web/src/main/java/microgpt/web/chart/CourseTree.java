package microgpt.web.chart;

import java.util.List;
import microgpt.protocol.lab.LabReport;

/** The courses of a run, and where each leaves the one that the run is on. */
public final class CourseTree {
    private List<LabReport.Course> courses = List.of();
    private int present;

    public void clear() {
        courses = List.of();
        present = 0;
    }

    public void show(LabReport.Courses report) {
        courses = report.courses();
        present = report.present();
    }

    /** Until the next report says more. */
    public void stand(int course) {
        present = course;
    }

    public int present() {
        return present;
    }

    public int size() {
        return courses.size();
    }

    /** The position up to which {@code course} and the present one are the same; none is farther than the present one's end. */
    public long parting(int course) {
        long parting = Long.MAX_VALUE;
        int mine = present;
        int other = course;
        while (mine != other && mine >= 0 && other >= 0) { // a parent has a lower number than those that leave it
            if (mine > other) {
                parting = Math.min(parting, courses.get(mine).from());
                mine = courses.get(mine).parent();
            } else {
                parting = Math.min(parting, courses.get(other).from());
                other = courses.get(other).parent();
            }
        }
        return parting;
    }
}
