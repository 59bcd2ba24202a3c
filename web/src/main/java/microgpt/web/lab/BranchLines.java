package microgpt.web.lab;

import microgpt.numeric.DownsampledSeries;
import microgpt.web.chart.CourseTree;
import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.dom.ChartJs;
import microgpt.web.shell.Theme;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/** Where the run has been on other courses, and farther on the present one: their fast averages, faint, and where they part. */
final class BranchLines {
    private static final double DOT = 3.5;

    private final Theme theme;
    private final Curves curves;
    private final CourseTree courses;

    BranchLines(Theme theme, Curves curves, CourseTree courses) {
        this.theme = theme;
        this.curves = curves;
        this.courses = courses;
    }

    /** How far they reach. */
    double most() {
        double most = 0;
        for (int course = 0; course < courses.size(); course++) {
            DownsampledSeries kept = curves.kept(course);
            most = kept == null || kept.size() == 0 ? most : Math.max(most, (double) kept.end(kept.size() - 1));
        }
        return most;
    }

    void draw(CanvasRenderingContext2D g, ChartJs chart) {
        for (int course = 0; course < courses.size(); course++) {
            DownsampledSeries kept = curves.kept(course);
            if (kept != null) {
                draw(g, chart, kept, course);
            }
        }
    }

    private void draw(CanvasRenderingContext2D g, ChartJs chart, DownsampledSeries kept, int course) {
        boolean isPresent = course == courses.present();
        double now = curves.size() == 0 ? 0 : curves.position(curves.size() - 1);
        double from = isPresent ? now : (double) courses.parting(course);
        int first = Math.max(0, kept.nearest(from));
        g.setStrokeStyle(theme.accent() + "70");
        g.setLineWidth(1.5);
        g.beginPath();
        boolean begun = false;
        for (int column = first; column < kept.size(); column++) {
            double x = ChartJs.x(chart, (double) kept.end(column));
            if (x < ChartJs.left(chart) || x > ChartJs.right(chart)) {
                continue;
            }
            double y = ChartJs.y(chart, Curves.value(kept, Curve.FAST, column));
            if (begun) {
                g.lineTo(x, y);
            } else {
                g.moveTo(x, y);
            }
            begun = true;
        }
        g.stroke();
        if (begun && first < kept.size()) {
            dot(g, ChartJs.x(chart, (double) kept.end(first)), ChartJs.y(chart, Curves.value(kept, Curve.FAST, first)));
        }
    }

    /** Where they part. */
    private void dot(CanvasRenderingContext2D g, double x, double y) {
        g.setFillStyle(theme.card());
        g.beginPath();
        g.arc(x, y, DOT, 0, 2 * Math.PI);
        g.fill();
        g.setStrokeStyle(theme.accent());
        g.stroke();
    }
}
