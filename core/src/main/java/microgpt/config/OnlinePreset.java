package microgpt.config;

import java.util.ArrayList;
import java.util.List;
import microgpt.json.JsonFields;

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
    public OnlinePreset {
        if (id.isEmpty() || file.isEmpty()) {
            throw new IllegalArgumentException("id \"" + id + "\" and file \"" + file + "\" must not be empty");
        }
    }

    /** Reads the list of presets, in the order of the menu; exactly one is the default. */
    public static List<OnlinePreset> parseList(String json, String file) {
        List<OnlinePreset> presets = new ArrayList<>();
        PresetList.read(json, file, fields -> presets.add(parse(fields)));
        int defaults = 0;
        for (OnlinePreset preset : presets) {
            defaults += preset.isDefault() ? 1 : 0;
        }
        if (defaults != 1) {
            throw new ConfigException(file + ": expected \"presets\", a list with \"default\": true exactly once");
        }
        return List.copyOf(presets);
    }

    private static OnlinePreset parse(JsonFields preset) {
        return new OnlinePreset(
                preset.text("id"),
                preset.text("label"),
                preset.text("file"),
                preset.text("description"),
                preset.has("default") && preset.flag("default"));
    }
}
