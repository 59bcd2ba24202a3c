package microgpt.config;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import microgpt.corpus.Spelling;
import microgpt.numeric.Nullable;

/**
 * A value for each of a list of keys, every one of its key's type, as the text it was written as: what is read from JSON is
 * written back to the letter. Immutable.
 */
final class ConfigValues {
    private final List<ConfigKey> keys;
    private final Map<String, String> texts;

    private ConfigValues(List<ConfigKey> keys, Map<String, String> texts) {
        this.keys = keys;
        this.texts = texts;
    }

    /** Reads {@code json}; keys that begin with an underscore are comments, all others must be among {@code keys}. */
    static ConfigValues parse(String json, List<ConfigKey> keys) {
        JsonObject root = object(json);
        KeyPlaces places = new KeyPlaces(json);
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, Object> entry : root.entrySet()) {
            if (entry.getValue() instanceof JsonObject group && !isComment(entry.getKey())) {
                for (Map.Entry<String, Object> inner : group.entrySet()) {
                    accept(entry.getKey() + "." + inner.getKey(), inner.getValue(), keys, places, texts);
                }
            } else {
                accept(entry.getKey(), entry.getValue(), keys, places, texts);
            }
        }
        for (ConfigKey key : keys) {
            if (!texts.containsKey(key.dotted())) {
                throw new ConfigException(
                        places.of(key.group()) + "missing key \"" + key.dotted() + "\", expected " + key.expectation());
            }
        }
        return new ConfigValues(keys, texts);
    }

    private static JsonObject object(String json) {
        Object parsed;
        try {
            parsed = JsonParser.any().withLazyNumbers().from(json);
        } catch (JsonParserException e) {
            throw new ConfigException(
                    e.getLinePosition() + ":" + e.getCharPosition() + ": not JSON: " + e.getMessage());
        }
        if (parsed instanceof JsonObject object) {
            return object;
        }
        throw new ConfigException("1:1: expected a JSON object");
    }

    private static boolean isComment(String dotted) {
        return ConfigKey.nameOf(dotted).startsWith("_");
    }

    private static void accept(
            String dotted, @Nullable Object value, List<ConfigKey> keys, KeyPlaces places, Map<String, String> texts) {
        if (isComment(dotted)) {
            return;
        }
        try {
            ConfigKey key = find(dotted, keys);
            texts.put(dotted, textOf(value, key));
        } catch (ConfigException e) {
            throw new ConfigException(places.of(dotted) + e.getMessage());
        }
    }

    private static ConfigKey find(String dotted, List<ConfigKey> keys) {
        Set<String> siblings = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        for (ConfigKey key : keys) {
            if (key.dotted().equals(dotted)) {
                return key;
            }
            if (key.group().equals(ConfigKey.groupOf(dotted))) {
                siblings.add(key.name());
            }
            groups.add(key.group().isEmpty() ? key.dotted() : key.group());
        }
        boolean inGroup = dotted.indexOf('.') >= 0;
        if (inGroup && !siblings.isEmpty()) {
            String where = " in \"" + ConfigKey.groupOf(dotted) + "\"";
            throw unknown(ConfigKey.nameOf(dotted), where, siblings);
        }
        throw unknown(inGroup ? ConfigKey.groupOf(dotted) : dotted, "", groups);
    }

    private static ConfigException unknown(String found, String where, Set<String> known) {
        return new ConfigException("unknown key \"" + found + "\"" + where + ", expected one of "
                + String.join(", ", known) + "; did you mean \"" + Spelling.nearest(found, new ArrayList<>(known))
                + "\"?");
    }

    private static String textOf(@Nullable Object value, ConfigKey key) {
        boolean good = switch (key.type()) {
            case WHOLE -> value instanceof Number number && isWhole(number.toString());
            case NUMBER -> value instanceof Number number && Double.isFinite(number.doubleValue());
            case FLAG -> value instanceof Boolean;
            case CHOICE -> value instanceof String word && key.choices().contains(word);
        };
        String text = String.valueOf(value);
        if (!good) {
            String hint = value instanceof String word && key.type() == ConfigKey.Type.CHOICE
                    ? "; did you mean \"" + Spelling.nearest(word, key.choices()) + "\"?"
                    : "";
            throw new ConfigException("key \"" + key.dotted() + "\" must be " + key.expectation() + ", found "
                    + (value instanceof String ? "\"" + text + "\"" : text) + hint);
        }
        return text;
    }

    private static boolean isWhole(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The same but for one value, written as in JSON; words need no quotes. */
    ConfigValues with(String dotted, String text) {
        ConfigKey key = find(dotted, keys);
        Map<String, String> changed = new HashMap<>(texts);
        changed.put(dotted, textOf(key.type() == ConfigKey.Type.CHOICE ? text : jsonValue(text), key));
        return new ConfigValues(keys, changed);
    }

    private static @Nullable Object jsonValue(String text) {
        try {
            return JsonParser.any().withLazyNumbers().from(text);
        } catch (JsonParserException e) {
            return text;
        }
    }

    /** The keys whose values differ, in order, with the values here. Numbers are compared as numbers. */
    Map<String, String> changesFrom(ConfigValues base) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (ConfigKey key : keys) {
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
        return Objects.requireNonNull(texts.get(find(dotted, keys).dotted()));
    }

    long whole(String dotted) {
        return Long.parseLong(text(dotted));
    }

    int integer(String dotted) {
        long value = whole(dotted);
        if (value != (int) value) {
            throw new ConfigException("key \"" + dotted + "\" must be a whole number of at most " + Integer.MAX_VALUE
                    + ", found " + value);
        }
        return (int) value;
    }

    double number(String dotted) {
        return Double.parseDouble(text(dotted));
    }

    boolean flag(String dotted) {
        return text(dotted).equals("true");
    }

    /** The one of {@code values} whose name, in lower case, is the value. */
    <E extends Enum<E>> E choice(String dotted, E[] values) {
        return values[find(dotted, keys).choices().indexOf(text(dotted))];
    }

    /** JSON, one key a line, in the order of the keys. */
    String toJson() {
        Map<String, String> blocks = new LinkedHashMap<>();
        for (ConfigKey key : keys) {
            String value = text(key.dotted());
            String pair =
                    "\"" + key.name() + "\": " + (key.type() == ConfigKey.Type.CHOICE ? "\"" + value + "\"" : value);
            if (key.group().isEmpty()) {
                blocks.put(key.dotted(), "  " + pair);
            } else {
                blocks.merge(
                        key.group(),
                        "  \"" + key.group() + "\": {\n    " + pair,
                        (open, one) -> open + ",\n    " + pair);
            }
        }
        StringBuilder json = new StringBuilder();
        for (Map.Entry<String, String> block : blocks.entrySet()) {
            boolean open = block.getValue().contains("{");
            json.append(json.length() == 0 ? "{\n" : ",\n")
                    .append(block.getValue())
                    .append(open ? "\n  }" : "");
        }
        return json.append("\n}\n").toString();
    }
}
