package microgpt.step;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microgpt.scalar.Value;

/**
 * An expression such as {@code a*b + relu(c)} as a graph of {@link Value}s: {@code + - * /}, powers with a number after
 * {@code ^}, parentheses, the functions {@code cos exp log relu sin sqrt tanh}, numbers such as {@code 1.5e-3}, and names
 * for inputs such as {@code x1}.
 */
public final class Expression {
    private final List<Node> nodes;

    private Expression(List<Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * One number of the graph.
     *
     * @param label what it is: a name, a number, or the operation that makes it
     * @param inputs the indices of the nodes it was computed from, all of them smaller than its own
     */
    public record Node(String label, Value value, List<Integer> inputs) {}

    /** Computes {@code text}, with the inputs' values by name; an exception says what is wrong, and where. */
    public static Expression parse(String text, Map<String, Double> inputs) {
        ExpressionParser parser = new ExpressionParser(text, new TreeMap<>(inputs));
        return new Expression(parser.whole());
    }

    /** Whether {@code label} is that of a function. */
    public static boolean isFunction(String label) {
        return UnaryFunction.of(label) != null;
    }

    /** The names of the inputs in {@code text}, in the order of the alphabet, as far as it can be read. */
    public static List<String> inputs(String text) {
        return ExpressionParser.names(text);
    }

    /** All numbers, in the order of computation: the last is the result. */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * The gradients after the last {@code passed} nodes, from the result backwards, have passed theirs on to their inputs;
     * those that nothing has reached yet are 0, but the result's, which is 1.
     */
    public double[] gradients(int passed) {
        double[] gradients = new double[nodes.size()];
        gradients[gradients.length - 1] = 1;
        for (int i = gradients.length - 1; i >= gradients.length - passed; i--) {
            Node node = nodes.get(i);
            double[] slopes = node.value().slopes();
            for (int k = 0; k < slopes.length; k++) {
                gradients[node.inputs().get(k)] += slopes[k] * gradients[i];
            }
        }
        return gradients;
    }
}
