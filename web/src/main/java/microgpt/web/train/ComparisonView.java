package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;
import microgpt.protocol.train.TrainReport;
import microgpt.web.dom.ChartJs;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Float64Array;

/** Two runs of the library: their curves over each other, and a table of what differs. */
final class ComparisonView {
    private final Theme theme;
    private final HTMLElement panel;
    private final HTMLElement legend;
    private final HTMLElement head;
    private final HTMLElement body;
    private final HTMLCanvasElement canvas;
    private final ChartJs chart;
    private final Frames.Slot slot;
    private final List<TrainReport.History> told = new ArrayList<>();
    private @Nullable Comparison shown;

    ComparisonView(Panel root, Frames frames, Theme theme) {
        panel = root.part("comparison");
        legend = root.part("comparison-legend");
        head = root.part("comparison-head");
        body = root.part("comparison-body");
        canvas = root.as("comparison-chart");
        chart = ChartJs.create(canvas, context -> {}, context -> {});
        this.theme = theme;
        for (int i = 0; i < 4; i++) {
            ChartJs.addLine(chart, i, "");
        }
        slot = frames.slot(canvas, 200, this::draw);
        theme.onChange(this::style);
        style();
    }

    private void style() {
        String[] colours = {theme.accent(), theme.warm()};
        for (int i = 0; i < 4; i++) {
            boolean validation = i % 2 == 1;
            ChartJs.style(chart, i, colours[i / 2], "", validation ? 2.5 : 1, validation ? 0 : 3, 3);
        }
        ChartJs.axes(chart, theme.soft(), theme.grid());
        slot.ask();
    }

    /** The losses of one of the two: the second one that is told makes the comparison. */
    void show(TrainReport.History report, @Nullable TrainReport.SavedRun first, @Nullable TrainReport.SavedRun second) {
        told.removeIf(other -> other.run().equals(report.run()));
        told.add(report);
        TrainReport.History one = first == null ? null : toldOf(first.run());
        TrainReport.History other = second == null ? null : toldOf(second.run());
        if (first == null || second == null || one == null || other == null) {
            return;
        }
        Comparison comparison = new Comparison(one, other);
        shown = comparison;
        describe(comparison, first, second);
        panel.setHidden(false);
        slot.ask();
    }

    private @Nullable TrainReport.History toldOf(String run) {
        for (TrainReport.History history : told) {
            if (history.run().equals(run)) {
                return history;
            }
        }
        return null;
    }

    void hide() {
        told.clear();
        panel.setHidden(true);
    }

    private void describe(Comparison comparison, TrainReport.SavedRun first, TrainReport.SavedRun second) {
        legend.setInnerHTML("");
        String one = RunText.label(first, second);
        String other = RunText.label(second, first);
        entry("first", one);
        entry("second", other);
        head.setInnerHTML("");
        row(head, "th", "run", one, other);
        body.setInnerHTML("");
        row(body, "td", "steps", Numbers.grouped(first.steps()), Numbers.grouped(second.steps()));
        row(body, "td", "training loss, last", loss(first.loss()), loss(second.loss()));
        row(body, "td", "validation loss, best", loss(first.bestLoss()), loss(second.bestLoss()));
        if (!first.text().equals(second.text())) {
            row(body, "td", "text", first.text(), second.text());
        }
        for (Comparison.Difference difference : comparison.differences()) {
            row(body, "td", difference.key(), difference.first(), difference.second());
        }
        canvas.setAttribute(
                "aria-label",
                "Losses over steps. The best validation loss of " + one + " is " + loss(first.bestLoss()) + ", that of "
                        + other + " is " + loss(second.bestLoss()) + ".");
    }

    private void entry(String kind, String name) {
        HTMLElement item = Dom.append(legend, "li", "", "");
        Dom.append(item, "span", "line " + kind, "");
        Dom.append(item, "span", "", name);
    }

    private static void row(HTMLElement into, String tag, String... cells) {
        HTMLElement row = Dom.append(into, "tr", "", "");
        for (int i = 0; i < cells.length; i++) {
            HTMLElement cell = Dom.append(row, i == 0 && tag.equals("td") ? "th" : tag, "", cells[i]);
            if (tag.equals("th") || i == 0) {
                cell.setAttribute("scope", tag.equals("th") ? "col" : "row");
            }
        }
    }

    private static String loss(double value) {
        return Numbers.fixed(value, 3);
    }

    private void draw() {
        Comparison comparison = shown;
        if (comparison == null) {
            return;
        }
        ChartJs.positions(chart, Float64Array.copyFromJavaArray(comparison.positions()));
        line(0, comparison.training(comparison.first()));
        line(1, comparison.validation(comparison.first()));
        line(2, comparison.training(comparison.second()));
        line(3, comparison.validation(comparison.second()));
        double[] range = comparison.range();
        ChartJs.update(chart, (double) comparison.steps(), range[0], range[1]);
    }

    private void line(int index, double[] values) {
        ChartJs.values(chart, index, Float64Array.copyFromJavaArray(values));
    }
}
