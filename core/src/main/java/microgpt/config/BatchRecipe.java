package microgpt.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.engine.BatchConfig;

/**
 * The recipe of a run by batches as two texts: a model, and how to train it; JSON with snake_case keys, of which the two
 * have none in common. Immutable; a change makes another one, or a {@link ConfigException}.
 */
public final class BatchRecipe {
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
        } catch (IllegalArgumentException e) {
            throw new ConfigException(modelFile + ", " + trainingFile + ": " + e.getMessage());
        }
    }

    private static ConfigValues read(String json, String file, KeyList keys, Map<String, String> defaults) {
        try {
            return ConfigReader.read(json, keys, defaults);
        } catch (ConfigException e) {
            throw new ConfigException(file + ":" + e.getMessage()); // which begins with line and column, or a blank
        }
    }

    /** The keys there are, those of the model first. */
    public static List<ConfigKey> keys() {
        List<ConfigKey> keys = new ArrayList<>(BatchKeys.MODEL.keys());
        keys.addAll(BatchKeys.TRAINING.keys());
        return keys;
    }

    /** What it says, checked. */
    public BatchConfig batches() {
        return batches;
    }

    /** The same but for some keys, which need not make sense one by one. Numbers and lists are given as in JSON. */
    public BatchRecipe withAll(Map<String, String> changes) {
        ConfigValues changedModel = model;
        ConfigValues changedTraining = training;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (isOfModel(change.getKey())) {
                changedModel = changedModel.with(change.getKey(), change.getValue());
            } else {
                changedTraining = changedTraining.with(change.getKey(), change.getValue());
            }
        }
        try {
            return new BatchRecipe(changedModel, changedTraining);
        } catch (ConfigException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    /** The keys that differ from {@code running} and cannot change while it runs, in order. */
    public List<String> needingRestart(BatchRecipe running) {
        List<String> needing = new ArrayList<>(model.changesFrom(running.model).keySet());
        Map<String, String> changes = training.changesFrom(running.training);
        for (ConfigKey key : BatchKeys.TRAINING.keys()) {
            if (!key.live() && changes.containsKey(key.dotted())) {
                needing.add(key.dotted());
            }
        }
        return needing;
    }

    /** The value of a key, as it was written. */
    public String value(String key) {
        return isOfModel(key) ? model.text(key) : training.text(key);
    }

    private static boolean isOfModel(String key) {
        for (ConfigKey known : BatchKeys.MODEL.keys()) {
            if (known.dotted().equals(key)) {
                return true;
            }
        }
        new KeyList(keys()).find(key); // complains about what is in neither
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
