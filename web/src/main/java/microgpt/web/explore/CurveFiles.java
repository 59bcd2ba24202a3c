package microgpt.web.explore;

import java.util.ArrayList;
import java.util.List;
import microgpt.web.chart.CurveTable;
import microgpt.web.chart.SvgChart;
import microgpt.web.chart.SvgChart.Line;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Handover;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The curves as files: all numbers (CSV), the picture as it stands on the screen (PNG), the lines that are shown (SVG). */
final class CurveFiles {
    private static final String NAME = "microgpt-curve";

    /** A line of the file: its name, the switch that shows it, its colour on white paper. */
    private record Drawn(String name, String part, String colour) {}

    private static final List<Drawn> LINES = List.of(
            new Drawn("order-0 baseline", "show-order0", "#c4bdb0"),
            new Drawn("order-2 baseline", "show-order2", "#a39c90"),
            new Drawn("PPM (order 5)", "show-ppm", "#7a746a"),
            new Drawn("gzip", "show-gzip", "#b5432a"),
            new Drawn("counts alone", "show-counts", "#2a7a56"),
            new Drawn("transformer alone", "show-transformer", "#7b4aa8"),
            new Drawn("transformer with cache", "show-cache", "#a33d74"),
            new Drawn("cumulative mean", "show-whole", "#1d1b18"),
            new Drawn("slow moving average", "show-slow", "#7fb0d0"),
            new Drawn("fast moving average", "show-fast", "#17608f"));

    private final Panel root;
    private final HTMLElement menu;

    CurveFiles(Panel root, Theme theme) {
        this.root = root;
        menu = root.part("chart-save");
        menu.setHidden(false);
        HTMLCanvasElement canvas = root.as("chart");
        save("chart-png", () -> Browser.downloadCanvas(NAME + ".png", canvas, theme.card()));
        save("chart-svg", () -> Browser.download(NAME + ".svg", "image/svg+xml", svg()));
        save("chart-csv", () -> Browser.download(NAME + ".csv", "text/csv", csv()));
    }

    private void save(String part, Runnable saving) {
        root.part(part).onClick(event -> {
            saving.run();
            menu.removeAttribute("open");
        });
    }

    private String csv() {
        return Handover.ask(root.root(), "curve");
    }

    private String svg() {
        CurveTable table = CurveTable.parse(csv());
        List<Line> lines = new ArrayList<>();
        for (Drawn each : LINES) {
            HTMLInputElement shown = root.as(each.part());
            if (shown.isChecked() && table.values(each.name()).size() > 0) {
                double width = each.part().equals("show-fast") ? 2.5 : 1.2;
                lines.add(new Line(
                        each.name(),
                        each.colour(),
                        width,
                        false,
                        table.positions(each.name()),
                        table.values(each.name())));
            }
        }
        return new SvgChart(
                        "microgpt: bits per byte, each byte predicted before it was learned",
                        "bytes read",
                        "bits per byte",
                        false,
                        lines,
                        List.of(new SvgChart.Level("uniform: 8", 8)))
                .text();
    }
}
