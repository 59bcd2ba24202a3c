package microgpt.web.race;

import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.config.ConfigKey;
import microgpt.config.OnlineRecipe;
import microgpt.web.text.Catalogue;

/** What a key of a recipe is called where its group is not in sight, and what its values are called. */
final class SettingNames {
    private static final String SWITCH = ".enabled";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, ConfigKey> keys = new LinkedHashMap<>();

    SettingNames(Catalogue catalogue) {
        for (ConfigKey key : OnlineRecipe.KEYS) {
            keys.put(key.dotted(), key);
        }
        for (Catalogue.Group group : catalogue.groupsOf(OnlineRecipe.KEYS)) {
            for (Catalogue.Setting setting : group.settings()) {
                if (keys.containsKey(setting.key())) {
                    names.put(setting.key(), name(group, setting));
                }
            }
        }
    }

    /** A switch is called what it switches; what belongs to a mechanism says to which. */
    private static String name(Catalogue.Group group, Catalogue.Setting setting) {
        if (setting.key().endsWith(SWITCH)) {
            return group.title();
        }
        boolean ofMechanism = false;
        for (Catalogue.Setting other : group.settings()) {
            ofMechanism |= other.key().endsWith(SWITCH);
        }
        boolean isInit = setting.key().startsWith("init.");
        return ofMechanism || isInit ? group.title() + ": " + setting.label() : setting.label();
    }

    /** The names of all, by the key. */
    Map<String, String> all() {
        return names;
    }

    String name(String key) {
        return names.getOrDefault(key, key);
    }

    /** The key itself; it must be one of a recipe. */
    ConfigKey key(String dotted) {
        ConfigKey key = keys.get(dotted);
        if (key == null) {
            throw new IllegalArgumentException("a recipe has no key \"" + dotted + "\"");
        }
        return key;
    }

    /** A value as it is read: on and off, words with blanks, numbers as they are. */
    String value(String dotted, String value) {
        ConfigKey key = keys.get(dotted);
        if (key == null) {
            return value;
        }
        return switch (key.type()) {
            case FLAG -> value.equals("true") ? "on" : "off";
            case CHOICE -> value.replace('_', ' ');
            case WHOLE, NUMBER, NUMBERS, TEXT -> value;
        };
    }
}
