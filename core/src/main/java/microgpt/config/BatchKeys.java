package microgpt.config;

import java.util.List;
import java.util.Map;
import microgpt.compute.Activation;
import microgpt.engine.BatchConfig;
import microgpt.model.ModelConfig;
import microgpt.model.Norm;
import microgpt.model.Position;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;

/** The keys of a {@link BatchConfig}: those of the two files that describe byte-tinygpt, and a few that have defaults. */
final class BatchKeys {
    static final KeyList MODEL = new KeyList(List.of(
            ConfigKey.text("model_name"),
            ConfigKey.whole("vocab_size"),
            ConfigKey.whole("context_length"),
            ConfigKey.whole("n_layers"),
            ConfigKey.whole("n_heads"),
            ConfigKey.whole("d_model"),
            ConfigKey.whole("d_mlp"),
            ConfigKey.number("dropout"),
            ConfigKey.flag("tie_embeddings"),
            new ConfigKey("dtype", ConfigKey.Type.CHOICE, List.of("float32"), false)));

    static final KeyList TRAINING = new KeyList(List.of(
            ConfigKey.whole("batch_size"),
            ConfigKey.number("learning_rate").whileRunning(),
            ConfigKey.choice("optimizer", OptimizerConfig.Kind.values()).whileRunning(),
            ConfigKey.numbers("betas").whileRunning(),
            ConfigKey.number("eps").whileRunning(),
            ConfigKey.number("weight_decay").whileRunning(),
            ConfigKey.number("grad_clip").whileRunning(),
            ConfigKey.choice("schedule", Schedule.Kind.values()).whileRunning(),
            ConfigKey.whole("warmup_steps").whileRunning(),
            ConfigKey.number("min_learning_rate").whileRunning(),
            ConfigKey.whole("max_steps").whileRunning(),
            ConfigKey.whole("eval_interval"),
            ConfigKey.whole("eval_batches"),
            ConfigKey.whole("patience"),
            ConfigKey.whole("sample_interval"),
            ConfigKey.whole("checkpoint_interval"),
            ConfigKey.number("train_split"),
            ConfigKey.whole("seed")));

    static final Map<String, String> DEFAULTS = Map.of(
            "schedule",
            "constant",
            "warmup_steps",
            "0",
            "min_learning_rate",
            "0",
            "eval_batches",
            "4",
            "patience",
            "0",
            "train_split",
            "0.9");

    private BatchKeys() {}

    static BatchConfig read(ConfigValues model, ConfigValues training) {
        return new BatchConfig(
                readModel(model),
                readOptimizer(training),
                training.integer("batch_size"),
                training.whole("max_steps"),
                training.integer("eval_interval"),
                training.integer("eval_batches"),
                training.integer("sample_interval"),
                training.integer("checkpoint_interval"),
                training.integer("patience"),
                training.number("train_split"),
                training.whole("seed"));
    }

    /** GPT-2 (Radford et al. 2019) over bytes. */
    private static ModelConfig readModel(ConfigValues values) {
        if (values.number("dropout") != 0) {
            throw new ConfigException(
                    "dropout", "key \"dropout\" must be 0: there is no dropout; found " + values.text("dropout"));
        }
        int vocabSize = values.integer("vocab_size");
        return new ModelConfig(
                vocabSize,
                vocabSize,
                values.integer("context_length"),
                values.integer("n_layers"),
                values.integer("n_heads"),
                values.integer("d_model"),
                values.integer("d_mlp"),
                Position.LEARNED,
                Norm.LAYER,
                1e-5,
                true,
                true,
                false,
                true,
                Activation.GELU,
                true,
                values.flag("tie_embeddings"),
                new ModelConfig.Init(0.02, 0.02, 0.02, 0.02, true, 1, 0));
    }

    private static OptimizerConfig readOptimizer(ConfigValues values) {
        double[] betas = values.numbers("betas", 2);
        return new OptimizerConfig(
                values.choice("optimizer", OptimizerConfig.Kind.values()),
                values.number("learning_rate"),
                betas[0],
                betas[1],
                values.number("eps"),
                values.number("weight_decay"),
                0,
                values.number("grad_clip"),
                0,
                readSchedule(values));
    }

    /** A rate that falls does so until the last update. */
    private static Schedule readSchedule(ConfigValues values) {
        double rate = values.number("learning_rate");
        double least = values.number("min_learning_rate");
        if (!(least >= 0 && least <= rate)) {
            throw new ConfigException(
                    "min_learning_rate",
                    "key \"min_learning_rate\" must be from 0 to learning_rate " + values.text("learning_rate")
                            + ", found " + values.text("min_learning_rate"));
        }
        return new Schedule(
                values.choice("schedule", Schedule.Kind.values()),
                values.whole("warmup_steps"),
                values.whole("max_steps"),
                rate > 0 ? least / rate : 0);
    }
}
