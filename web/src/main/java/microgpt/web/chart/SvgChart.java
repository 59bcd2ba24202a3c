package microgpt.web.chart;

import java.util.List;
import microgpt.protocol.Reals;
import microgpt.web.text.Numbers;

/**
 * A line chart as the text of an SVG file, in colours for white paper.
 *
 * @param title what it shows, in one line
 * @param across what is measured along the bottom
 * @param up what is measured along the side, with its unit
 * @param logarithmic whether both axes are
 */
public record SvgChart(
        String title, String across, String up, boolean logarithmic, List<Line> lines, List<Level> levels) {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 480;
    private static final double LEFT = 60;
    private static final double RIGHT = WIDTH - 20;
    private static final double TOP = 46;
    private static final double BOTTOM = HEIGHT - 78;

    /** A curve: as many positions as values, and a dot at each if {@code dots}. */
    public record Line(String name, String colour, double width, boolean dots, Reals positions, Reals values) {
        public Line {
            if (positions.size() != values.size()) {
                throw new IllegalArgumentException("line \"" + name + "\" has " + positions.size() + " positions and "
                        + values.size() + " values");
            }
        }
    }

    /** A value to compare with, all the way across. */
    public record Level(String name, double value) {}

    /** The file. */
    public String text() {
        Scale x = acrossScale();
        Scale y = upScale();
        StringBuilder out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(WIDTH) + " " + number(HEIGHT))
                .append("\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        words(out, LEFT, 24, "start", "#1d1b18", title);
        grid(out, x, y);
        for (Level level : levels) {
            level(out, y, level);
        }
        for (Line line : lines) {
            curve(out, x, y, line);
        }
        legend(out);
        return out.append("</svg>\n").toString();
    }

    private Scale acrossScale() {
        double last = 1;
        for (Line line : lines) {
            for (double position : line.positions().toArray()) {
                last = Math.max(last, position);
            }
        }
        return new Scale(logarithmic ? 1 : 0, Math.max(2, last), logarithmic);
    }

    private Scale upScale() {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Level level : levels) {
            most = Math.max(most, level.value());
            least = Math.min(least, level.value());
        }
        for (Line line : lines) {
            for (double value : line.values().toArray()) {
                most = Math.max(most, value);
                least = Math.min(least, value);
            }
        }
        if (!(most > 0)) {
            return new Scale(logarithmic ? 0.1 : 0, 1, logarithmic);
        }
        return new Scale(logarithmic ? Math.max(least, most * 1e-4) * 0.9 : 0, most * 1.05, logarithmic);
    }

    private void grid(StringBuilder out, Scale x, Scale y) {
        for (double tick : x.ticks(10)) {
            double at = horizontal(x, tick);
            rule(out, at, TOP, at, BOTTOM, "#ece8e0", "");
            words(out, at, BOTTOM + 18, "middle", "#5d5850", label(tick));
        }
        for (double tick : y.ticks(8)) {
            double at = vertical(y, tick);
            rule(out, LEFT, at, RIGHT, at, "#ece8e0", "");
            words(out, LEFT - 8, at + 4, "end", "#5d5850", label(tick));
        }
        words(out, RIGHT, BOTTOM + 36, "end", "#5d5850", across);
        words(out, RIGHT, 24, "end", "#5d5850", up);
    }

    private static void level(StringBuilder out, Scale y, Level level) {
        double at = vertical(y, level.value());
        rule(out, LEFT, at, RIGHT, at, "#7a746a", " stroke-dasharray=\"2 3\"");
        words(out, RIGHT - 4, at - 5, "end", "#7a746a", level.name());
    }

    private static void curve(StringBuilder out, Scale x, Scale y, Line line) {
        out.append("<polyline fill=\"none\" stroke=\"" + line.colour() + "\" stroke-width=\"" + number(line.width())
                + "\" stroke-linejoin=\"round\" points=\"");
        for (int i = 0; i < line.values().size(); i++) {
            double position = line.positions().at(i);
            if (position >= x.low()) {
                out.append(number(horizontal(x, position)))
                        .append(',')
                        .append(number(vertical(y, line.values().at(i))))
                        .append(' ');
            }
        }
        out.append("\"/>\n");
        for (int i = 0; line.dots() && i < line.values().size(); i++) {
            if (line.positions().at(i) >= x.low()) {
                out.append("<circle r=\"3\" fill=\"" + line.colour() + "\" cx=\""
                        + number(horizontal(x, line.positions().at(i))) + "\" cy=\""
                        + number(vertical(y, line.values().at(i))) + "\"/>\n");
            }
        }
    }

    private void legend(StringBuilder out) {
        double at = LEFT;
        for (Line line : lines) {
            out.append("<line x1=\"" + number(at) + "\" x2=\"" + number(at + 22) + "\" y1=\"" + number(HEIGHT - 18)
                    + "\" y2=\"" + number(HEIGHT - 18) + "\" stroke=\"" + line.colour() + "\" stroke-width=\""
                    + number(line.width()) + "\"/>\n");
            words(out, at + 28, HEIGHT - 14, "start", "#5d5850", line.name());
            at += 50 + 7.2 * line.name().length();
        }
    }

    private static void rule(
            StringBuilder out, double x1, double y1, double x2, double y2, String colour, String more) {
        out.append("<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\""
                + number(y2) + "\" stroke=\"" + colour + "\"" + more + "/>\n");
    }

    private static void words(StringBuilder out, double x, double y, String anchor, String colour, String text) {
        out.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" fill=\""
                + colour + "\">" + escaped(text) + "</text>\n");
    }

    private static double horizontal(Scale x, double value) {
        return LEFT + x.at(value) * (RIGHT - LEFT);
    }

    private static double vertical(Scale y, double value) {
        return BOTTOM - y.at(Math.max(value, y.low())) * (BOTTOM - TOP);
    }

    private static String label(double tick) {
        return tick >= 10 || tick == 0 ? Numbers.grouped(Math.round(tick)) : Numbers.fixed(tick, tick >= 0.999 ? 1 : 2);
    }

    private static String number(double pixels) {
        return Double.toString(Math.round(pixels * 10) / 10.0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
