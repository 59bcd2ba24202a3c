package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import microgpt.web.chart.SvgChart.Level;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.ChartJs;
import microgpt.web.shell.Theme;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/** What losses are held against, drawn below them: the levels of counting as lines, the regimes as bands with names. */
final class LossBaselines {
    private static final String FONT = "12px ui-sans-serif, system-ui, sans-serif";
    private static final double LEAST_BAND = 17;
    /** Where the names of bands begin, as a share of the width: past the first fall, before the names of lines. */
    private static final double BAND_NAMES = 0.3;

    /** In a narrower chart they begin at its edge: there is no room between. */
    private static final double NARROW = 500;

    private final Theme theme;
    private double order0 = Double.NaN;
    private double order2 = Double.NaN;

    LossBaselines(Theme theme) {
        this.theme = theme;
    }

    void set(double newOrder0, double newOrder2) {
        order0 = newOrder0;
        order2 = newOrder2;
    }

    double order0() {
        return order0;
    }

    double order2() {
        return order2;
    }

    /** The least of the levels that are known. */
    double least() {
        double least = Regime.UNIFORM;
        least = order0 < least ? order0 : least;
        return order2 < least ? order2 : least;
    }

    /** Those that are known, the highest first. */
    List<Level> list(LossUnit unit) {
        List<Level> list = new ArrayList<>();
        list.add(new Level("uniform", Regime.UNIFORM * unit.perNat()));
        if (!Double.isNaN(order0)) {
            list.add(new Level("order-0 baseline", order0 * unit.perNat()));
        }
        if (!Double.isNaN(order2)) {
            list.add(new Level("order-2 baseline", order2 * unit.perNat()));
        }
        return list;
    }

    /** Lines and bands, to lie below the curves. */
    void draw(CanvasRenderingContext2D g, ChartJs chart, LossUnit unit) {
        double left = ChartJs.left(chart);
        double right = ChartJs.right(chart);
        g.setFillStyle(theme.grid() + "80");
        for (Regime regime : Regime.values()) {
            if (areKnown() && (regime == Regime.BYTES || regime == Regime.WORDS)) { // every second band
                double from = begins(chart, regime, unit);
                g.fillRect(left, from, right - left, ends(chart, regime, unit) - from);
            }
        }
        g.setLineWidth(1.5);
        g.setStrokeStyle(theme.order());
        Canvas.dash(g, 2, 3);
        for (Level level : list(unit)) {
            double y = ChartJs.y(chart, level.value());
            if (isInside(chart, y)) {
                g.beginPath();
                g.moveTo(left, y);
                g.lineTo(right, y);
                g.stroke();
            }
        }
        Canvas.dash(g, 0, 0);
    }

    /** The names of lines and bands, to lie above the curves. */
    void name(CanvasRenderingContext2D g, ChartJs chart, LossUnit unit) {
        g.setFont(FONT);
        g.setLineWidth(4);
        g.setLineJoin("round");
        g.setStrokeStyle(theme.card());
        g.setFillStyle(theme.soft());
        g.setTextAlign("right");
        g.setTextBaseline("bottom");
        for (Level level : list(unit)) {
            double y = ChartJs.y(chart, level.value());
            if (isInside(chart, y)) {
                write(g, level.name(), ChartJs.right(chart) - 4, y - 2);
            }
        }
        g.setTextAlign("left");
        g.setTextBaseline("middle");
        double width = ChartJs.right(chart) - ChartJs.left(chart);
        double x = ChartJs.left(chart) + (width < NARROW ? 6 : BAND_NAMES * width);
        for (Regime regime : Regime.values()) {
            double from = begins(chart, regime, unit);
            double to = ends(chart, regime, unit);
            if (areKnown() && to - from >= LEAST_BAND) {
                double first = Math.max(from, ChartJs.y(chart, Regime.UNIFORM * unit.perNat())); // below that line
                write(g, regime.label(), x, first + LEAST_BAND / 2); // the curve comes later, and lower
            }
        }
    }

    /** With a seam in the colour of the ground, so that it can be read across a curve. */
    private static void write(CanvasRenderingContext2D g, String text, double x, double y) {
        g.strokeText(text, x, y);
        g.fillText(text, x, y);
    }

    private boolean areKnown() {
        return !Double.isNaN(order0) && !Double.isNaN(order2);
    }

    private static boolean isInside(ChartJs chart, double y) {
        return y >= ChartJs.top(chart) && y <= ChartJs.bottom(chart);
    }

    private double begins(ChartJs chart, Regime regime, LossUnit unit) {
        return regime == Regime.WORSE || regime == Regime.GUESSING ? ChartJs.top(chart) : edge(chart, regime, unit);
    }

    private double ends(ChartJs chart, Regime regime, LossUnit unit) {
        return switch (regime) {
            case WORSE -> ChartJs.top(chart); // no band of its own
            case GUESSING -> edge(chart, Regime.BYTES, unit);
            case BYTES -> edge(chart, Regime.LETTERS, unit);
            case LETTERS -> edge(chart, Regime.WORDS, unit);
            case WORDS -> ChartJs.bottom(chart);
        };
    }

    private double edge(ChartJs chart, Regime regime, LossUnit unit) {
        double y = ChartJs.y(chart, regime.begins(order0, order2) * unit.perNat());
        return Math.max(ChartJs.top(chart), Math.min(ChartJs.bottom(chart), y));
    }
}
