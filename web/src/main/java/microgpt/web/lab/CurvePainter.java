package microgpt.web.lab;

import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.lab.LabReport;
import microgpt.web.chart.Acts;
import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.chart.EventMarks;
import microgpt.web.chart.LiveMarks;
import microgpt.web.chart.TagRows;
import microgpt.web.dom.ChartJs;
import microgpt.web.shell.Theme;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/** What is drawn below and above the lines: phases, the reader's changes, the acts of mechanisms, the place that is pointed at. */
final class CurvePainter {
    static final String FONT = "px ui-sans-serif, system-ui, sans-serif";

    private static final double UNIFORM_BITS = 8;
    private static final int TAG_ROWS = 3;
    private static final double TAG_HEIGHT = 17;
    private static final int MOST_LETTERS = 34;
    private static final double STRIP_PIXELS = 4;

    private final Theme theme;
    private final Curves curves;
    private final LiveMarks changes;
    private final Acts acts;
    private final EventMarks[] events;
    private @Nullable ChartJs chart;
    private List<LabReport.PhaseMark> phases = List.of();
    /** The place that is pointed at, and the change; -1 for none. */
    private double pointed = -1;

    private int pointedChange = -1;
    private int dragFrom = -1;
    private int dragTo = -1;

    CurvePainter(Theme theme, Curves curves, LiveMarks changes, Acts acts, EventMarks... events) {
        this.theme = theme;
        this.curves = curves;
        this.changes = changes;
        this.acts = acts;
        this.events = events;
    }

    /** Draws on this chart from now on. */
    void on(ChartJs newChart) {
        chart = newChart;
    }

    void phases(List<LabReport.PhaseMark> newPhases) {
        phases = newPhases;
    }

    /** The reader points at a position, -1 for none, and at a change, -1 for none. */
    void point(double position, int change) {
        pointed = position;
        pointedChange = change;
    }

    /** The reader drags between two pixels; -1 for none. */
    void drag(int from, int to) {
        dragFrom = from;
        dragTo = to;
    }

    /** Boundaries and their names, the line of the uniform distribution, and how often mechanisms acted. */
    void under(CanvasRenderingContext2D g) {
        if (chart == null) {
            return;
        }
        Frame frame = Frame.of(chart);
        double uniform = ChartJs.y(chart, UNIFORM_BITS);
        g.setLineWidth(1.5);
        g.setStrokeStyle(theme.hair());
        if (uniform >= frame.top) {
            segment(g, frame.left, uniform, frame.right, uniform);
        }
        g.setFont("12" + FONT);
        g.setTextAlign("left");
        g.setTextBaseline("top");
        g.setLineWidth(1);
        for (int i = 0; i < phases.size(); i++) {
            double x = Math.max(frame.left, x(phases.get(i).start()));
            double next = i + 1 < phases.size() ? x(phases.get(i + 1).start()) : frame.right;
            if (x > frame.right || next <= frame.left) {
                continue;
            }
            if (i > 0 && x > frame.left) {
                segment(g, x, frame.top, x, frame.bottom);
            }
            String name = phases.get(i).name();
            if (phases.size() > 1 && g.measureText(name).getWidth() < Math.min(next, frame.right) - x - 8) {
                g.setFillStyle(theme.soft());
                g.fillText(name, x + 5, frame.bottom - 17);
            }
        }
        double lane = frame.top + 2;
        for (Acts.Kind kind : Acts.Kind.values()) {
            lane += acts(g, frame, kind, lane);
        }
    }

    /** The acts of one kind in a lane of their own; the answer is how high that is. */
    private double acts(CanvasRenderingContext2D g, Frame frame, Acts.Kind kind, double y) {
        Acts.Drawing drawing = acts.drawing(kind);
        g.setFillStyle(colour(kind));
        if (drawing == Acts.Drawing.MARKS) {
            double drawn = -10;
            for (double position : events(kind).positions()) {
                double x = ChartJs.x(chart(), position);
                if (x - drawn >= 7 && x >= frame.left && x <= frame.right) {
                    ActShapes.draw(g, kind, x, y + 4);
                    drawn = x;
                }
            }
            return 10;
        }
        if (drawing == Acts.Drawing.STRIP) {
            int parts = Math.max(1, (int) ((frame.right - frame.left) / STRIP_PIXELS));
            double width = (frame.right - frame.left) / parts;
            for (int i = 0; i < parts; i++) { // part by part, for the axis may be logarithmic
                double from = ChartJs.positionAt(chart(), frame.left + i * width);
                double to = ChartJs.positionAt(chart(), frame.left + (i + 1) * width);
                double share = acts.shares(kind, from, to, 1)[0];
                if (share > 0) {
                    g.setGlobalAlpha(share);
                    g.fillRect(frame.left + i * width, y, width + 0.5, 4);
                }
            }
            g.setGlobalAlpha(1);
            return 6;
        }
        return 0;
    }

    private String colour(Acts.Kind kind) {
        return switch (kind) {
            case BOOSTED -> theme.warm();
            case CLIPPED -> theme.order();
            case SKIPPED -> theme.soft();
        };
    }

    private EventMarks events(Acts.Kind kind) {
        return switch (kind) {
            case BOOSTED -> events[0];
            case CLIPPED -> events[1];
            case SKIPPED -> events[2];
        };
    }

    void over(CanvasRenderingContext2D g) {
        if (chart == null) {
            return;
        }
        Frame frame = Frame.of(chart);
        tags(g, frame);
        if (dragFrom >= 0) {
            g.setFillStyle(theme.accent() + "26");
            g.fillRect(Math.min(dragFrom, dragTo), frame.top, Math.abs(dragTo - dragFrom), frame.bottom - frame.top);
        }
        int column = pointed < 0 ? -1 : curves.nearest(pointed);
        if (column >= 0) {
            double x = ChartJs.x(chart, curves.position(column));
            if (x < frame.left || x > frame.right) {
                return;
            }
            g.setLineWidth(1);
            g.setStrokeStyle(theme.ink());
            segment(g, x, frame.top, x, frame.bottom);
            g.setFillStyle(theme.accent());
            g.beginPath();
            g.arc(x, ChartJs.y(chart, curves.value(Curve.FAST, column)), 4, 0, 2 * Math.PI);
            g.fill();
        }
    }

    /** The reader's changes: a line at each, and what it was, where there is room. */
    private void tags(CanvasRenderingContext2D g, Frame frame) {
        List<LiveMarks.Mark> marks = changes.list();
        double[] starts = new double[marks.size()];
        double[] widths = new double[marks.size()];
        g.setFont("600 11" + FONT);
        g.setTextBaseline("middle");
        for (int i = 0; i < starts.length; i++) {
            widths[i] = g.measureText(label(marks.get(i))).getWidth() + 12;
            double x = x(marks.get(i).position());
            starts[i] = x + widths[i] > frame.right ? x - widths[i] : x;
        }
        int[] rows = TagRows.place(starts, widths, TAG_ROWS, 3);
        for (int i = 0; i < starts.length; i++) {
            double x = x(marks.get(i).position());
            if (x < frame.left - 1 || x > frame.right + 1) {
                continue;
            }
            boolean chosen = i == pointedChange;
            g.setLineWidth(chosen ? 2.5 : 1.5);
            g.setStrokeStyle(theme.warm());
            segment(g, x, frame.top, x, frame.bottom);
            double y = frame.top + 22 + Math.max(0, rows[i]) * (TAG_HEIGHT + 2);
            if (rows[i] == TagRows.NONE) {
                g.setFillStyle(theme.warm());
                g.fillRect(x - 3, y, 6, 6);
                continue;
            }
            g.setFillStyle(chosen ? theme.warm() : theme.card());
            g.fillRect(starts[i], y, widths[i], TAG_HEIGHT);
            g.strokeRect(starts[i], y, widths[i], TAG_HEIGHT);
            g.setFillStyle(chosen ? theme.card() : theme.warm());
            g.fillText(label(marks.get(i)), starts[i] + 6, y + TAG_HEIGHT / 2 + 0.5);
        }
    }

    private static String label(LiveMarks.Mark mark) {
        String what = mark.what();
        return what.length() <= MOST_LETTERS ? what : what.substring(0, MOST_LETTERS - 1) + "…";
    }

    private ChartJs chart() {
        if (chart == null) {
            throw new IllegalStateException("there is no chart yet");
        }
        return chart;
    }

    private double x(long position) {
        return ChartJs.x(chart(), Math.max(1, (double) position));
    }

    static void segment(CanvasRenderingContext2D g, double x0, double y0, double x1, double y1) {
        g.beginPath();
        g.moveTo(x0, y0);
        g.lineTo(x1, y1);
        g.stroke();
    }

    /** The edges of the plot, in pixels. */
    private record Frame(double left, double right, double top, double bottom) {
        static Frame of(ChartJs chart) {
            return new Frame(ChartJs.left(chart), ChartJs.right(chart), ChartJs.top(chart), ChartJs.bottom(chart));
        }
    }
}
