package microgpt.web.step;

import microgpt.protocol.step.StepReport;
import microgpt.web.dom.ChartJs;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Float64Array;

/** The loss of every step, raw and smoothed, and what knowing nothing costs. */
final class LossView {
    private static final int RAW = 0;
    private static final int SMOOTH = 1;
    private static final double AIR = 1.15;

    private final Theme theme;
    private final HTMLCanvasElement canvas;
    private final HTMLElement readout;
    private final HTMLElement summary;
    private final ChartJs chart;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private final LossSeries series = new LossSeries();
    private double uniform = 3;
    private int last;
    /** The step that is read out, not a number for none. */
    private double cursor = Double.NaN;

    LossView(Panel root, Frames frames, Theme theme) {
        canvas = root.as("chart");
        readout = root.part("chart-readout");
        summary = root.part("chart-summary");
        chart = ChartJs.create(canvas, this::drawUnder, this::drawOver);
        this.theme = theme;
        slot = frames.slot(canvas, 150, this::draw);
        words = frames.words(500, this::describe);
        ChartJs.addLine(chart, RAW, "");
        ChartJs.addLine(chart, SMOOTH, "");
        theme.onChange(this::style);
        canvas.onMouseMove(event -> point(ChartJs.positionAt(chart, event.getOffsetX())));
        ArrowKeys.on(canvas, (right, down) -> move(right));
        style();
    }

    void clear(int vocabulary) {
        uniform = Math.log(vocabulary);
        series.clear();
        last = 0;
        cursor = Double.NaN;
        ask();
    }

    private void point(double step) {
        cursor = step;
        slot.ask();
    }

    private void move(int right) {
        if (series.size() > 0) {
            int at = Double.isNaN(cursor) ? series.size() - 1 : series.nearest(cursor) + right;
            point(series.steps()[Math.max(0, Math.min(series.size() - 1, at))]);
        }
    }

    void add(StepReport.Row row) {
        series.add(row.step(), row.loss());
        last = row.step();
        ask();
    }

    private void ask() {
        slot.ask();
        words.ask();
    }

    private void style() {
        ChartJs.style(chart, RAW, theme.accent() + "70", "", 1, 0, 4);
        ChartJs.style(chart, SMOOTH, theme.accent(), "", 2.5, 0, 4);
        ChartJs.axes(chart, theme.soft(), theme.grid());
        slot.ask();
    }

    private void draw() {
        ChartJs.positions(chart, Float64Array.copyFromJavaArray(series.steps()));
        ChartJs.values(chart, RAW, Float64Array.copyFromJavaArray(series.raw()));
        ChartJs.values(chart, SMOOTH, Float64Array.copyFromJavaArray(series.smooth()));
        ChartJs.update(chart, Math.max(50, last), 0, Math.ceil(series.top(uniform) * AIR));
    }

    private void drawUnder(CanvasRenderingContext2D g) {
        double y = ChartJs.y(chart, uniform);
        g.setLineWidth(1.5);
        g.setStrokeStyle(theme.soft());
        g.beginPath();
        g.moveTo(ChartJs.left(chart), y);
        g.lineTo(ChartJs.right(chart), y);
        g.stroke();
    }

    private void drawOver(CanvasRenderingContext2D g) {
        if (Double.isNaN(cursor) || series.size() == 0) {
            Dom.text(readout, "Point at the chart, or focus it and use the arrow keys, to read a step.");
            return;
        }
        int at = series.nearest(cursor);
        double x = ChartJs.x(chart, series.steps()[at]);
        g.setLineWidth(1);
        g.setStrokeStyle(theme.soft());
        g.beginPath();
        g.moveTo(x, ChartJs.top(chart));
        g.lineTo(x, ChartJs.bottom(chart));
        g.stroke();
        Dom.text(
                readout,
                "Step " + Numbers.grouped((long) series.steps()[at]) + ": loss " + Numbers.fixed(series.raw()[at], 4)
                        + ", smoothed " + Numbers.fixed(series.smooth()[at], 4) + ".");
    }

    private void describe() {
        Dom.text(
                summary,
                last == 0
                        ? "No step has been taken yet; a uniform prediction costs " + Numbers.fixed(uniform, 2)
                                + " nats."
                        : "After " + Numbers.grouped(last) + (last == 1 ? " step" : " steps") + " the smoothed loss is "
                                + Numbers.fixed(series.smoothed(), 3) + " nats; a uniform prediction costs "
                                + Numbers.fixed(uniform, 2) + ".");
    }
}
