package microgpt.web.lab;

import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Acts;
import microgpt.web.chart.CourseTree;
import microgpt.web.chart.CurveTable;
import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.chart.EventMarks;
import microgpt.web.chart.LiveMarks;
import microgpt.web.chart.Range;
import microgpt.web.chart.Zoom;
import microgpt.web.dom.ChartJs;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.typedarrays.Float64Array;

/** Bits per byte over bytes read, as lines: what is read, drawn by {@link CurvePainter} and pointed at with {@link CurvePointing}. */
final class CurveView {
    private static final double DESCRIBE_EVERY_MILLIS = 3000;
    private static final Curve[] DRAWN = Curve.values();
    private static final double LEAST_WIDTH = 1000;

    private final Theme theme;
    private final HTMLInputElement fit;
    private final HTMLInputElement logarithmic;
    private final HTMLElement whole;
    private final ChartJs chart;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private final Curves curves = new Curves();
    private final LiveMarks changes = new LiveMarks();
    private final Acts acts = new Acts();
    private final EventMarks[] events = {new EventMarks(), new EventMarks(), new EventMarks()};
    private final Zoom zoom = new Zoom();
    private final CourseTree courses = new CourseTree();
    private final BranchLines branches;
    private final CurveLegend legend;
    private final CurvePainter painter;
    private final CurvePointing pointing;

    CurveView(Panel root, Frames frames, Theme theme) {
        this.theme = theme;
        HTMLCanvasElement canvas = root.as("chart");
        fit = root.as("chart-zoom");
        logarithmic = root.as("chart-log");
        whole = root.part("chart-whole");
        HTMLElement summary = root.part("chart-summary");
        painter = new CurvePainter(theme, curves, changes, acts, events);
        branches = new BranchLines(theme, curves, courses);
        chart = ChartJs.create(canvas, g -> under(g), g -> painter.over(g));
        painter.on(chart);
        slot = frames.slot(canvas, 200, this::draw);
        legend = new CurveLegend(root, slot::ask);
        words = frames.words(DESCRIBE_EVERY_MILLIS, () -> {
            Dom.text(summary, CurveText.summary(curves));
            legend.show(acts);
        });
        pointing = new CurvePointing(canvas, root.part("chart-readout"), curves, changes, painter, this);
        for (int i = 0; i < DRAWN.length; i++) {
            ChartJs.addLine(chart, i, DRAWN[i] == Curve.FAST_MAX ? "-1" : "");
        }
        theme.onChange(this::style);
        style();
        fit.onEvent("change", event -> slot.ask());
        logarithmic.onEvent("change", event -> showAll());
        whole.onClick(event -> {
            showAll();
            canvas.focus();
        });
        slot.ask();
    }

    void show(LabReport.Started report) {
        painter.phases(report.phases());
        curves.clear();
        changes.clear();
        acts.clear();
        courses.clear();
        legend.clear();
        for (EventMarks each : events) {
            each.clear();
        }
        pointing.leave();
        words.ask();
        showAll();
    }

    void show(LabReport.Progress p) {
        if (p.position() > 0) {
            curves.add(p);
            acts.add(p);
            words.ask();
            slot.ask();
        }
    }

    void show(LabReport.Gzipped report) {
        curves.add(report);
        slot.ask();
    }

    void show(LabReport.Events report) {
        for (LabReport.Event event : report.events()) {
            switch (event.kind()) {
                case BOOSTED -> events[0].add(event.position());
                case CLIPPED -> events[1].add(event.position());
                case SKIPPED -> events[2].add(event.position());
                case REPLAYED -> {} // almost every step: a mark each would say nothing, the counter has them
            }
        }
        slot.ask();
    }

    void show(LabReport.Courses report) {
        courses.show(report);
        slot.ask();
    }

    /** What lies ahead of where the run stands now is drawn as what was there before. */
    void show(LabReport.Travelled report) {
        int from = courses.present();
        curves.travel(from, report.course(), report.position());
        acts.travel(from, report.course(), report.position());
        changes.travel(from, report.course(), report.position());
        for (EventMarks each : events) {
            each.travel(from, report.course(), report.position());
        }
        courses.stand(report.course());
        pointing.leave();
        slot.ask();
    }

    private void under(CanvasRenderingContext2D g) {
        painter.under(g);
        if (chart != null) { // drawn while it is made
            branches.draw(g, chart);
        }
    }

    /** From {@code position} on something is otherwise; {@code what} says what. */
    void mark(long position, String what) {
        if (!what.isEmpty()) {
            changes.add(position, what);
            slot.ask();
        }
    }

    /** All of it, as comma-separated values. */
    String table() {
        return CurveTable.csv(curves, CurveText::name);
    }

    boolean isLogarithmic() {
        return logarithmic.isChecked();
    }

    ChartJs chart() {
        return chart;
    }

    Zoom zoom() {
        return zoom;
    }

    /** How much there is to look at, in bytes. */
    double most() {
        double present = curves.size() == 0 ? LEAST_WIDTH : Math.max(LEAST_WIDTH, curves.position(curves.size() - 1));
        return Math.max(present, branches.most());
    }

    /** All of the run again. */
    void showAll() {
        zoom.whole();
        zoomed();
    }

    /** The reader looks at another part. */
    void zoomed() {
        whole.setHidden(zoom.isWhole());
        slot.ask();
    }

    /** Something is pointed at. */
    void redraw() {
        slot.ask();
    }

    /** Where the plot begins, in pixels from the left of the card. */
    double left() {
        return ChartJs.left(chart);
    }

    /** Where it ends. */
    double right() {
        return ChartJs.right(chart);
    }

    private void style() {
        for (int i = 0; i < DRAWN.length; i++) {
            switch (DRAWN[i]) {
                case FAST_MIN, FAST_MAX -> line(i, "transparent", theme.accent() + "24", 0, 0);
                case FAST -> line(i, theme.accent(), "", 2.5, 0);
                case SLOW -> line(i, theme.accent(), "", 1, 6);
                case WHOLE -> line(i, theme.ink(), "", 1, 0);
                case GZIP -> line(i, theme.warm(), "", 1.5, 5);
                case FIXED_SHARE -> line(i, theme.shared(), "", 1.5, 0);
                case FIXED_SHARE_BOUND -> line(i, theme.shared(), "", 1.5, 2);
                case CACHE -> line(i, theme.cache(), "", 1, 0);
                case TRANSFORMER -> line(i, theme.transformer(), "", 1, 0);
                case COUNTS -> line(i, theme.counts(), "", 1, 0);
                case ORDER_0 -> line(i, theme.order(), "", 1, 2);
                case ORDER_2 -> line(i, theme.order(), "", 1, 6);
                case PPM -> line(i, theme.order(), "", 1, 0);
            }
        }
        ChartJs.axes(chart, theme.soft(), theme.grid());
        slot.ask();
    }

    private void line(int index, String colour, String fill, double width, double dash) {
        ChartJs.style(chart, index, colour, fill, width, dash, dash == 2 ? 3 : 4);
    }

    private void draw() {
        legend.show(curves);
        ChartJs.positions(chart, Float64Array.copyFromJavaArray(curves.positions()));
        for (int i = 0; i < DRAWN.length; i++) {
            double[] values = legend.isShown(DRAWN[i]) ? curves.values(DRAWN[i]) : new double[0];
            ChartJs.values(chart, i, Float64Array.copyFromJavaArray(values));
        }
        double least = isLogarithmic() ? Math.max(1, curves.size() == 0 ? 1 : curves.position(0)) : 0;
        double left = zoom.left(least);
        double right = zoom.right(most());
        Range range = zoom.isWhole() ? Range.fitting(curves) : Range.fitting(curves, left, right);
        ChartJs.across(chart, isLogarithmic() ? "logarithmic" : "linear", left);
        ChartJs.update(
                chart,
                right,
                fit.isChecked() ? range.low() : Range.ALL.low(),
                fit.isChecked() ? range.high() : Range.ALL.high());
    }
}
