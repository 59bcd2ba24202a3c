package microgpt.web.lab;

import java.util.List;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.chart.EventMarks;
import microgpt.web.chart.Range;
import microgpt.web.dom.ChartJs;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.typedarrays.Float64Array;

/** Bits per byte over bytes read, with the boundaries of the phases, the acts of mechanisms, and a read-out. */
final class CurveView {
    private static final double DESCRIBE_EVERY_MILLIS = 3000;
    private static final double UNIFORM_BITS = 8;
    private static final Curve[] DRAWN = Curve.values();

    private final Theme theme;
    private final HTMLCanvasElement canvas;
    private final HTMLInputElement zoom;
    private final HTMLElement readout;
    private final HTMLElement summary;
    private final ChartJs chart;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private final Curves curves = new Curves();
    private final CurveLegend legend;
    private final EventMarks boosts = new EventMarks();
    private final EventMarks clips = new EventMarks();
    private final EventMarks skips = new EventMarks();
    private List<LabReport.PhaseMark> phases = List.of();
    private double gzip = Double.NaN;
    private double hovered = -1;
    private final String hint;

    CurveView(Panel root, Frames frames, Theme theme) {
        canvas = root.as("chart");
        zoom = root.as("chart-zoom");
        readout = root.part("chart-readout");
        hint = readout.getInnerText();
        summary = root.part("chart-summary");
        chart = ChartJs.create(canvas, this::drawUnder, this::drawOver);
        this.theme = theme;
        slot = frames.slot(canvas, 200, this::draw);
        legend = new CurveLegend(root, slot::ask);
        words = frames.words(DESCRIBE_EVERY_MILLIS, () -> Dom.text(summary, CurveText.summary(curves)));
        for (int i = 0; i < DRAWN.length; i++) {
            ChartJs.addLine(chart, i, DRAWN[i] == Curve.FAST_MAX ? "-1" : "");
        }
        theme.onChange(this::style);
        style();
        zoom.onEvent("change", event -> slot.ask());
        canvas.onMouseMove(this::hover);
        canvas.onMouseLeave(event -> {
            hovered = -1;
            Dom.text(readout, hint);
            slot.ask();
        });
        slot.ask();
    }

    void show(LabReport.Started report) {
        phases = report.phases();
        curves.clear();
        legend.clear();
        gzip = Double.NaN;
        boosts.clear();
        clips.clear();
        skips.clear();
        hovered = -1;
        Dom.text(readout, hint);
        words.ask();
        slot.ask();
    }

    void show(LabReport.Progress p) {
        if (p.position() > 0) {
            curves.add(p, gzip);
            words.ask();
            slot.ask();
        }
    }

    void show(LabReport.Gzipped report) {
        gzip = 8.0 * report.bytes() / report.position();
    }

    void show(LabReport.Events report) {
        for (LabReport.Event event : report.events()) {
            switch (event.kind()) {
                case BOOSTED -> boosts.add(event.position());
                case CLIPPED -> clips.add(event.position());
                case SKIPPED -> skips.add(event.position());
                case REPLAYED -> {} // almost every step: a mark each would say nothing, the counter has them
            }
        }
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
                case FAST_MIN, FAST_MAX -> line(i, "transparent", theme.accent() + "2b", 0, 0);
                case FAST -> line(i, theme.accent() + "b0", "", 1, 0);
                case SLOW -> line(i, theme.accent(), "", 2.5, 0);
                case WHOLE -> line(i, theme.ink(), "", 1.5, 0);
                case GZIP -> line(i, theme.warm(), "", 1.5, 5);
                case FIXED_SHARE -> line(i, theme.shared(), "", 1.5, 0);
                case FIXED_SHARE_BOUND -> line(i, theme.shared(), "", 1.5, 2);
                case CACHE -> line(i, theme.cache(), "", 1.5, 0);
                case TRANSFORMER -> line(i, theme.transformer(), "", 1.5, 0);
                case COUNTS -> line(i, theme.counts(), "", 1.5, 0);
                case ORDER_0 -> line(i, theme.order(), "", 1.5, 2);
                case ORDER_2 -> line(i, theme.order(), "", 1.5, 6);
                case PPM -> line(i, theme.order(), "", 1.5, 0);
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
        Range range = zoom.isChecked() ? Range.fitting(curves) : Range.ALL;
        double right = curves.size() == 0 ? 1000 : Math.max(1000, curves.position(curves.size() - 1));
        ChartJs.update(chart, right, range.low(), range.high());
    }

    /** Boundaries and their names, and the line of the uniform distribution. */
    private void drawUnder(CanvasRenderingContext2D g) {
        double left = ChartJs.left(chart);
        double right = ChartJs.right(chart);
        double top = ChartJs.top(chart);
        double bottom = ChartJs.bottom(chart);
        double uniform = ChartJs.y(chart, UNIFORM_BITS);
        g.setLineWidth(1.5);
        g.setStrokeStyle(theme.hair());
        if (uniform >= top) {
            segment(g, left, uniform, right, uniform);
        }
        g.setFont("12px ui-sans-serif, system-ui, sans-serif");
        g.setTextAlign("left");
        g.setTextBaseline("top");
        g.setLineWidth(1);
        for (int i = 0; i < phases.size(); i++) {
            double x = x(phases.get(i).start());
            double next = i + 1 < phases.size() ? x(phases.get(i + 1).start()) : right;
            if (x > right || x < left - 0.5) {
                continue;
            }
            if (i > 0) {
                segment(g, x, top, x, bottom);
            }
            double room = Math.min(next, right) - x - 8;
            String name = phases.get(i).name();
            if (phases.size() > 1 && g.measureText(name).getWidth() < room) {
                g.setFillStyle(theme.soft());
                g.fillText(name, x + 5, bottom - 17);
            }
        }
        marks(g, boosts, theme.warm(), top + 1);
        marks(g, clips, theme.order(), top + 5);
        marks(g, skips, theme.soft(), top + 9);
    }

    private void drawOver(CanvasRenderingContext2D g) {
        int column = hovered < 0 ? -1 : curves.nearest(hovered);
        if (column < 0) {
            return;
        }
        double x = ChartJs.x(chart, curves.position(column));
        g.setLineWidth(1);
        g.setStrokeStyle(theme.ink());
        segment(g, x, ChartJs.top(chart), x, ChartJs.bottom(chart));
        g.setFillStyle(theme.accent());
        g.beginPath();
        g.arc(x, ChartJs.y(chart, curves.value(Curve.SLOW, column)), 4, 0, 2 * Math.PI);
        g.fill();
    }

    private void marks(CanvasRenderingContext2D g, EventMarks events, String colour, double y) {
        g.setFillStyle(colour);
        double drawn = -10;
        for (double position : events.positions()) {
            double x = ChartJs.x(chart, position);
            if (x - drawn >= 3) {
                g.fillRect(x - 1, y, 2, 3);
                drawn = x;
            }
        }
    }

    private double x(long position) {
        return ChartJs.x(chart, (double) position);
    }

    private static void segment(CanvasRenderingContext2D g, double x0, double y0, double x1, double y1) {
        g.beginPath();
        g.moveTo(x0, y0);
        g.lineTo(x1, y1);
        g.stroke();
    }

    private void hover(MouseEvent event) {
        double position = ChartJs.positionAt(chart, event.getOffsetX());
        int column = curves.nearest(position);
        if (column >= 0) {
            hovered = position;
            Dom.text(readout, CurveText.readout(curves, column));
            slot.ask();
        }
    }
}
