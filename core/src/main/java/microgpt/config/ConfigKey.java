package microgpt.config;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import microgpt.corpus.Spelling;
import microgpt.json.Json;
import microgpt.numeric.Nullable;

/**
 * One key of a configuration.
 *
 * @param dotted its group and its name, for example {@code model.n_layers}; or a name alone
 * @param choices what a {@link Type#CHOICE} can be; empty for other types
 * @param live whether it can change while a run runs
 */
public record ConfigKey(String dotted, Type type, List<String> choices, boolean live) {
    /** What values look like. */
    public enum Type {
        WHOLE("a whole number"),
        NUMBER("a number"),
        NUMBERS("a list of numbers"),
        TEXT("a text"),
        FLAG("true or false"),
        CHOICE("one of a few words");

        final String expectation;

        Type(String expectation) {
            this.expectation = expectation;
        }
    }

    /** Before the dot; empty where there is none. */
    public String group() {
        return groupOf(dotted);
    }

    /** After the dot. */
    public String name() {
        return nameOf(dotted);
    }

    static String groupOf(String dotted) {
        return dotted.substring(0, Math.max(0, dotted.indexOf('.')));
    }

    static String nameOf(String dotted) {
        return dotted.substring(dotted.indexOf('.') + 1);
    }

    /** What a value must be, for error messages. */
    String expectation() {
        return type == Type.CHOICE ? "one of " + String.join(", ", choices) : type.expectation;
    }

    /** The text of a JSON value, which must be of this key's type. */
    String textOf(@Nullable Object value) {
        boolean good = switch (type) {
            case WHOLE -> Json.isWhole(value);
            case NUMBER -> value instanceof Number number && Double.isFinite(number.doubleValue());
            case NUMBERS -> value instanceof JsonArray list && isNumbers(list);
            case TEXT -> value instanceof String;
            case FLAG -> value instanceof Boolean;
            case CHOICE -> value instanceof String word && choices.contains(word);
        };
        if (!good) {
            throw new ConfigException(
                    dotted,
                    "key \"" + dotted + "\" must be " + expectation() + ", found " + Json.shown(value)
                            + (value instanceof String word && type == Type.CHOICE
                                    ? "; did you mean \"" + Spelling.nearest(word, choices) + "\"?"
                                    : ""));
        }
        return value instanceof JsonArray list ? JsonWriter.string(list) : String.valueOf(value);
    }

    private static boolean isNumbers(JsonArray list) {
        for (Object value : list) {
            if (!(value instanceof Number number && Double.isFinite(number.doubleValue()))) {
                return false;
            }
        }
        return true;
    }

    static ConfigKey numbers(String dotted) {
        return new ConfigKey(dotted, Type.NUMBERS, List.of(), false);
    }

    static ConfigKey text(String dotted) {
        return new ConfigKey(dotted, Type.TEXT, List.of(), false);
    }

    static ConfigKey whole(String dotted) {
        return new ConfigKey(dotted, Type.WHOLE, List.of(), false);
    }

    static ConfigKey number(String dotted) {
        return new ConfigKey(dotted, Type.NUMBER, List.of(), false);
    }

    static ConfigKey flag(String dotted) {
        return new ConfigKey(dotted, Type.FLAG, List.of(), false);
    }

    /** The names of {@code values} in lower case. */
    static ConfigKey choice(String dotted, Enum<?>... values) {
        List<String> names = new ArrayList<>();
        for (Enum<?> value : values) {
            names.add(lowerCase(value.name()));
        }
        return new ConfigKey(dotted, Type.CHOICE, List.copyOf(names), false);
    }

    /** The same key, changeable while a run runs. */
    ConfigKey whileRunning() {
        return new ConfigKey(dotted, type, choices, true);
    }

    private static String lowerCase(String name) {
        StringBuilder lower = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            lower.append(Character.toLowerCase(name.charAt(i)));
        }
        return lower.toString();
    }
}
