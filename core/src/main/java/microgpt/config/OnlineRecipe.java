package microgpt.config;

import java.util.List;
import java.util.Map;
import microgpt.engine.OnlineConfig;

/**
 * The recipe of an online run: JSON in which every key is written, grouped, in snake_case; keys that begin with an underscore
 * are comments. A recipe of an earlier version may lack later keys: what they govern is then off.
 */
public final class OnlineRecipe implements Recipe<OnlineRecipe> {
    /** The keys of every online recipe, in the order in which they are written. */
    public static final List<ConfigKey> KEYS = OnlineKeys.ALL;

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
            values = ConfigReader.read(json, new KeyList(KEYS), OnlineKeys.DEFAULTS);
        } catch (ConfigException e) {
            throw e.at(file + ":"); // its message begins with line and column, or a blank
        }
        try {
            return new OnlineRecipe(values);
        } catch (ConfigException e) {
            throw e.at(file + ": ");
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage());
        }
    }

    /** What it says, checked. */
    public OnlineConfig online() {
        return online;
    }

    @Override
    public List<ConfigKey> keys() {
        return KEYS;
    }

    @Override
    public OnlineRecipe withAll(Map<String, String> changes) {
        ConfigValues changed = values.withAll(changes);
        try {
            return new OnlineRecipe(changed);
        } catch (ConfigException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String value(String dottedKey) {
        return values.text(dottedKey);
    }

    @Override
    public Map<String, String> changesFrom(OnlineRecipe base) {
        return values.changesFrom(base.values);
    }

    /** JSON from which {@link #parse} makes an equal recipe. */
    public String toJson() {
        return values.toJson();
    }
}
