package microgpt.web.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.numeric.Nullable;
import microgpt.step.Expression;
import microgpt.web.dom.Canvas;
import microgpt.web.dom.Dom;
import microgpt.web.dom.Frames;
import microgpt.web.dom.Panel;
import microgpt.web.shell.Theme;
import microgpt.web.text.Numbers;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** An expression that the reader types, as a graph: values forward, gradients backward, one node at a time. */
final class ExpressionView {
    private static final String[] USUAL = {"2", "-3", "10", "0.5", "-1", "4"};
    private static final int NODE_WIDTH = 92;
    private static final int NODE_HEIGHT = 52;
    private static final int ROW_HEIGHT = 62;

    private final Theme theme;
    private final HTMLInputElement text;
    private final HTMLElement inputs;
    private final HTMLElement note;
    private final HTMLElement rows;
    private final Canvas canvas;
    private final Frames.Slot slot;
    private final Map<String, Input> fields = new LinkedHashMap<>();
    private @Nullable AutodiffSteps steps;

    ExpressionView(Panel root, Frames frames, Theme theme) {
        text = root.as("expression");
        inputs = root.part("expression-inputs");
        note = root.part("expression-note");
        rows = root.part("expression-rows");
        this.theme = theme;
        slot = frames.slot(root.part("expression-graph"), 60, this::draw);
        canvas = new Canvas(root.as("expression-graph"), slot::ask);
        theme.onChange(slot::ask);
        text.onInput(event -> {
            offerInputs();
            parse();
        });
        button(root.part("expression-restart"), AutodiffSteps::restart);
        button(root.part("expression-back"), AutodiffSteps::back);
        button(root.part("expression-next"), AutodiffSteps::next);
        button(root.part("expression-all"), AutodiffSteps::finish);
        offerInputs();
        parse();
    }

    /** The field of an input, and the piece of the page with its label and its errors. */
    private record Input(HTMLElement box, NumberField field) {}

    /** Something to do with the steps. */
    private interface Move {
        void on(AutodiffSteps steps);
    }

    private void button(HTMLElement button, Move move) {
        button.onClick(event -> {
            if (steps != null) {
                move.on(steps);
                show(steps);
            }
        });
    }

    /** A field for each name in the expression; known names keep their values. */
    private void offerInputs() {
        List<String> names = Expression.inputs(text.getValue());
        inputs.clear();
        for (String name : names) {
            inputs.appendChild(fields.computeIfAbsent(name, this::offerInput).box());
        }
    }

    private Input offerInput(String name) {
        HTMLElement box = Dom.create("span", "expression-input", "");
        HTMLInputElement input = (HTMLInputElement) Dom.create("input", "", "");
        input.setType("number");
        input.setAttribute("step", "any");
        input.setValue(USUAL[fields.size() % USUAL.length]);
        input.setAttribute("data-testid", "input-" + name);
        Dom.append(box, "label", "inline", name + " =").appendChild(input);
        NumberRule rule = new NumberRule(name, NumberRule.Kind.REAL, -Double.MAX_VALUE, Double.MAX_VALUE);
        NumberField field = new NumberField(input, rule, 0, this::parse);
        field.whileTyping(this::parse);
        return new Input(box, field);
    }

    private void parse() {
        Map<String, Double> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.field().value()));
        try {
            AutodiffSteps read = new AutodiffSteps(Expression.parse(text.getValue(), values));
            steps = read;
            show(read);
        } catch (IllegalArgumentException e) {
            steps = null;
            rows.clear();
            Dom.text(note, "Not computed: " + e.getMessage() + ".");
            slot.ask();
        }
    }

    private void show(AutodiffSteps of) {
        Dom.text(note, of.sentence());
        rows.clear();
        double[] gradients = of.gradients();
        for (int i = 0; i < of.nodes().size(); i++) {
            HTMLElement row = Dom.append(rows, "tr", i == of.current() ? "now" : "", "");
            Dom.append(row, "td", "", "#" + (i + 1) + " " + of.nodes().get(i).label());
            Dom.append(row, "td", "", of.hasValue(i) ? value(of, i) : "");
            Dom.append(row, "td", "", Double.isNaN(gradients[i]) ? "" : Numbers.fixed(gradients[i], 4));
        }
        slot.ask();
    }

    private static String value(AutodiffSteps of, int node) {
        return Numbers.fixed(of.nodes().get(node).value().data(), 4);
    }

    private void draw() {
        CanvasRenderingContext2D g = canvas.context();
        g.clearRect(0, 0, canvas.width(), canvas.height());
        AutodiffSteps of = steps;
        if (of == null || canvas.width() == 0) {
            return;
        }
        double[][] places = places(of);
        double bottom = 0;
        for (double[] place : places) {
            bottom = Math.max(bottom, place[1] + NODE_HEIGHT + 4);
        }
        if ((int) bottom != canvas.height()) {
            canvas.element().getStyle().setProperty("height", (int) bottom + "px");
        }
        double[] gradients = of.gradients();
        for (int i = 0; i < places.length; i++) {
            for (int input : of.nodes().get(i).inputs()) {
                edge(g, places[input], places[i], i == of.current() ? theme.accent() : theme.hair());
            }
        }
        for (int i = 0; i < places.length; i++) {
            node(g, of, i, places[i], gradients[i]);
        }
    }

    /** Left and top of each node: a column for each depth. */
    private double[][] places(AutodiffSteps of) {
        int[] depths = of.depths();
        int[] used = new int[depths.length + 1];
        int deepest = 0;
        for (int depth : depths) {
            deepest = Math.max(deepest, depth);
        }
        double room = Math.max(1, canvas.width() - NODE_WIDTH - 2);
        double spacing = deepest == 0 ? 0 : Math.min(NODE_WIDTH + 60.0, room / deepest);
        double[][] places = new double[depths.length][];
        for (int i = 0; i < depths.length; i++) {
            double lift = depths[i] % 2 == 1 ? ROW_HEIGHT / 2.0 : 0;
            places[i] = new double[] {1 + depths[i] * spacing, 1 + lift + used[depths[i]]++ * ROW_HEIGHT};
        }
        return places;
    }

    private static void edge(CanvasRenderingContext2D g, double[] from, double[] to, String colour) {
        g.setStrokeStyle(colour);
        g.setLineWidth(2);
        g.beginPath();
        g.moveTo(from[0] + NODE_WIDTH, from[1] + NODE_HEIGHT / 2.0);
        g.lineTo(to[0], to[1] + NODE_HEIGHT / 2.0);
        g.stroke();
    }

    private void node(CanvasRenderingContext2D g, AutodiffSteps of, int index, double[] place, double gradient) {
        boolean isCurrent = index == of.current();
        g.setFillStyle(theme.card());
        g.fillRect(place[0], place[1], NODE_WIDTH, NODE_HEIGHT);
        g.setStrokeStyle(isCurrent ? theme.accent() : theme.hair());
        g.setLineWidth(isCurrent ? 2 : 1);
        g.strokeRect(place[0], place[1], NODE_WIDTH, NODE_HEIGHT);
        g.setTextAlign("left");
        g.setTextBaseline("top");
        g.setFont("600 13px ui-sans-serif, system-ui, sans-serif");
        g.setFillStyle(theme.ink());
        g.fillText("#" + (index + 1) + "  " + of.nodes().get(index).label(), place[0] + 7, place[1] + 5);
        g.setFont("12px ui-monospace, Menlo, Consolas, monospace");
        if (of.hasValue(index)) {
            g.fillText(value(of, index), place[0] + 7, place[1] + 20);
        }
        if (!Double.isNaN(gradient)) {
            g.setFillStyle(theme.warm());
            g.fillText("∂ " + Numbers.fixed(gradient, 4), place[0] + 7, place[1] + 35);
        }
    }
}
