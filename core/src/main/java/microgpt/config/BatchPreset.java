package microgpt.config;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A size of model to choose from, as changes to a recipe.
 *
 * @param id its short name, for links
 * @param label what the menu calls it
 * @param description what it is, in one sentence
 * @param isDefault whether it is the one to begin with
 * @param changes what to set, by key
 */
public record BatchPreset(String id, String label, String description, boolean isDefault, Map<String, String> changes) {
    public BatchPreset {
        changes = Map.copyOf(changes);
    }

    /** Reads the list of presets, in the order of the menu. */
    public static List<BatchPreset> parseList(String json, String file) {
        List<BatchPreset> presets = new ArrayList<>();
        try {
            JsonArray list = JsonParser.object().withLazyNumbers().from(json).getArray("presets", new JsonArray());
            for (int i = 0; i < list.size(); i++) {
                presets.add(parse(list.getObject(i, new JsonObject()), file + ": presets[" + i + "]"));
            }
        } catch (JsonParserException e) {
            throw new ConfigException(
                    file + ":" + e.getLinePosition() + ":" + e.getCharPosition() + ": not JSON: " + e.getMessage());
        }
        if (presets.isEmpty()) {
            throw new ConfigException(file + ": expected \"presets\", a list");
        }
        return List.copyOf(presets);
    }

    private static BatchPreset parse(JsonObject preset, String where) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Map.Entry<String, Object> change :
                preset.getObject("set", new JsonObject()).entrySet()) {
            changes.put(
                    change.getKey(),
                    change.getValue() instanceof String word ? word : JsonWriter.string(change.getValue()));
        }
        return new BatchPreset(
                text(preset, "id", where),
                text(preset, "label", where),
                text(preset, "description", where),
                preset.getBoolean("default", false),
                changes);
    }

    private static String text(JsonObject preset, String key, String where) {
        String text = preset.getString(key, "");
        if (text.isEmpty()) {
            throw new ConfigException(where + ": missing key \"" + key + "\", expected a text");
        }
        return text;
    }
}
