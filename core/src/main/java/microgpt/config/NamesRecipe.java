package microgpt.config;

import java.util.List;
import java.util.Map;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import microgpt.names.NamesConfig.Dialect;
import microgpt.names.NamesConfig.Learning;
import microgpt.names.NamesConfig.Shape;

/** The recipe of a {@link NamesConfig}: JSON with keys in snake_case; those that are missing are as in microgpt.py. */
public final class NamesRecipe implements Recipe<NamesRecipe> {
    private static final KeyList KEYS = new KeyList(List.of(
            ConfigKey.whole("seed"),
            ConfigKey.choice("dialect", Dialect.values()),
            ConfigKey.choice("arithmetic", Arithmetic.values()),
            ConfigKey.whole("model.n_layers"),
            ConfigKey.whole("model.n_heads"),
            ConfigKey.whole("model.d_model"),
            ConfigKey.whole("model.context_length"),
            ConfigKey.number("training.learning_rate").whileRunning(),
            ConfigKey.number("training.beta1").whileRunning(),
            ConfigKey.number("training.beta2").whileRunning(),
            ConfigKey.number("training.epsilon").whileRunning(),
            ConfigKey.whole("training.steps").whileRunning(),
            ConfigKey.whole("training.batch").whileRunning()));

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("seed", "42"),
            Map.entry("dialect", "python"),
            Map.entry("arithmetic", "scalar"),
            Map.entry("model.n_layers", "1"),
            Map.entry("model.n_heads", "4"),
            Map.entry("model.d_model", "16"),
            Map.entry("model.context_length", "16"),
            Map.entry("training.learning_rate", "0.01"),
            Map.entry("training.beta1", "0.85"),
            Map.entry("training.beta2", "0.99"),
            Map.entry("training.epsilon", "1e-8"),
            Map.entry("training.steps", "1000"),
            Map.entry("training.batch", "1"));

    private final ConfigValues values;
    private final NamesConfig names;

    private NamesRecipe(ConfigValues values) {
        this.values = values;
        this.names = read(values);
    }

    /** Reads {@code json}; complaints say that it came from {@code file}, and where in it the trouble is. */
    public static NamesRecipe parse(String json, String file) {
        ConfigValues values;
        try {
            values = ConfigReader.read(json, KEYS, DEFAULTS);
        } catch (ConfigException e) {
            throw e.at(file + ":"); // its message begins with line and column, or a blank
        }
        try {
            return new NamesRecipe(values);
        } catch (ConfigException e) {
            throw e.at(file + ": ");
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage());
        }
    }

    /** What it says, checked. */
    public NamesConfig names() {
        return names;
    }

    @Override
    public List<ConfigKey> keys() {
        return KEYS.keys();
    }

    @Override
    public String value(String dottedKey) {
        return values.text(dottedKey);
    }

    @Override
    public NamesRecipe withAll(Map<String, String> changes) {
        ConfigValues changed = values.withAll(changes);
        try {
            return new NamesRecipe(changed);
        } catch (ConfigException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Map<String, String> changesFrom(NamesRecipe base) {
        return values.changesFrom(base.values);
    }

    private static NamesConfig read(ConfigValues values) {
        return new NamesConfig(
                values.whole("seed"),
                values.choice("dialect", Dialect.values()),
                values.choice("arithmetic", Arithmetic.values()),
                new Shape(
                        values.integer("model.n_layers"),
                        values.integer("model.n_heads"),
                        values.integer("model.d_model"),
                        values.integer("model.context_length")),
                new Learning(
                        values.number("training.learning_rate"),
                        values.number("training.beta1"),
                        values.number("training.beta2"),
                        values.number("training.epsilon"),
                        values.integer("training.steps"),
                        values.integer("training.batch")));
    }
}
