package microgpt.web.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import microgpt.step.Expression;
import microgpt.web.text.Numbers;

/** An expression taken step by step: first the values, node by node, then the gradients backward from the result. */
final class AutodiffSteps {
    private final List<Expression.Node> nodes;
    private final Expression expression;
    /** For each step of the way back, how many nodes have passed their gradients on after it; the first gives the result its 1. */
    private final List<Integer> passed = new ArrayList<>(List.of(0));

    private int at;

    AutodiffSteps(Expression expression) {
        this.expression = expression;
        nodes = expression.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (!nodes.get(i).inputs().isEmpty()) {
                passed.add(nodes.size() - i);
            }
        }
        at = last();
    }

    private int last() {
        return nodes.size() + passed.size();
    }

    void restart() {
        at = 0;
    }

    void next() {
        at = Math.min(last(), at + 1);
    }

    void back() {
        at = Math.max(0, at - 1);
    }

    void finish() {
        at = last();
    }

    boolean isAtStart() {
        return at == 0;
    }

    boolean isAtEnd() {
        return at == last();
    }

    List<Expression.Node> nodes() {
        return nodes;
    }

    boolean hasValue(int node) {
        return node < at;
    }

    /** The gradients so far; not numbers before the way back has begun. */
    double[] gradients() {
        if (at <= nodes.size()) {
            double[] none = new double[nodes.size()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return expression.gradients(passed.get(at - nodes.size() - 1));
    }

    /** The node that the latest step was about, -1 at the start. */
    int current() {
        if (at <= nodes.size()) {
            return at - 1;
        }
        int count = passed.get(at - nodes.size() - 1);
        return nodes.size() - Math.max(1, count);
    }

    /** What the latest step did. */
    String sentence() {
        if (at == 0) {
            return "Nothing has been computed yet.";
        }
        int node = current();
        Expression.Node of = nodes.get(node);
        if (at <= nodes.size()) {
            return of.inputs().isEmpty()
                    ? name(node) + " is given: " + number(of.value().data()) + "."
                    : "Forward: " + operation(of) + " = " + number(of.value().data()) + ".";
        }
        if (at == nodes.size() + 1) {
            return "Backward begins: the gradient of the result by itself is 1.";
        }
        double gradient = expression.gradients(passed.get(at - nodes.size() - 2))[node];
        StringBuilder out = new StringBuilder("Backward: ")
                .append(operation(of))
                .append(" has gradient ")
                .append(number(gradient))
                .append(" and passes on");
        for (int i = 0; i < of.inputs().size(); i++) {
            double slope = of.value().slopes()[i];
            out.append(i == 0 ? " " : " and ")
                    .append(number(slope))
                    .append(" × ")
                    .append(number(gradient))
                    .append(" = ")
                    .append(number(slope * gradient))
                    .append(" to ")
                    .append(name(of.inputs().get(i)));
        }
        return out.append('.').toString();
    }

    /** An input's or a number's own name, the number of the node for what is computed. */
    String name(int node) {
        return nodes.get(node).inputs().isEmpty() ? nodes.get(node).label() : "#" + (node + 1);
    }

    private String operation(Expression.Node of) {
        List<Integer> inputs = of.inputs();
        if (inputs.size() == 2) {
            return name(inputs.get(0)) + " " + of.label() + " " + name(inputs.get(1));
        }
        String operand = name(inputs.get(0));
        if (Expression.isFunction(of.label())) {
            return of.label() + "(" + operand + ")";
        }
        return of.label().equals("neg") ? "−" + operand : operand + of.label();
    }

    private static String number(double value) {
        return Numbers.significant(value);
    }

    /** How many operations lie between a node and the inputs: the column in which it is drawn. */
    int[] depths() {
        int[] depths = new int[nodes.size()];
        for (int i = 0; i < depths.length; i++) {
            for (int input : nodes.get(i).inputs()) {
                depths[i] = Math.max(depths[i], depths[input] + 1);
            }
        }
        return depths;
    }
}
