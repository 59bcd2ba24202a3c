package microgpt.web.text;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.ConfigKey;
import microgpt.json.Json;
import microgpt.json.JsonFields;

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

    /** @throws IllegalArgumentException if {@code json} is no such text */
    public static Catalogue parse(String json) {
        JsonFields all = new JsonFields(Json.object(json));
        Map<String, String> phrases = new LinkedHashMap<>();
        if (all.has("phrases")) {
            JsonObject given = all.object("phrases");
            JsonFields texts = new JsonFields(given);
            given.keySet().forEach(phase -> phrases.put(phase, texts.text(phase)));
        }
        JsonArray plans = all.has("plans") ? all.array("plans") : new JsonArray();
        return new Catalogue(choices(plans), phrases, groups(all.array("settings")));
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
        for (JsonFields each : all(array)) {
            choices.add(new Choice(each.text("name"), each.text("label"), text(each, "note")));
        }
        return choices;
    }

    private static List<Group> groups(JsonArray array) {
        List<Group> groups = new ArrayList<>();
        for (JsonFields group : all(array)) {
            List<Setting> settings = new ArrayList<>();
            for (JsonFields each : all(group.array("keys"))) {
                settings.add(new Setting(each.text("key"), each.text("label"), text(each, "unit"), text(each, "help")));
            }
            groups.add(new Group(group.text("title"), settings));
        }
        return groups;
    }

    private static List<JsonFields> all(JsonArray array) {
        List<JsonFields> all = new ArrayList<>();
        for (Object each : array) {
            if (!(each instanceof JsonObject object)) {
                throw new IllegalArgumentException("a list holds " + Json.shown(each) + ", expected objects");
            }
            all.add(new JsonFields(object));
        }
        return all;
    }

    /** A text that may be missing. */
    private static String text(JsonFields object, String key) {
        return object.has(key) ? object.text(key) : "";
    }
}
