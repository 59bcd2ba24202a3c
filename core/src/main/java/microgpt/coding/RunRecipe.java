package microgpt.coding;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.OnlineRecipe;
import microgpt.engine.OnlineExpert;
import microgpt.json.Json;
import microgpt.predict.BitExpert;

/** An online run with its mixture as what predicts, computed as the Java back end does everywhere. */
public record RunRecipe(OnlineRecipe recipe) implements CodingRecipe {
    static final String KEY = "online";

    /**
     * A file has only what its recipe says otherwise than this one. It belongs to the format: whatever is learned about
     * better recipes, it stays as it is.
     */
    private static final OnlineRecipe USUAL = OnlineRecipe.parse("""
            {
              "model": {
                "vocab_size": 257,
                "output_size": 256,
                "context_length": 64,
                "n_layers": 2,
                "n_heads": 4,
                "d_model": 64,
                "d_mlp": 256,
                "position": "relative",
                "norm": "rms",
                "norm_epsilon": 1e-5,
                "norm_gain": false,
                "norm_bias": false,
                "embedding_norm": true,
                "final_norm": true,
                "activation": "relu_squared",
                "linear_bias": false,
                "tie_embeddings": true
              },
              "init": {
                "embedding_std": 0.04,
                "position_std": 0,
                "weight_std": 0,
                "head_std": 0,
                "scale_residual": true,
                "residual_scale": 0.5,
                "ngram_bias": 4
              },
              "optimizer": {
                "kind": "adam",
                "learning_rate": 0.003,
                "beta1": 0.5,
                "beta2": 0.99,
                "epsilon": 1e-8,
                "weight_decay": 0,
                "momentum": 0,
                "clip": 1,
                "average_decay": 0.9
              },
              "schedule": {
                "kind": "inverse_sqrt",
                "warmup": 20,
                "span": 2000,
                "floor": 0
              },
              "protocol": {
                "context": 32,
                "stride": 32,
                "train_on": "window",
                "beginning": "stream"
              },
              "selective_backprop": {
                "enabled": false,
                "rule": "threshold",
                "threshold_bits": 0.5,
                "beta": 1,
                "floor": 0.05,
                "history": 128
              },
              "experience_replay": {
                "enabled": true,
                "windows": 3,
                "capacity": 1048576,
                "alpha": 0
              },
              "adaptive_rate": {
                "enabled": false,
                "fast": 0.1,
                "slow": 0.01,
                "dead_band": 0.15,
                "gain": 3,
                "most": 5
              },
              "cache": {
                "enabled": false,
                "window": 2000,
                "theta": 0.4,
                "weight": 0.2,
                "rate": 0.1
              },
              "mixture": {
                "enabled": true,
                "counts": "rich",
                "megabytes": 64
              },
              "fixed_share": {
                "enabled": false,
                "share": 0.01
              },
              "seed": 1
            }
            """, "usual");

    @Override
    public BitExpert expert() {
        return new OnlineExpert(recipe.online(), JavaBackend.alone());
    }

    @Override
    public String toJson() {
        JsonObject changes = new JsonObject();
        changes.putAll(recipe.changesFrom(USUAL));
        JsonObject json = new JsonObject();
        json.put(KEY, changes);
        return JsonWriter.string(json);
    }

    /** Reads what {@link #toJson} wrote. */
    static RunRecipe parse(JsonObject json) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Map.Entry<String, Object> change :
                json.getObject(KEY, new JsonObject()).entrySet()) {
            if (!(change.getValue() instanceof String value)) {
                throw new IllegalArgumentException(
                        change.getKey() + " must be a text, found " + Json.shown(change.getValue()));
            }
            changes.put(change.getKey(), value);
        }
        return new RunRecipe(USUAL.withAll(changes));
    }
}
