package microgpt.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import microgpt.scalar.Value;
import microgpt.step.Expression.Node;

/**
 * Reads an expression by recursive descent, one method for each level of precedence; returns indices of nodes. What has no
 * finite value, or no finite slope, is refused where it stands.
 */
final class ExpressionParser {
    private static final int MOST_CHARACTERS = 200;

    private final ExpressionText text;
    private final Map<String, Double> inputs;
    private final Map<String, Integer> leaves = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    ExpressionParser(String text, Map<String, Double> inputs) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    text.length() + " characters are too many for a graph to look at: at most " + MOST_CHARACTERS);
        }
        this.text = new ExpressionText(text);
        this.inputs = inputs;
    }

    static List<String> names(String expression) {
        ExpressionText text = new ExpressionText(expression);
        TreeSet<String> names = new TreeSet<>();
        try {
            while (text.peek() != 0) {
                String name = text.number().isEmpty() ? text.name() : "";
                if (!name.isEmpty()) {
                    if (UnaryFunction.of(name) == null && text.peek() != '(') {
                        names.add(name);
                    }
                } else if (text.peek() != 0) {
                    text.next();
                }
            }
        } catch (IllegalArgumentException e) {
            return List.copyOf(names); // as far as it can be read; what is wrong is said when it is parsed
        }
        return List.copyOf(names);
    }

    List<Node> whole() {
        sum();
        if (text.peek() != 0) {
            throw text.wrong("the end, or one of + - * / ^");
        }
        return List.copyOf(nodes);
    }

    /** product { (+|-) product } */
    private int sum() {
        int left = product();
        while (text.peek() == '+' || text.peek() == '-') {
            int place = text.place();
            char operator = text.next();
            int right = product();
            if (operator == '-') {
                right = node("neg", value(right).neg(), right);
            }
            left = node("+", finite(value(left).add(value(right)), "the sum", place), left, right);
        }
        return left;
    }

    /** signed { (*|/) signed } */
    private int product() {
        int left = signed();
        while (text.peek() == '*' || text.peek() == '/') {
            int place = text.place();
            char operator = text.next();
            int right = signed();
            if (operator == '/') {
                if (value(right).data() == 0) {
                    throw new IllegalArgumentException("at character " + place + " stands a division by 0");
                }
                right = node("^-1", finite(value(right).pow(-1), "the quotient", place), right);
            }
            left = node("*", finite(value(left).mul(value(right)), "the product", place), left, right);
        }
        return left;
    }

    /** { - } power */
    private int signed() {
        if (!text.take('-')) {
            return power();
        }
        int operand = signed();
        return node("neg", value(operand).neg(), operand);
    }

    /** atom [ ^ [-] number ] */
    private int power() {
        int base = atom();
        int place = text.place();
        if (!text.take('^')) {
            return base;
        }
        String sign = text.take('-') ? "-" : "";
        String digits = text.number();
        if (digits.isEmpty()) {
            throw text.wrong("a number as the exponent");
        }
        String label = "^" + sign + digits;
        if (text.peek() == '^') {
            throw new IllegalArgumentException("at character " + text.place() + " stands a second ^: write (x" + label
                    + ")^… with parentheses, or the exponent as one number");
        }
        Value x = value(base);
        Value result = x.pow(Double.parseDouble(sign + digits));
        return node(label, finite(result, "(" + x.data() + ")" + label, place), base);
    }

    /** number | name | function ( sum ) | ( sum ) */
    private int atom() {
        if (text.peek() == '(') {
            return parenthesized();
        }
        int place = text.place();
        String number = text.number();
        if (!number.isEmpty()) {
            return node(number, finite(new Value(Double.parseDouble(number)), "the number " + number, place));
        }
        String name = text.name();
        if (name.isEmpty()) {
            throw text.wrong("a number, a name or a parenthesis");
        }
        UnaryFunction function = UnaryFunction.of(name);
        if (function != null) {
            return call(function, place);
        }
        if (text.peek() == '(') {
            throw new IllegalArgumentException("at character " + place + " stands " + name
                    + ", which is no function: there are " + UnaryFunction.all() + "; a product is written with *");
        }
        return input(name);
    }

    private int call(UnaryFunction function, int place) {
        int argument = parenthesized();
        Value x = value(argument);
        Value result = function.apply(x);
        if (!isFinite(result)) {
            throw new IllegalArgumentException("at character " + place + " stands " + function.label() + "(" + x.data()
                    + "), which takes " + function.domain());
        }
        return node(function.label(), result, argument);
    }

    private int parenthesized() {
        text.expect('(');
        int inside = sum();
        text.expect(')');
        return inside;
    }

    /** A name used twice is one number. */
    private int input(String name) {
        Integer known = leaves.get(name);
        if (known != null) {
            return known;
        }
        Double given = inputs.get(name);
        if (given == null) {
            throw new IllegalArgumentException("the input " + name + " has no value");
        }
        int leaf = node(name, new Value(given));
        leaves.put(name, leaf);
        return leaf;
    }

    private int node(String label, Value value, Integer... from) {
        nodes.add(new Node(label, value, List.of(from)));
        return nodes.size() - 1;
    }

    private Value value(int node) {
        return nodes.get(node).value();
    }

    private static Value finite(Value value, String what, int place) {
        if (!isFinite(value)) {
            String why = Double.isFinite(value.data()) ? " has no finite slope" : " is not a finite number";
            throw new IllegalArgumentException("at character " + place + " " + what + why);
        }
        return value;
    }

    private static boolean isFinite(Value value) {
        boolean isFinite = Double.isFinite(value.data());
        for (double slope : value.slopes()) {
            isFinite &= Double.isFinite(slope);
        }
        return isFinite;
    }
}
