package microgpt.web.train;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import microgpt.protocol.Reals;
import microgpt.web.chart.SvgChart;
import microgpt.web.chart.SvgChart.Line;
import microgpt.web.dom.Browser;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** The chart of losses as a picture to keep: as it stands on the screen (PNG), or as lines (SVG). */
final class LossFiles {
    private static final String NAME = "byte-tinygpt-loss";

    private final LossCurve curve;
    private final LossBaselines levels;
    private final Supplier<LossUnit> unit;
    private final BooleanSupplier logarithmic;

    LossFiles(
            Panel root,
            HTMLCanvasElement canvas,
            Theme theme,
            LossCurve curve,
            LossBaselines levels,
            Supplier<LossUnit> unit,
            BooleanSupplier logarithmic) {
        this.curve = curve;
        this.levels = levels;
        this.unit = unit;
        this.logarithmic = logarithmic;
        root.part("loss-png").onClick(event -> Browser.downloadCanvas(NAME + ".png", canvas, theme.card()));
        root.part("loss-svg").onClick(event -> Browser.download(NAME + ".svg", "image/svg+xml", svg()));
    }

    private String svg() {
        double scale = unit.get().perNat();
        Reals steps = Reals.of(curve.steps());
        return new SvgChart(
                        "byte-tinygpt: training and validation loss",
                        "step",
                        unit.get().word() + " per byte",
                        logarithmic.getAsBoolean(),
                        List.of(
                                new Line("each step, at most", "#9dbfd5", 1, false, steps, Reals.of(curve.high(scale))),
                                new Line("each step, at least", "#9dbfd5", 1, false, steps, Reals.of(curve.low(scale))),
                                new Line("smoothed", "#17608f", 2.5, false, steps, Reals.of(curve.smooth(scale))),
                                new Line(
                                        "validation",
                                        "#b5432a",
                                        2,
                                        true,
                                        Reals.of(curve.lookSteps()),
                                        Reals.of(curve.looks(scale)))),
                        levels.list(unit.get()))
                .text();
    }
}
