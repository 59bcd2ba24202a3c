package microgpt.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.engine.BatchConfig;

/**
 * The recipe of a run by batches as two texts: a model, and how to train it; JSON with snake_case keys, of which the two
 * have none in common.
 */
public final class BatchRecipe implements Recipe<BatchRecipe> {
    /** The keys of every recipe of this kind, those of the model first. */
    public static final List<ConfigKey> KEYS = allKeys();

    private final ConfigValues model;
    private final ConfigValues training;
    private final BatchConfig batches;

    private BatchRecipe(ConfigValues model, ConfigValues training) {
        this.model = model;
        this.training = training;
        this.batches = BatchKeys.read(model, training);
    }

    /** Reads the two texts; complaints say from which file, and where in it the trouble is. */
    public static BatchRecipe parse(String modelJson, String modelFile, String trainingJson, String trainingFile) {
        ConfigValues model = read(modelJson, modelFile, BatchKeys.MODEL, Map.of());
        ConfigValues training = read(trainingJson, trainingFile, BatchKeys.TRAINING, BatchKeys.DEFAULTS);
        try {
            return new BatchRecipe(model, training);
        } catch (ConfigException e) {
            throw e.at(modelFile + ", " + trainingFile + ": ");
        } catch (IllegalArgumentException e) {
            throw new ConfigException(modelFile + ", " + trainingFile + ": " + e.getMessage());
        }
    }

    private static ConfigValues read(String json, String file, KeyList keys, Map<String, String> defaults) {
        try {
            return ConfigReader.read(json, keys, defaults);
        } catch (ConfigException e) {
            throw e.at(file + ":"); // its message begins with line and column, or a blank
        }
    }

    /** What it says, checked. */
    public BatchConfig batches() {
        return batches;
    }

    private static List<ConfigKey> allKeys() {
        List<ConfigKey> keys = new ArrayList<>(BatchKeys.MODEL.keys());
        keys.addAll(BatchKeys.TRAINING.keys());
        return List.copyOf(keys);
    }

    @Override
    public List<ConfigKey> keys() {
        return KEYS;
    }

    @Override
    public BatchRecipe withAll(Map<String, String> changes) {
        Map<String, String> ofModel = new LinkedHashMap<>();
        Map<String, String> ofTraining = new LinkedHashMap<>();
        changes.forEach((key, value) -> (isOfModel(key) ? ofModel : ofTraining).put(key, value));
        ConfigValues changedModel = model.withAll(ofModel);
        ConfigValues changedTraining = training.withAll(ofTraining);
        try {
            return new BatchRecipe(changedModel, changedTraining);
        } catch (ConfigException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String value(String key) {
        return isOfModel(key) ? model.text(key) : training.text(key);
    }

    @Override
    public Map<String, String> changesFrom(BatchRecipe base) {
        Map<String, String> changes = new LinkedHashMap<>(model.changesFrom(base.model));
        changes.putAll(training.changesFrom(base.training));
        return changes;
    }

    private static boolean isOfModel(String key) {
        for (ConfigKey known : BatchKeys.MODEL.keys()) {
            if (known.dotted().equals(key)) {
                return true;
            }
        }
        new KeyList(KEYS).find(key); // complains about what is in neither
        return false;
    }

    /** JSON of the model, from which {@link #parse} makes an equal recipe together with {@link #trainingJson}. */
    public String modelJson() {
        return model.toJson();
    }

    public String trainingJson() {
        return training.toJson();
    }
}
