package microgpt.web.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.protocol.Reals;
import microgpt.web.chart.Curves;
import microgpt.web.chart.Curves.Curve;
import microgpt.web.chart.SvgChart;
import microgpt.web.chart.SvgChart.Line;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The curves as files: all numbers (CSV), the picture as it stands on the screen (PNG), the lines that are shown (SVG). */
final class CurveFiles {
    private static final String NAME = "microgpt-curve";
    private static final List<Curve> OTHERS = List.of(
            Curve.WHOLE,
            Curve.SLOW,
            Curve.CACHE,
            Curve.TRANSFORMER,
            Curve.COUNTS,
            Curve.GZIP,
            Curve.PPM,
            Curve.ORDER_2,
            Curve.ORDER_0);

    private final CurveView view;

    CurveFiles(Panel root, Theme theme, CurveView view) {
        this.view = view;
        HTMLElement menu = root.part("chart-save");
        HTMLCanvasElement canvas = root.as("chart");
        root.part("chart-csv").onClick(event -> {
            Browser.download(NAME + ".csv", "text/csv", CurveTable.csv(view.curves()));
            menu.removeAttribute("open");
        });
        root.part("chart-png").onClick(event -> {
            Browser.downloadCanvas(NAME + ".png", canvas, theme.card());
            menu.removeAttribute("open");
        });
        root.part("chart-svg").onClick(event -> {
            Browser.download(NAME + ".svg", "image/svg+xml", svg());
            menu.removeAttribute("open");
        });
    }

    private String svg() {
        Curves curves = view.curves();
        List<Line> lines = new ArrayList<>();
        for (Curve curve : OTHERS) {
            if (curves.has(curve) && view.isShown(curve)) {
                add(lines, curves, curve);
            }
        }
        add(lines, curves, Curve.FAST);
        return new SvgChart(
                        "microgpt: bits per byte, each byte predicted before it was learned",
                        "bytes read",
                        "bits per byte",
                        false,
                        lines,
                        List.of(new SvgChart.Level("uniform: 8", 8)))
                .text();
    }

    /** A curve where it has values. */
    private static void add(List<Line> lines, Curves curves, Curve curve) {
        double[] positions = new double[curves.size()];
        double[] values = new double[curves.size()];
        int count = 0;
        for (int column = 0; column < curves.size(); column++) {
            double value = curves.value(curve, column);
            if (!Double.isNaN(value)) {
                positions[count] = curves.position(column);
                values[count++] = value;
            }
        }
        lines.add(new Line(
                CurveText.name(curve),
                colour(curve),
                curve == Curve.FAST ? 2.5 : 1.2,
                false,
                Reals.of(Arrays.copyOf(positions, count)),
                Reals.of(Arrays.copyOf(values, count))));
    }

    /** On white paper. */
    private static String colour(Curve curve) {
        return switch (curve) {
            case FAST, FAST_MIN, FAST_MAX -> "#17608f";
            case SLOW -> "#7fb0d0";
            case WHOLE -> "#1d1b18";
            case GZIP -> "#b5432a";
            case FIXED_SHARE, FIXED_SHARE_BOUND -> "#8a6a00";
            case CACHE -> "#a33d74";
            case TRANSFORMER -> "#7b4aa8";
            case COUNTS -> "#2a7a56";
            case PPM -> "#7a746a";
            case ORDER_2 -> "#a39c90";
            case ORDER_0 -> "#c4bdb0";
        };
    }
}
