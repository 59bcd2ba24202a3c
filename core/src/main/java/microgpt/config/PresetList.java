package microgpt.config;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.function.Consumer;
import microgpt.json.Json;
import microgpt.json.JsonException;
import microgpt.json.JsonFields;

/** The list {@code presets} of a JSON text, as every menu of recipes has one. */
final class PresetList {
    private PresetList() {}

    /** Hands each of the list to {@code each}, in order; complaints say that it came from {@code file}, and which one it was. */
    static void read(String json, String file, Consumer<JsonFields> each) {
        JsonArray list = list(json, file);
        for (int i = 0; i < list.size(); i++) {
            String where = file + ": presets[" + i + "]: ";
            if (!(list.get(i) instanceof JsonObject preset)) {
                throw new ConfigException(where + "expected an object, found " + Json.shown(list.get(i)));
            }
            try {
                each.accept(new JsonFields(preset));
            } catch (IllegalArgumentException e) {
                throw new ConfigException(where + e.getMessage());
            }
        }
    }

    private static JsonArray list(String json, String file) {
        try {
            return new JsonFields(Json.object(json)).array("presets");
        } catch (JsonException e) {
            throw new ConfigException(file + ":" + e.place() + ": " + e.reason());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage());
        }
    }
}
