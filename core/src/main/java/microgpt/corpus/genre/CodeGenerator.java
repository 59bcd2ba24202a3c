package microgpt.corpus.genre;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Rng;

/**
 * Writes functions of a small programming language: blocks in braces, two blanks of indentation each, and no variable used
 * before its {@code let}.
 */
final class CodeGenerator implements TextGenerator {
    private static final String[] VERBS = {"count", "sum", "find", "check", "scale", "merge", "trim", "next"};
    private static final String[] NOUNS = {"items", "rows", "steps", "points", "words", "cells"};
    private static final String[] PARAMETERS = {"a", "b", "n", "size", "start", "limit"};
    private static final String[] LOCALS = {"total", "best", "left", "right", "last", "temp", "x", "y"};
    private static final String[] COUNTERS = {"i", "j", "k"};
    private static final String[] OPERATORS = {" + ", " - ", " * "};
    private static final String[] COMPARISONS = {" < ", " > ", " == ", " <= "};
    private static final int DEEPEST = 3;

    private final Rng rng;
    /** The variables that can be read here; loop counters come first, the innermost before the others. */
    private final List<String> scope = new ArrayList<>();

    CodeGenerator(Rng rng) {
        this.rng = rng;
    }

    @Override
    public void writeNext(StringBuilder out) {
        scope.clear();
        int first = rng.nextInt(PARAMETERS.length);
        scope.add(PARAMETERS[first]);
        if (rng.nextInt(2) == 0) {
            scope.add(PARAMETERS[(first + 1) % PARAMETERS.length]);
        }
        out.append("fn ").append(RandomChoice.one(rng, VERBS)).append('_').append(RandomChoice.one(rng, NOUNS));
        out.append('(').append(String.join(", ", scope)).append(") {\n");
        String result = RandomChoice.one(rng, LOCALS);
        line(out, 1, "let " + result + " = " + rng.nextInt(3) + ";");
        scope.add(result);
        block(out, 1);
        line(out, 1, "return " + result + ";");
        out.append("}\n\n");
    }

    private void block(StringBuilder out, int depth) {
        int count = RandomChoice.between(rng, 1, depth == 1 ? 3 : 2);
        int visible = scope.size();
        for (int i = 0; i < count; i++) {
            statement(out, depth);
        }
        while (scope.size() > visible) {
            scope.remove(scope.size() - 1);
        }
    }

    private void statement(StringBuilder out, int depth) {
        int kind = rng.nextInt(depth < DEEPEST ? 6 : 2);
        switch (kind) {
            case 0 -> declare(out, depth);
            case 1, 2 -> line(out, depth, assignable() + " = " + expression() + ";");
            case 3 -> nested(out, depth, "while " + condition() + " {");
            case 4 -> choice(out, depth);
            default -> loop(out, depth);
        }
    }

    private void declare(StringBuilder out, int depth) {
        String name = RandomChoice.one(rng, LOCALS);
        if (scope.contains(name)) {
            line(out, depth, assignable() + " = " + expression() + ";");
            return;
        }
        line(out, depth, "let " + name + " = " + expression() + ";");
        scope.add(name);
    }

    private void loop(StringBuilder out, int depth) {
        String counter = COUNTERS[depth - 1];
        String head = "for " + counter + " in 0.." + scope.get(0) + " {";
        scope.add(0, counter);
        nested(out, depth, head);
        scope.remove(counter);
    }

    private void choice(StringBuilder out, int depth) {
        line(out, depth, "if " + condition() + " {");
        block(out, depth + 1);
        if (rng.nextInt(2) == 0) {
            line(out, depth, "} else {");
            block(out, depth + 1);
        }
        line(out, depth, "}");
    }

    private void nested(StringBuilder out, int depth, String head) {
        line(out, depth, head);
        block(out, depth + 1);
        line(out, depth, "}");
    }

    private static void line(StringBuilder out, int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private String condition() {
        String left = variable();
        String right = value();
        return left + RandomChoice.one(rng, COMPARISONS) + (right.equals(left) ? "0" : right);
    }

    private String expression() {
        return rng.nextInt(4) == 0 ? value() : variable() + RandomChoice.one(rng, OPERATORS) + value();
    }

    private String value() {
        return rng.nextInt(2) == 0 ? variable() : String.valueOf(RandomChoice.between(rng, 1, 9));
    }

    private String variable() {
        return scope.get(rng.nextInt(scope.size()));
    }

    /** A local variable; the first is declared with the function, so there is one. */
    private String assignable() {
        String name = variable();
        while (!List.of(LOCALS).contains(name)) {
            name = variable();
        }
        return name;
    }
}
