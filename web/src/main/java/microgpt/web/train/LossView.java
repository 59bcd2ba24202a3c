package microgpt.web.train;

import microgpt.protocol.Floats;
import microgpt.protocol.train.TrainReport;
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

/** The training loss of every step and the validation losses, over levels to compare them with; with a read-out. */
final class LossView {
    private static final double DESCRIBE_EVERY_MILLIS = 3000;
    private static final double AIR = 1.06;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int SMOOTH = 2;
    private static final int VALIDATION = 3;

    private final Theme theme;
    private final HTMLCanvasElement canvas;
    private final HTMLInputElement inNats;
    private final HTMLInputElement inBits;
    private final HTMLInputElement logarithmic;
    private final HTMLElement readout;
    private final HTMLElement summary;
    private final ChartJs chart;
    private final Frames.Slot slot;
    private final Frames.Slot words;
    private final LossCurve curve = new LossCurve();
    private final LossBaselines levels;
    private long maxSteps = 1;
    private double hovered = -1;

    LossView(Panel root, Frames frames, Theme theme) {
        canvas = root.as("loss-chart");
        inNats = root.as("unit-nats");
        inBits = root.as("unit-bits");
        logarithmic = root.as("log-axes");
        readout = root.part("loss-readout");
        summary = root.part("loss-summary");
        chart = ChartJs.create(canvas, this::drawUnder, this::drawOver);
        this.theme = theme;
        levels = new LossBaselines(theme);
        slot = frames.slot(canvas, 200, this::draw);
        words = frames.words(DESCRIBE_EVERY_MILLIS, this::describe);
        ChartJs.addLine(chart, HIGH, "");
        ChartJs.addLine(chart, LOW, "-1");
        ChartJs.addLine(chart, SMOOTH, "");
        ChartJs.addLine(chart, VALIDATION, "");
        ChartJs.dots(chart, VALIDATION, 2.5);
        theme.onChange(this::style);
        style();
        inNats.onEvent("change", event -> ask());
        inBits.onEvent("change", event -> ask());
        logarithmic.onEvent("change", event -> ask());
        canvas.onMouseMove(this::hover);
        canvas.onMouseLeave(event -> {
            hovered = -1;
            slot.ask();
        });
        new LossFiles(root, canvas, theme, curve, levels, this::unit, logarithmic::isChecked);
        ask();
    }

    /** From nats to bits, or back. */
    void switchUnit() {
        (inBits.isChecked() ? inNats : inBits).click();
    }

    /** From even to logarithmic axes, or back. */
    void switchAxes() {
        logarithmic.click();
    }

    LossCurve curve() {
        return curve;
    }

    void show(TrainReport.Started report) {
        curve.clear();
        hovered = -1;
        levels.set(report.order0(), report.order2());
        Floats past = report.losses().training();
        for (int i = 0; i < past.size(); i++) {
            curve.add((long) report.losses().steps().at(i), past.at(i));
        }
        for (int i = 0; i < report.losses().validation().size(); i++) {
            curve.look(
                    (long) report.losses().lookedAt().at(i),
                    report.losses().validation().at(i));
        }
        ask();
    }

    void show(TrainReport.Transport report) {
        maxSteps = Math.max(1, report.maxSteps());
        ask();
    }

    void show(TrainReport.Progress report) {
        long before = report.steps() - report.losses().size();
        for (int i = 0; i < report.losses().size(); i++) {
            curve.add(before + i + 1, report.losses().at(i));
        }
        ask();
    }

    void show(TrainReport.Looked report) {
        curve.look(report.steps(), report.loss());
        ask();
    }

    /** Nats or bits, as the reader has it. */
    private LossUnit unit() {
        return inBits.isChecked() ? LossUnit.BITS : LossUnit.NATS;
    }

    private void ask() {
        slot.ask();
        words.ask();
    }

    private void style() {
        ChartJs.style(chart, HIGH, theme.accent() + "88", "", 1, 0, 4);
        ChartJs.style(chart, LOW, theme.accent() + "88", theme.accent() + "33", 1, 0, 4);
        ChartJs.style(chart, SMOOTH, theme.accent(), "", 2.5, 0, 4);
        ChartJs.style(chart, VALIDATION, theme.warm(), "", 2, 0, 4);
        ChartJs.axes(chart, theme.soft(), theme.grid());
        slot.ask();
    }

    private void draw() {
        double scale = unit().perNat();
        ChartJs.scales(chart, logarithmic.isChecked() ? "logarithmic" : "linear", logarithmic.isChecked() ? 1 : 0);
        Float64Array steps = Float64Array.copyFromJavaArray(curve.steps());
        ChartJs.positions(chart, steps);
        ChartJs.values(chart, HIGH, Float64Array.copyFromJavaArray(curve.high(scale)));
        ChartJs.values(chart, LOW, Float64Array.copyFromJavaArray(curve.low(scale)));
        ChartJs.values(chart, SMOOTH, Float64Array.copyFromJavaArray(curve.smooth(scale)));
        ChartJs.points(
                chart,
                VALIDATION,
                Float64Array.copyFromJavaArray(curve.lookSteps()),
                Float64Array.copyFromJavaArray(curve.looks(scale)));
        double top = curve.top(Regime.UNIFORM) * scale * AIR;
        double bottom = logarithmic.isChecked() ? curve.bottom(levels.least()) * scale / AIR : 0;
        double right = (double) Math.max(10, Math.max(maxSteps, curve.lastStep()));
        ChartJs.update(chart, right, bottom, top);
    }

    private void drawUnder(CanvasRenderingContext2D g) {
        levels.draw(g, chart, unit());
    }

    private void drawOver(CanvasRenderingContext2D g) {
        levels.name(g, chart, unit());
        int column = hovered < 0 ? -1 : curve.nearest(hovered);
        if (column < 0) {
            return;
        }
        double x = ChartJs.x(chart, curve.steps()[column]);
        g.setLineWidth(1);
        g.setStrokeStyle(theme.ink());
        g.beginPath();
        g.moveTo(x, ChartJs.top(chart));
        g.lineTo(x, ChartJs.bottom(chart));
        g.stroke();
        g.setFillStyle(theme.accent());
        g.beginPath();
        g.arc(x, ChartJs.y(chart, curve.smooth(unit().perNat())[column]), 4, 0, 2 * Math.PI);
        g.fill();
    }

    private void hover(MouseEvent event) {
        double step = ChartJs.positionAt(chart, event.getOffsetX());
        if (curve.nearest(step) >= 0) {
            hovered = step;
            Dom.text(readout, LossText.readout(curve, step, unit()));
            slot.ask();
        }
    }

    private void describe() {
        Dom.text(summary, LossText.summary(curve, levels.order0(), levels.order2(), unit()));
    }
}
