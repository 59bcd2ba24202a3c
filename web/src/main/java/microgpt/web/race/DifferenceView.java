package microgpt.web.race;

import microgpt.web.dom.ChartJs;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.typedarrays.Float64Array;

/** How many bits per byte a contender needs beside A, as the race goes on, with the interval around it. */
final class DifferenceView {
    private static final int LOW = 0;
    private static final int HIGH = 1;
    private static final int MEAN = 2;

    private final Theme theme;
    private final ChartJs chart;
    private final Frames.Slot slot;
    private final HTMLCanvasElement canvas;
    private RaceRecord record = new RaceRecord(2);
    private int other = 1;

    DifferenceView(Panel page, Frames frames, Theme theme) {
        this.theme = theme;
        canvas = page.as("difference");
        chart = ChartJs.create(canvas, this::drawUnder, context -> {});
        slot = frames.slot(canvas, 300, this::draw);
        ChartJs.addLine(chart, LOW, "");
        ChartJs.addLine(chart, HIGH, "-1");
        ChartJs.addLine(chart, MEAN, "");
        theme.onChange(this::style);
        style();
    }

    void begin(RaceRecord begun) {
        record = begun;
        slot.ask();
    }

    /** From now on it is about this contender. */
    void compare(int contender) {
        other = contender;
        style();
    }

    void ask() {
        slot.ask();
    }

    private void style() {
        String colour = Lane.colour(theme, other);
        ChartJs.style(chart, LOW, "transparent", "", 0, 0, 0);
        ChartJs.style(chart, HIGH, "transparent", colour + "30", 0, 0, 0);
        ChartJs.style(chart, MEAN, colour, "", 2, Lane.dash(other), Lane.gap(other));
        ChartJs.axes(chart, theme.soft(), theme.grid());
        slot.ask();
    }

    private void draw() {
        double[] positions = record.positions();
        double[] means = new double[positions.length];
        double[] first = record.means(0);
        double[] second = record.means(other);
        Pairing pairing = record.pairing(other);
        double reach = 0;
        for (int i = 0; i < means.length; i++) {
            means[i] = second[i] - first[i];
            reach = i >= means.length / 10 ? Math.max(reach, Math.abs(means[i])) : reach;
        }
        double[] lows = pairing.lows();
        double[] highs = pairing.highs();
        for (int i = lows.length / 2; i < lows.length; i++) {
            reach = Math.max(reach, Math.max(Math.abs(lows[i]), Math.abs(highs[i])));
        }
        ChartJs.positions(chart, Float64Array.copyFromJavaArray(positions));
        points(LOW, pairing.positions(), lows);
        points(HIGH, pairing.positions(), highs);
        points(MEAN, positions, means);
        double most = reach == 0 ? 0.01 : 1.1 * reach;
        double right = positions.length == 0 ? 1000 : Math.max(1000, positions[positions.length - 1]);
        ChartJs.update(chart, right, -most, most);
        canvas.setAttribute(
                "aria-label",
                "Bits per byte that " + Lineup.letter(other) + " needs beside A over bytes read: now "
                        + RaceText.difference(pairing) + ", 95 % interval " + RaceText.interval(pairing));
    }

    private void points(int line, double[] positions, double[] values) {
        ChartJs.points(chart, line, Float64Array.copyFromJavaArray(positions), Float64Array.copyFromJavaArray(values));
    }

    /** The line of no difference, and which side is whose. */
    private void drawUnder(CanvasRenderingContext2D g) {
        double y = ChartJs.y(chart, 0);
        double left = ChartJs.left(chart);
        g.setStrokeStyle(theme.soft());
        g.setLineWidth(1);
        g.beginPath();
        g.moveTo(left, y);
        g.lineTo(ChartJs.right(chart), y);
        g.stroke();
        g.setFont("12px ui-sans-serif, system-ui, sans-serif");
        g.setTextAlign("right");
        g.setFillStyle(theme.soft());
        g.setTextBaseline("top");
        g.fillText("A better", ChartJs.right(chart) - 6, ChartJs.top(chart) + 4);
        g.setTextBaseline("bottom");
        g.fillText(Lineup.letter(other) + " better", ChartJs.right(chart) - 6, ChartJs.bottom(chart) - 4);
    }
}
