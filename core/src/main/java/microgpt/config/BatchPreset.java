package microgpt.config;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.json.JsonFields;

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
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id must not be empty");
        }
        changes = Map.copyOf(changes);
    }

    /** Reads the list of presets, in the order of the menu. */
    public static List<BatchPreset> parseList(String json, String file) {
        List<BatchPreset> presets = new ArrayList<>();
        PresetList.read(json, file, fields -> presets.add(parse(fields)));
        if (presets.isEmpty()) {
            throw new ConfigException(file + ": expected \"presets\", a list");
        }
        return List.copyOf(presets);
    }

    private static BatchPreset parse(JsonFields preset) {
        Map<String, String> changes = new LinkedHashMap<>();
        JsonObject set = preset.has("set") ? preset.object("set") : new JsonObject();
        for (Map.Entry<String, Object> change : set.entrySet()) {
            changes.put(
                    change.getKey(),
                    change.getValue() instanceof String word ? word : JsonWriter.string(change.getValue()));
        }
        return new BatchPreset(
                preset.text("id"),
                preset.text("label"),
                preset.text("description"),
                preset.has("default") && preset.flag("default"),
                changes);
    }
}
