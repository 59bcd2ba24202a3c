package microgpt.web.step;

import java.util.ArrayList;
import java.util.List;
import microgpt.protocol.step.StepCommand;
import microgpt.protocol.step.StepReport;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Commands;
import microgpt.web.step.WeightOrder.Direction;
import microgpt.web.step.WeightOrder.Filter;
import microgpt.web.step.WeightOrder.Measure;
import microgpt.web.text.Numbers;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** All weights as a table, of which only the rows in sight exist; one can be picked and changed. */
final class WeightsView {
    private static final int ROW_HEIGHT = 26;
    private static final int ROWS_DRAWN = 20;
    private static final int ALL = -1;
    private static final double MOST_ROWS = 1e6;
    private static final NumberRule WEIGHT =
            new NumberRule("The weight", NumberRule.Kind.REAL, -Float.MAX_VALUE, Float.MAX_VALUE);

    private final Commands<StepCommand> commands;
    private final HTMLElement panel;
    private final HTMLSelectElement matrix;
    private final NumberField row;
    private final NumberField column;
    private final HTMLSelectElement sort;
    private final HTMLElement count;
    private final HTMLElement window;
    private final HTMLElement whole;
    private final HTMLElement picked;
    private final HTMLInputElement edit;
    private final NumberField weight;
    private final HTMLElement set;
    private final List<HTMLElement> lines = new ArrayList<>();
    private final Frames.Slot slot;
    private List<StepReport.Matrix> matrices = List.of();
    private double[] values = {};
    private double[] gradients = {};
    private int[] order = {};
    private boolean disordered;
    private int chosen = -1;

    WeightsView(Panel root, Frames frames, Commands<StepCommand> commands) {
        panel = root.part("weights-panel");
        matrix = root.as("weights-matrix");
        row = filter(root.as("weights-row"), "The row");
        column = filter(root.as("weights-column"), "The column");
        sort = root.as("weights-sort");
        count = root.part("weights-count");
        window = root.part("weights-window");
        whole = root.part("weights-whole");
        picked = root.part("weight-picked");
        edit = root.as("weight-edit");
        weight = new NumberField(edit, WEIGHT, 0, () -> {});
        set = root.part("weight-set");
        this.commands = commands;
        slot = frames.slot(window, 60, this::draw);
        window.onEvent("scroll", event -> slot.ask());
        matrix.onEvent("change", event -> fromTheTop());
        sort.onEvent("change", event -> fromTheTop());
        set.onClick(event -> set());
        panel.onEvent("toggle", event -> slot.ask());
        for (int i = 0; i < ROWS_DRAWN; i++) {
            lines.add(line(i));
        }
    }

    private NumberField filter(HTMLInputElement input, String what) {
        NumberRule rule = new NumberRule(what, NumberRule.Kind.WHOLE_OR_EMPTY, 0, MOST_ROWS);
        return new NumberField(input, rule, ALL, this::fromTheTop);
    }

    private void fromTheTop() {
        window.setScrollTop(0);
        rearrange();
    }

    private HTMLElement line(int index) {
        HTMLElement line = Dom.append(whole, "button", "weight", "");
        line.setAttribute("type", "button");
        line.setHidden(true); // until there is a weight to show
        for (int i = 0; i < 6; i++) {
            Dom.append(line, "span", "", "");
        }
        line.onClick(event -> pick(index));
        return line;
    }

    void clear(List<StepReport.Matrix> of) {
        matrices = of;
        matrix.clear();
        Dom.append(matrix, "option", "", "all").setAttribute("value", "-1");
        for (int i = 0; i < of.size(); i++) {
            StepReport.Matrix each = of.get(i);
            Dom.append(matrix, "option", "", each.name() + " (" + each.rows() + " × " + each.columns() + ")")
                    .setAttribute("value", Integer.toString(i));
        }
        values = new double[0];
        order = new int[0];
        disordered = false; // there is nothing to arrange until the new model's weights are here
        chosen = -1;
        Dom.text(count, "");
        Dom.text(picked, "Pick a row to change its weight.");
        edit.setValue("");
        weight.pardon();
        edit.setDisabled(true);
        set.setAttribute("disabled", "");
        slot.ask();
    }

    void show(StepReport.Weights report) {
        values = report.values().toArray();
        gradients = report.gradients().toArray();
        rearrange();
    }

    /** Sorting 100,000 numbers takes a while: only when they are looked at. */
    private void rearrange() {
        disordered = true;
        slot.ask();
    }

    private void arrange() {
        disordered = false;
        Filter filter = new Filter(Integer.parseInt(matrix.getValue()), row.whole(), column.whole());
        order = switch (sort.getValue()) {
            case "largest" -> order(filter, Measure.VALUE, Direction.FALLING);
            case "smallest" -> order(filter, Measure.VALUE, Direction.RISING);
            case "size" -> order(filter, Measure.SIZE, Direction.FALLING);
            case "gradient" -> order(filter, Measure.GRADIENT_SIZE, Direction.FALLING);
            default -> order(filter, Measure.NUMBER, Direction.RISING);
        };
        Dom.text(count, Numbers.grouped(order.length) + " of " + Numbers.grouped(values.length));
    }

    private int[] order(Filter filter, Measure measure, Direction direction) {
        return WeightOrder.of(matrices, filter, measure, direction, values, gradients);
    }

    private int first() {
        return Math.max(0, Math.min(window.getScrollTop() / ROW_HEIGHT, order.length - ROWS_DRAWN));
    }

    private void draw() {
        if (disordered) {
            arrange();
        }
        whole.getStyle().setProperty("height", order.length * ROW_HEIGHT + "px");
        int first = first();
        for (int i = 0; i < lines.size(); i++) {
            HTMLElement line = lines.get(i);
            int at = first + i;
            line.setHidden(at >= order.length);
            if (at < order.length) {
                line.getStyle().setProperty("top", at * ROW_HEIGHT + "px");
                line.setClassName(order[at] == chosen ? "weight chosen" : "weight");
                fill(line, order[at]);
            }
        }
    }

    private void fill(HTMLElement line, int parameter) {
        WeightIndex index = WeightIndex.of(matrices, parameter);
        cell(line, 0, Integer.toString(parameter));
        cell(line, 1, index.matrix().name());
        cell(line, 2, Integer.toString(index.row()));
        cell(line, 3, Integer.toString(index.column()));
        cell(line, 4, Numbers.fixed(values[parameter], 6));
        cell(line, 5, Numbers.fixed(gradients[parameter], 6));
        line.setAttribute("data-parameter", Integer.toString(parameter));
        line.setAttribute("data-value", Double.toString(values[parameter]));
        line.setAttribute("data-gradient", Double.toString(gradients[parameter]));
        line.setAttribute(
                "aria-label",
                index.name() + ", value " + Numbers.significant(values[parameter]) + ", gradient "
                        + Numbers.significant(gradients[parameter]));
    }

    private static void cell(HTMLElement line, int index, String text) {
        Dom.text((HTMLElement) line.getChildren().get(index), text);
    }

    private void pick(int line) {
        int at = first() + line;
        if (at < order.length) {
            choose(order[at]);
        }
    }

    /** Puts a weight into the field in which it can be changed. */
    void choose(int parameter) {
        if (parameter >= values.length) {
            return;
        }
        chosen = parameter;
        Dom.text(picked, WeightIndex.of(matrices, parameter).name() + " =");
        weight.set(values[parameter]);
        edit.setDisabled(false);
        set.removeAttribute("disabled");
        slot.ask();
    }

    private void set() {
        if (chosen >= 0) {
            if (weight.take()) {
                commands.send(new StepCommand.Edit(chosen, weight.value()));
            } else {
                weight.focus();
            }
        }
    }
}
