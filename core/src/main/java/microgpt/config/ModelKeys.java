package microgpt.config;

import java.util.List;
import microgpt.compute.Activation;
import microgpt.model.ModelConfig;
import microgpt.model.Norm;
import microgpt.model.Position;

/** The keys of a {@link ModelConfig}: groups {@code model} and {@code init}. */
final class ModelKeys {
    static final List<ConfigKey> ALL = List.of(
            ConfigKey.whole("model.vocab_size"),
            ConfigKey.whole("model.output_size"),
            ConfigKey.whole("model.context_length"),
            ConfigKey.whole("model.n_layers"),
            ConfigKey.whole("model.n_heads"),
            ConfigKey.whole("model.d_model"),
            ConfigKey.whole("model.d_mlp"),
            ConfigKey.choice("model.position", Position.values()),
            ConfigKey.choice("model.norm", Norm.values()),
            ConfigKey.number("model.norm_epsilon"),
            ConfigKey.flag("model.norm_gain"),
            ConfigKey.flag("model.norm_bias"),
            ConfigKey.flag("model.embedding_norm"),
            ConfigKey.flag("model.final_norm"),
            ConfigKey.choice("model.activation", Activation.values()),
            ConfigKey.flag("model.linear_bias"),
            ConfigKey.flag("model.tie_embeddings"),
            ConfigKey.number("init.embedding_std"),
            ConfigKey.number("init.position_std"),
            ConfigKey.number("init.weight_std"),
            ConfigKey.number("init.head_std"),
            ConfigKey.flag("init.scale_residual"),
            ConfigKey.number("init.residual_scale"),
            ConfigKey.number("init.ngram_bias"));

    private ModelKeys() {}

    static ModelConfig read(ConfigValues values) {
        return new ModelConfig(
                values.integer("model.vocab_size"),
                values.integer("model.output_size"),
                values.integer("model.context_length"),
                values.integer("model.n_layers"),
                values.integer("model.n_heads"),
                values.integer("model.d_model"),
                values.integer("model.d_mlp"),
                values.choice("model.position", Position.values()),
                values.choice("model.norm", Norm.values()),
                (float) values.number("model.norm_epsilon"),
                values.flag("model.norm_gain"),
                values.flag("model.norm_bias"),
                values.flag("model.embedding_norm"),
                values.flag("model.final_norm"),
                values.choice("model.activation", Activation.values()),
                values.flag("model.linear_bias"),
                values.flag("model.tie_embeddings"),
                new ModelConfig.Init(
                        values.number("init.embedding_std"),
                        values.number("init.position_std"),
                        values.number("init.weight_std"),
                        values.number("init.head_std"),
                        values.flag("init.scale_residual"),
                        values.number("init.residual_scale"),
                        values.number("init.ngram_bias")));
    }
}
