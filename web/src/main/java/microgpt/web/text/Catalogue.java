package microgpt.web.text;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.ConfigKey;

/**
 * What the page offers, and how it explains it: the text of {@code lab.json} or {@code train.json}.
 *
 * @param phrases what a phase is, by its name
 */
public record Catalogue(List<Choice> plans, Map<String, String> phrases, List<Group> settings) {

    /** A file of {@code configs/}, without its ending; the first of a list is the default. */
    public record Choice(String name, String label, String note) {}

    /** Settings that belong together. */
    public record Group(String title, List<Setting> settings) {}

    /** How one key of a recipe is presented. */
    public record Setting(String key, String label, String unit, String help) {}

    public static Catalogue parse(String json) {
        JsonObject all;
        try {
            all = JsonParser.object().from(json);
        } catch (JsonParserException e) {
            throw new IllegalArgumentException("a catalogue is not JSON: " + e.getMessage(), e);
        }
        Map<String, String> phrases = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry :
                all.getObject("phrases", new JsonObject()).entrySet()) {
            phrases.put(entry.getKey(), String.valueOf(entry.getValue()));
        }
        return new Catalogue(
                choices(all.getArray("plans", new JsonArray())), phrases, groups(all.getArray("settings")));
    }

    /** The groups of settings; keys that none of them has come last, by their own names. */
    public List<Group> groupsOf(List<ConfigKey> keys) {
        List<Setting> others = new ArrayList<>();
        for (ConfigKey key : keys) {
            if (!explains(key.dotted())) {
                others.add(new Setting(key.dotted(), key.dotted(), "", ""));
            }
        }
        List<Group> groups = new ArrayList<>(settings);
        if (!others.isEmpty()) {
            groups.add(new Group("Others", others));
        }
        return groups;
    }

    private boolean explains(String key) {
        for (Group group : settings) {
            for (Setting setting : group.settings()) {
                if (setting.key().equals(key)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Choice> choices(JsonArray array) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject each = array.getObject(i);
            choices.add(new Choice(text(each, "name"), text(each, "label"), text(each, "note")));
        }
        return choices;
    }

    private static List<Group> groups(JsonArray array) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject group = array.getObject(i);
            JsonArray keys = group.getArray("keys");
            List<Setting> settings = new ArrayList<>();
            for (int k = 0; k < keys.size(); k++) {
                JsonObject each = keys.getObject(k);
                settings.add(
                        new Setting(text(each, "key"), text(each, "label"), text(each, "unit"), text(each, "help")));
            }
            groups.add(new Group(text(group, "title"), settings));
        }
        return groups;
    }

    private static String text(JsonObject object, String key) {
        return object.getString(key, "");
    }
}
