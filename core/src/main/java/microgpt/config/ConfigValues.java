package microgpt.config;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import microgpt.json.Json;
import microgpt.json.JsonException;
import microgpt.numeric.Nullable;

/**
 * A value for each of a list of keys, every one of its key's type, as the text it was written as: what is read from JSON is
 * written back to the letter. Immutable.
 */
final class ConfigValues {
    private final KeyList keys;
    private final Map<String, String> texts;

    /** Takes over {@code texts}, which have a good value for every key. */
    ConfigValues(KeyList keys, Map<String, String> texts) {
        this.keys = keys;
        this.texts = texts;
    }

    /** The same but for one value, written as in JSON; words need no quotes. */
    ConfigValues with(String dotted, String text) {
        ConfigKey key = keys.find(dotted);
        Map<String, String> changed = new HashMap<>(texts);
        boolean isWord = key.type() == ConfigKey.Type.CHOICE || key.type() == ConfigKey.Type.TEXT;
        changed.put(dotted, key.textOf(isWord ? text : jsonValue(text)));
        return new ConfigValues(keys, changed);
    }

    /** The same but for some values. */
    ConfigValues withAll(Map<String, String> changes) {
        ConfigValues changed = this;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }

    private static @Nullable Object jsonValue(String text) {
        try {
            return Json.any(text);
        } catch (JsonException e) {
            return text;
        }
    }

    /** The keys whose values differ, in order, with the values here. Numbers are compared as numbers. */
    Map<String, String> changesFrom(ConfigValues base) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (ConfigKey key : keys.keys()) {
            String here = text(key.dotted());
            String there = base.text(key.dotted());
            boolean same = key.type() == ConfigKey.Type.NUMBER
                    ? Double.parseDouble(here) == Double.parseDouble(there)
                    : here.equals(there);
            if (!same) {
                changes.put(key.dotted(), here);
            }
        }
        return changes;
    }

    /** The value of a key, as it was written. */
    String text(String dotted) {
        return Objects.requireNonNull(texts.get(keys.find(dotted).dotted()));
    }

    long whole(String dotted) {
        return Long.parseLong(text(dotted));
    }

    int integer(String dotted) {
        long value = whole(dotted);
        if (value != (int) value) {
            throw new ConfigException(
                    dotted,
                    "key \"" + dotted + "\" must be a whole number of at most " + Integer.MAX_VALUE + ", found "
                            + value);
        }
        return (int) value;
    }

    double number(String dotted) {
        return Double.parseDouble(text(dotted));
    }

    /** A list of {@code count} numbers. */
    double[] numbers(String dotted, int count) {
        if (!(jsonValue(text(dotted)) instanceof JsonArray list) || list.size() != count) {
            throw new ConfigException(
                    dotted, "key \"" + dotted + "\" must be a list of " + count + " numbers, found " + text(dotted));
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = list.getDouble(i);
        }
        return numbers;
    }

    boolean flag(String dotted) {
        return text(dotted).equals("true");
    }

    /** The one of {@code values} whose name, in lower case, is the value. */
    <E extends Enum<E>> E choice(String dotted, E[] values) {
        return values[keys.find(dotted).choices().indexOf(text(dotted))];
    }

    /** JSON, one key a line, in the order of the keys. */
    String toJson() {
        StringBuilder json = new StringBuilder("{");
        String open = "";
        String separator = "\n";
        for (ConfigKey key : keys.keys()) {
            if (!key.group().equals(open)) {
                json.append(open.isEmpty() ? "" : "\n  }").append(key.group().isEmpty() ? "" : separator);
                json.append(key.group().isEmpty() ? "" : "  \"" + key.group() + "\": {");
                separator = key.group().isEmpty() ? separator : "\n";
                open = key.group();
            }
            json.append(separator).append(open.isEmpty() ? "  " : "    ").append(pair(key));
            separator = ",\n";
        }
        return json.append(open.isEmpty() ? "" : "\n  }").append("\n}\n").toString();
    }

    private String pair(ConfigKey key) {
        String value = text(key.dotted());
        boolean isWord = key.type() == ConfigKey.Type.CHOICE || key.type() == ConfigKey.Type.TEXT;
        return "\"" + key.name() + "\": " + (isWord ? JsonWriter.string(value) : value);
    }
}
