package microgpt.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.engine.OnlineConfig;

/**
 * The recipe of an online run as text: JSON in which every key is written, grouped, in snake_case; keys that begin with an
 * underscore are comments. Immutable; a change makes another one, or a {@link ConfigException}.
 */
public final class OnlineRecipe {
    private final ConfigValues values;
    private final OnlineConfig online;

    private OnlineRecipe(ConfigValues values) {
        this.values = values;
        this.online = OnlineKeys.read(values);
    }

    /** Reads {@code json}; complaints say that it came from {@code file}, and where in it the trouble is. */
    public static OnlineRecipe parse(String json, String file) {
        ConfigValues values;
        try {
            values = ConfigReader.read(json, new KeyList(OnlineKeys.ALL));
        } catch (ConfigException e) {
            throw new ConfigException(file + ":" + e.getMessage()); // which begins with line and column, or a blank
        }
        try {
            return new OnlineRecipe(values);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage());
        }
    }

    /** The keys there are, in the order in which they are written. */
    public static List<ConfigKey> keys() {
        return OnlineKeys.ALL;
    }

    /** What it says, checked. */
    public OnlineConfig online() {
        return online;
    }

    /** The same but for one key. Words are given as they are, numbers and flags as in JSON. */
    public OnlineRecipe with(String dottedKey, String value) {
        return withAll(Map.of(dottedKey, value));
    }

    /** The same but for several keys, which need not make sense one by one. */
    public OnlineRecipe withAll(Map<String, String> changes) {
        ConfigValues changed = values;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        try {
            return new OnlineRecipe(changed);
        } catch (ConfigException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    /** The value of a key, as it was written. */
    public String value(String dottedKey) {
        return values.text(dottedKey);
    }

    /** The keys whose values are not those of {@code base}, in order, with the values here. */
    public Map<String, String> changesFrom(OnlineRecipe base) {
        return values.changesFrom(base.values);
    }

    /** The keys that differ from {@code running} and cannot change while it runs, in order. */
    public List<String> needingRestart(OnlineRecipe running) {
        Map<String, String> changes = changesFrom(running);
        List<String> needing = new ArrayList<>();
        for (ConfigKey key : OnlineKeys.ALL) {
            if (!key.live() && changes.containsKey(key.dotted())) {
                needing.add(key.dotted());
            }
        }
        return needing;
    }

    /** JSON from which {@link #parse} makes an equal recipe. */
    public String toJson() {
        return values.toJson();
    }
}
