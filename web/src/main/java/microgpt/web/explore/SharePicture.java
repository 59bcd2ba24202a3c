package microgpt.web.explore;

import java.util.List;
import microgpt.protocol.Reals;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.CurveTable;
import microgpt.web.chart.LineBreaks;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** A run as a picture of 1200 by 630 pixels, the size that chats preview: verdict, curve, a sample, where it comes from. */
final class SharePicture {
    private static final double LEFT = 64;
    private static final double RIGHT = 1136;
    private static final double CURVE_TOP = 212;
    private static final double CURVE_BOTTOM = 432;
    private static final double MOST_BITS = 8;
    private static final String SANS = "px ui-sans-serif, system-ui, sans-serif";
    private static final String SERIF = "px ui-serif, 'Iowan Old Style', Palatino, Georgia, serif";
    private static final String MONO = "px ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

    private final Theme theme;
    private final CurveTable curves;
    private final List<LabReport.PhaseMark> phases;
    private final double most;

    SharePicture(Theme theme, CurveTable curves, List<LabReport.PhaseMark> phases) {
        this.theme = theme;
        this.curves = curves;
        this.phases = phases;
        most = Math.max(1000, curves.end());
    }

    void draw(HTMLCanvasElement canvas, String verdict, String sample, String site) {
        canvas.setWidth(1200);
        canvas.setHeight(630);
        CanvasRenderingContext2D g = (CanvasRenderingContext2D) canvas.getContext("2d");
        g.setFillStyle(theme.card());
        g.fillRect(0, 0, 1200, 630);
        g.setFillStyle(theme.accent());
        g.fillRect(0, 0, 1200, 10);
        g.setTextBaseline("alphabetic");
        words(g, "600 26" + SERIF, theme.ink(), "microgpt", LEFT, 64);
        g.setTextAlign("right");
        words(g, "20" + SANS, theme.soft(), "a GPT that learns while you watch", RIGHT, 64);
        g.setTextAlign("left");
        lines(g, "40" + SERIF, theme.ink(), verdict, 118, 48, 2);
        curve(g);
        if (!sample.isEmpty()) {
            words(g, "18" + SANS, theme.soft(), "What it wrote last", LEFT, 504);
            lines(g, "21" + MONO, theme.ink(), "“" + sample + "…”", 534, 29, 2);
        }
        words(g, "600 20" + SANS, theme.accent(), site, LEFT, 606);
    }

    private void curve(CanvasRenderingContext2D g) {
        g.setLineWidth(1);
        for (int bits = 0; bits <= MOST_BITS; bits += 2) {
            g.setStrokeStyle(bits == MOST_BITS ? theme.hair() : theme.grid());
            segment(g, LEFT, y(bits), RIGHT, y(bits));
            g.setTextAlign("right");
            words(g, "16" + SANS, theme.soft(), Integer.toString(bits), LEFT - 10, y(bits) + 5);
            g.setTextAlign("left");
        }
        for (int i = 0; i < phases.size(); i++) {
            double x = x((double) phases.get(i).start());
            double next = i + 1 < phases.size()
                    ? Math.min(RIGHT, x((double) phases.get(i + 1).start()))
                    : RIGHT;
            if (x < RIGHT && phases.size() > 1) {
                g.setStrokeStyle(theme.grid());
                segment(g, x, CURVE_TOP, x, CURVE_BOTTOM);
                g.setFont("15" + SANS);
                if (g.measureText(phases.get(i).name()).getWidth() < next - x - 6) {
                    words(g, "15" + SANS, theme.soft(), phases.get(i).name(), x + 4, CURVE_BOTTOM + 20);
                }
            }
        }
        line(g, "gzip", theme.warm(), 2);
        line(g, "PPM (order 5)", theme.order(), 1.5);
        line(g, "fast moving average", theme.accent(), 4);
        double at = LEFT + 16;
        at = name(g, at, theme.accent(), "this run, bits per byte");
        at = name(g, at, theme.order(), "PPM");
        if (curves.values("gzip").size() > 0) {
            name(g, at, theme.warm(), "gzip");
        }
        g.setTextAlign("right");
        words(g, "16" + SANS, theme.soft(), Numbers.bytes((long) most) + " read", RIGHT, CURVE_TOP - 6);
        g.setTextAlign("left");
    }

    /** The name of a line; the answer is where the next one stands. */
    private double name(CanvasRenderingContext2D g, double at, String colour, String text) {
        words(g, "600 17" + SANS, colour, text, at, CURVE_TOP + 24);
        return at + g.measureText(text).getWidth() + 22;
    }

    private void line(CanvasRenderingContext2D g, String curve, String colour, double width) {
        Reals positions = curves.positions(curve);
        Reals values = curves.values(curve);
        g.setStrokeStyle(colour);
        g.setLineWidth(width);
        g.setLineJoin("round");
        g.beginPath();
        for (int i = 0; i < values.size(); i++) {
            g.lineTo(x(positions.at(i)), y(values.at(i))); // the first of them only begins the line
        }
        g.stroke();
    }

    private static void segment(CanvasRenderingContext2D g, double x0, double y0, double x1, double y1) {
        g.beginPath();
        g.moveTo(x0, y0);
        g.lineTo(x1, y1);
        g.stroke();
    }

    private double x(double position) {
        return LEFT + position / most * (RIGHT - LEFT);
    }

    private static double y(double bits) {
        return CURVE_BOTTOM - Math.min(bits, MOST_BITS) / MOST_BITS * (CURVE_BOTTOM - CURVE_TOP);
    }

    /** A text in at most so many lines. */
    private static void lines(
            CanvasRenderingContext2D g, String font, String colour, String text, double top, double height, int most) {
        g.setFont(font);
        List<String> broken =
                LineBreaks.of(text, most, line -> g.measureText(line).getWidth() <= RIGHT - LEFT);
        for (int i = 0; i < broken.size(); i++) {
            words(g, font, colour, broken.get(i), LEFT, top + i * height);
        }
    }

    private static void words(CanvasRenderingContext2D g, String font, String colour, String text, double x, double y) {
        g.setFont(font);
        g.setFillStyle(colour);
        g.fillText(text, x, y);
    }
}
