package microgpt.config;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipe to choose from.
 *
 * @param id its short name, for links
 * @param label what the menu calls it
 * @param file where its JSON is, beside the list of presets
 * @param description what it is, in one sentence
 * @param isDefault whether it is the one to begin with
 */
public record OnlinePreset(String id, String label, String file, String description, boolean isDefault) {

    /** Reads the list of presets, in the order of the menu; exactly one is the default. */
    public static List<OnlinePreset> parseList(String json, String file) {
        List<OnlinePreset> presets = new ArrayList<>();
        try {
            JsonArray list = JsonParser.object().from(json).getArray("presets", new JsonArray());
            for (int i = 0; i < list.size(); i++) {
                presets.add(parse(list.getObject(i, new JsonObject()), file + ": presets[" + i + "]"));
            }
        } catch (JsonParserException e) {
            throw new ConfigException(
                    file + ":" + e.getLinePosition() + ":" + e.getCharPosition() + ": not JSON: " + e.getMessage());
        }
        int defaults = 0;
        for (OnlinePreset preset : presets) {
            defaults += preset.isDefault() ? 1 : 0;
        }
        if (defaults != 1) {
            throw new ConfigException(file + ": expected \"presets\", a list with \"default\": true exactly once");
        }
        return List.copyOf(presets);
    }

    private static OnlinePreset parse(JsonObject preset, String where) {
        return new OnlinePreset(
                text(preset, "id", where),
                text(preset, "label", where),
                text(preset, "file", where),
                text(preset, "description", where),
                preset.getBoolean("default", false));
    }

    private static String text(JsonObject preset, String key, String where) {
        String text = preset.getString(key, "");
        if (text.isEmpty()) {
            throw new ConfigException(where + ": missing key \"" + key + "\", expected a text");
        }
        return text;
    }
}
