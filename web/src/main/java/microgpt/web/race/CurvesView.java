package microgpt.web.race;

import microgpt.web.dom.ChartJs;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.dom.Pointing;
import microgpt.web.recipe.RaceLink;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Float64Array;

/** Bits per byte of all contenders over each other: moving averages, and thinner the cumulative means. */
final class CurvesView implements Pointing.Listener {
    private final Theme theme;
    private final ChartJs chart;
    private final Frames.Slot slot;
    private final HTMLElement readout;
    private final String hint;
    private RaceRecord record = new RaceRecord(2);
    private int hovered = -1;

    CurvesView(Panel page, Frames frames, Theme theme) {
        this.theme = theme;
        HTMLCanvasElement canvas = page.as("chart");
        readout = page.part("chart-readout");
        hint = readout.getInnerText();
        chart = ChartJs.create(canvas, context -> {}, this::drawOver);
        slot = frames.slot(canvas, 200, this::draw);
        for (int i = 0; i < 2 * RaceLink.MOST; i++) {
            ChartJs.addLine(chart, i, "");
        }
        theme.onChange(this::style);
        style();
        Pointing.on(canvas, readout, this);
        slot.ask();
    }

    void begin(RaceRecord begun) {
        record = begun;
        hovered = -1;
        slot.ask();
    }

    void ask() {
        slot.ask();
    }

    private void style() {
        for (int i = 0; i < RaceLink.MOST; i++) {
            String colour = Lane.colour(theme, i);
            ChartJs.style(chart, thin(i), colour, "", 1.25, Lane.dash(i), Lane.gap(i));
            ChartJs.style(chart, thick(i), colour, "", 2.5, Lane.dash(i), Lane.gap(i));
        }
        ChartJs.axes(chart, theme.soft(), theme.grid());
        slot.ask();
    }

    /** The line of a moving average; the library draws the first one last, and dashes are seen on a solid line. */
    private static int thick(int contender) {
        return 2 * (RaceLink.MOST - 1 - contender);
    }

    private static int thin(int contender) {
        return thick(contender) + 1;
    }

    private void draw() {
        double[] positions = record.positions();
        ChartJs.positions(chart, Float64Array.copyFromJavaArray(positions));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < RaceLink.MOST; i++) {
            double[] means = i < record.size() ? record.means(i) : new double[0];
            double[] averages = i < record.size() ? record.averages(i) : new double[0];
            ChartJs.values(chart, thin(i), Float64Array.copyFromJavaArray(means));
            ChartJs.values(chart, thick(i), Float64Array.copyFromJavaArray(averages));
            for (int k = means.length / 20; k < means.length; k++) { // the plunge at the start would hide the rest
                low = Math.min(low, Math.min(means[k], averages[k]));
                high = Math.max(high, Math.max(means[k], averages[k]));
            }
        }
        boolean empty = positions.length == 0;
        double bottom = empty ? 0 : Math.max(0, Math.floor((low - 0.05) * 2) / 2);
        double top = empty ? 8.5 : Math.max(Math.ceil((high + 0.05) * 2) / 2, bottom + 0.5);
        ChartJs.update(chart, empty ? 1000 : Math.max(1000, positions[positions.length - 1]), bottom, top);
    }

    private void drawOver(CanvasRenderingContext2D g) {
        double[] positions = record.positions();
        if (positions.length == 0) {
            return;
        }
        if (hovered >= 0 && hovered < positions.length) {
            double x = ChartJs.x(chart, positions[hovered]);
            g.setStrokeStyle(theme.ink());
            g.setLineWidth(1);
            g.beginPath();
            g.moveTo(x, ChartJs.top(chart));
            g.lineTo(x, ChartJs.bottom(chart));
            g.stroke();
        }
    }

    @Override
    public void at(int x, int y) {
        point(record.nearest(ChartJs.positionAt(chart, x)));
    }

    @Override
    public void move(int right, int down) {
        int last = record.positions().length - 1;
        int from = hovered < 0 ? last : hovered;
        point(Math.max(0, Math.min(last, from + right)));
    }

    @Override
    public void leave() {
        hovered = -1;
        Dom.text(readout, hint);
        slot.ask();
    }

    private void point(int column) {
        double[] positions = record.positions();
        if (column < 0 || column >= positions.length) {
            return;
        }
        hovered = column;
        StringBuilder text = new StringBuilder("Byte " + Numbers.grouped((long) positions[column]) + ":");
        for (int i = 0; i < record.size(); i++) {
            text.append(i == 0 ? " " : "; ")
                    .append(Lineup.letter(i))
                    .append(" moving average ")
                    .append(Numbers.fixed(record.averages(i)[column], 3))
                    .append(", cumulative ")
                    .append(Numbers.fixed(record.means(i)[column], 3));
        }
        Dom.text(readout, text + ".");
        slot.ask();
    }
}
