package microgpt.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;

class CourseTreeTest {
    private final CourseTree tree = new CourseTree();

    /** Course 1 leaves 0 at 1,000, course 2 leaves 1 at 1,500, course 3 leaves 0 at 400. */
    private void show(int present) {
        tree.show(new LabReport.Courses(
                1,
                present,
                List.of(course(-1, 0), course(0, 1000), course(1, 1500), course(0, 400)),
                List.of(),
                false));
    }

    private static LabReport.Course course(int parent, long from) {
        return new LabReport.Course(parent, from, 2000, List.of(), from, Double.NaN);
    }

    @Test
    void aBranchPartsWhereItBegins() {
        show(0);
        assertEquals(1000, tree.parting(1));
        assertEquals(1000, tree.parting(2), "the branch of a branch: where the first one begins");
        assertEquals(400, tree.parting(3));
    }

    @Test
    void whatABranchLeftPartsThereToo() {
        show(2);
        assertEquals(1500, tree.parting(1));
        assertEquals(1000, tree.parting(0));
        assertEquals(400, tree.parting(3));
    }

    @Test
    void aCourseDoesNotPartFromItself() {
        show(1);
        assertEquals(Long.MAX_VALUE, tree.parting(1));
        tree.stand(0);
        assertEquals(1000, tree.parting(1));
    }
}
