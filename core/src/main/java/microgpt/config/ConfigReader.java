package microgpt.config;

import com.grack.nanojson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import microgpt.json.Json;
import microgpt.json.JsonException;
import microgpt.numeric.Nullable;

/**
 * Reads values from JSON. Keys that begin with an underscore are comments. Every complaint begins with the line and column
 * it is about, or with a blank where there is none.
 */
final class ConfigReader {
    private final KeyList keys;
    private final KeyPlaces places;
    private final Map<String, String> texts = new HashMap<>();

    private ConfigReader(KeyList keys, KeyPlaces places) {
        this.keys = keys;
        this.places = places;
    }

    /** Every key must be there. */
    static ConfigValues read(String json, KeyList keys) {
        return read(json, keys, Map.of());
    }

    /** The keys of {@code defaults} may be missing; their texts are then taken from there. */
    static ConfigValues read(String json, KeyList keys, Map<String, String> defaults) {
        JsonObject root = object(json);
        ConfigReader reader = new ConfigReader(keys, new KeyPlaces(json));
        reader.texts.putAll(defaults);
        for (Map.Entry<String, Object> entry : root.entrySet()) {
            reader.acceptTopLevel(entry.getKey(), entry.getValue());
        }
        reader.checkComplete();
        return new ConfigValues(keys, reader.texts);
    }

    private static JsonObject object(String json) {
        try {
            return Json.object(json);
        } catch (JsonException e) {
            throw new ConfigException(e.place() + ": " + e.reason());
        }
    }

    private void acceptTopLevel(String name, @Nullable Object value) {
        if (isComment(name)) {
            return;
        }
        if (value instanceof JsonObject group) {
            for (Map.Entry<String, Object> inner : group.entrySet()) {
                if (!isComment(inner.getKey())) {
                    accept(name + "." + inner.getKey(), inner.getValue());
                }
            }
        } else if (name.indexOf('.') >= 0) { // in JSON the dot is a nesting
            throw keys.unknownAtTopLevel(name).at(places.of(name));
        } else {
            accept(name, value);
        }
    }

    private static boolean isComment(String name) {
        return name.startsWith("_");
    }

    private void accept(String dotted, @Nullable Object value) {
        try {
            texts.put(dotted, keys.find(dotted).textOf(value));
        } catch (ConfigException e) {
            throw e.at(places.of(dotted));
        }
    }

    private void checkComplete() {
        for (ConfigKey key : keys.keys()) {
            if (!texts.containsKey(key.dotted())) {
                throw new ConfigException(
                        key.dotted(),
                        places.of(key.group()) + "missing key \"" + key.dotted() + "\", expected " + key.expectation());
            }
        }
    }
}
