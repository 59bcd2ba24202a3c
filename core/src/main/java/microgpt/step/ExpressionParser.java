package microgpt.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import microgpt.scalar.Value;
import microgpt.step.Expression.Node;

/** Reads an expression by recursive descent, one method for each level of precedence; returns indices of nodes. */
final class ExpressionParser {
    private static final List<String> FUNCTIONS = List.of("relu", "exp", "log");
    private static final int MOST_CHARACTERS = 200;

    private final String text;
    private final Map<String, Double> inputs;
    private final Map<String, Integer> leaves = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private int at;

    ExpressionParser(String text, Map<String, Double> inputs) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    text.length() + " characters are too many for a graph to look at: at most " + MOST_CHARACTERS);
        }
        this.text = text;
        this.inputs = inputs;
    }

    static List<String> names(String text) {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < text.length(); i++) {
            int end = i;
            while (end < text.length() && isLetter(text.charAt(end))) {
                end++;
            }
            if (end > i && !FUNCTIONS.contains(text.substring(i, end))) {
                names.add(text.substring(i, end));
            }
            i = Math.max(i, end - 1);
        }
        return List.copyOf(names);
    }

    List<Node> whole() {
        sum();
        if (peek() != 0) {
            throw wrong("the end, or one of + - * / ^");
        }
        return List.copyOf(nodes);
    }

    /** product { (+|-) product } */
    private int sum() {
        int left = product();
        while (peek() == '+' || peek() == '-') {
            char operator = next();
            int right = product();
            if (operator == '-') {
                right = node("neg", value(right).neg(), right);
            }
            left = node("+", value(left).add(value(right)), left, right);
        }
        return left;
    }

    /** signed { (*|/) signed } */
    private int product() {
        int left = signed();
        while (peek() == '*' || peek() == '/') {
            char operator = next();
            int right = signed();
            if (operator == '/') {
                right = node("^-1", value(right).pow(-1), right);
            }
            left = node("*", value(left).mul(value(right)), left, right);
        }
        return left;
    }

    /** { - } power */
    private int signed() {
        if (peek() != '-') {
            return power();
        }
        next();
        int operand = signed();
        return node("neg", value(operand).neg(), operand);
    }

    /** atom [ ^ [-] number ] */
    private int power() {
        int base = atom();
        if (peek() != '^') {
            return base;
        }
        next();
        boolean negative = peek() == '-';
        if (negative) {
            next();
        }
        String digits = digits();
        if (digits.isEmpty()) {
            throw wrong("a number as the exponent");
        }
        double exponent = negative ? -Double.parseDouble(digits) : Double.parseDouble(digits);
        return node("^" + (negative ? "-" : "") + digits, value(base).pow(exponent), base);
    }

    /** number | name | function ( sum ) | ( sum ) */
    private int atom() {
        if (peek() == '(') {
            return parenthesized();
        }
        String digits = digits();
        if (!digits.isEmpty()) {
            return node(digits, new Value(Double.parseDouble(digits)));
        }
        String name = name();
        if (name.isEmpty()) {
            throw wrong("a number, a name or a parenthesis");
        }
        if (FUNCTIONS.contains(name)) {
            int argument = parenthesized();
            Value x = value(argument);
            Value result = switch (name) {
                case "relu" -> x.relu();
                case "exp" -> x.exp();
                default -> x.log();
            };
            return node(name, result, argument);
        }
        return input(name);
    }

    private int parenthesized() {
        expect('(');
        int inside = sum();
        expect(')');
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

    /** The next character that is not a blank, 0 at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char next() {
        return text.charAt(at++);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("“" + wanted + "”");
        }
        at++;
    }

    private String digits() {
        peek();
        int from = at;
        while (at < text.length() && isDigitOrPoint(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.indexOf('.') != digits.lastIndexOf('.') || digits.equals(".")) {
            at = from;
            throw wrong("a number such as 0.5");
        }
        return digits;
    }

    private String name() {
        peek();
        int from = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isDigitOrPoint(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private IllegalArgumentException wrong(String expected) {
        String found = peek() == 0 ? "the end" : "“" + peek() + "”";
        return new IllegalArgumentException(
                "at character " + (at + 1) + " stands " + found + ", where " + expected + " is expected");
    }
}
