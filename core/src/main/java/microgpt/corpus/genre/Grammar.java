package microgpt.corpus.genre;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;

/**
 * A grammar that writes sentences at random. Its text is a list of rules: a name and a colon on a line of their own, then
 * one indented line for each alternative, all equally likely. In an alternative,
 *
 * <ul>
 *   <li>{@code {name}} stands for what {@code name} is bound to, or else for an expansion of the rule {@code name};
 *   <li>{@code {Name}} is the same with a capital;
 *   <li>{@code {a,b:=rule}} writes nothing: it binds a and b, for the rest of the text, to the parts between slashes of one
 *       expansion of {@code rule};
 *   <li>{@code |} stands for a line feed.
 * </ul>
 */
final class Grammar {
    private final Map<String, List<String>> rules = new HashMap<>();

    Grammar(String text) {
        List<String> alternatives = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start); // a text block ends with a line feed
            String line = text.substring(start, end);
            start = end + 1;
            if (line.endsWith(":") && !line.startsWith(" ")) {
                alternatives = new ArrayList<>();
                rules.put(line.substring(0, line.length() - 1), alternatives);
            } else if (!line.isBlank()) {
                alternatives.add(line.trim().replace('|', '\n'));
            }
        }
    }

    /** Begins a text: nothing is bound yet. */
    Text text(Rng rng) {
        return new Text(rng);
    }

    /** One text being written: what its names are bound to. */
    final class Text {
        private final Rng rng;
        private final Map<String, String> bound = new HashMap<>();

        private Text(Rng rng) {
            this.rng = rng;
        }

        /** Binds {@code name} for the rest of the text. */
        Text bind(String name, String value) {
            bound.put(name, value);
            return this;
        }

        /** Expands a rule. */
        String write(String rule) {
            StringBuilder out = new StringBuilder();
            expand("{" + rule + "}", out);
            return out.toString();
        }

        private void expand(String template, StringBuilder out) {
            int at = 0;
            int open = template.indexOf('{');
            while (open >= 0) {
                int close = template.indexOf('}', open);
                out.append(template, at, open);
                insert(template.substring(open + 1, close), out);
                at = close + 1;
                open = template.indexOf('{', at);
            }
            out.append(template, at, template.length());
        }

        private void insert(String slot, StringBuilder out) {
            int binding = slot.indexOf(":=");
            if (binding >= 0) {
                bindParts(slot.substring(0, binding), write(slot.substring(binding + 2)));
                return;
            }
            String name = Character.toLowerCase(slot.charAt(0)) + slot.substring(1);
            int start = out.length();
            String value = bound.get(name);
            if (value != null) {
                out.append(value);
            } else {
                expand(alternative(name), out);
            }
            if (!name.equals(slot)) {
                out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
            }
        }

        private void bindParts(String names, String values) {
            int name = 0;
            int value = 0;
            while (name <= names.length()) {
                int nameEnd = endOfPart(names, ',', name);
                int valueEnd = endOfPart(values, '/', value);
                if (value > values.length()) {
                    throw new IllegalArgumentException("\"" + values + "\" has fewer parts than \"" + names + "\"");
                }
                bound.put(names.substring(name, nameEnd), values.substring(value, valueEnd));
                name = nameEnd + 1;
                value = valueEnd + 1;
            }
        }

        private String alternative(String name) {
            @Nullable List<String> alternatives = rules.get(name);
            if (alternatives == null || alternatives.isEmpty()) {
                throw new IllegalArgumentException("the grammar has no rule or binding " + name);
            }
            return alternatives.get(rng.nextInt(alternatives.size()));
        }
    }

    private static int endOfPart(String text, char separator, int from) {
        int end = text.indexOf(separator, from);
        return end < 0 ? text.length() : end;
    }
}
