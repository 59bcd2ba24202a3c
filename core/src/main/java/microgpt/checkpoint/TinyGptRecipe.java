package microgpt.checkpoint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import microgpt.config.BatchRecipe;
import microgpt.json.JsonFields;

/** What a file of TinyGPT says of its model and of how it was trained, as a recipe; TinyGPT itself fixes the rest. */
final class TinyGptRecipe {
    private TinyGptRecipe() {}

    /**
     * Reads the object {@code config} of a header.
     *
     * @throws IllegalArgumentException saying what is missing or impossible
     */
    static BatchRecipe read(JsonFields config) {
        JsonObject model = new JsonObject();
        model.put("model_name", "tinygpt");
        model.put("vocab_size", 256);
        model.put("context_length", size(config, "ctx"));
        model.put("n_layers", size(config, "layers"));
        model.put("n_heads", size(config, "heads"));
        model.put("d_model", size(config, "dModel"));
        model.put("d_mlp", whole(config, "dMlp", 1, Integer.MAX_VALUE, 4 * size(config, "dModel")));
        model.put("dropout", 0);
        model.put("tie_embeddings", true);
        model.put("dtype", "float32");
        JsonObject training = new JsonObject();
        training.put("batch_size", whole(config, "batchSize", 1, Integer.MAX_VALUE, 16));
        training.put("learning_rate", number(config, "learningRate", 3e-4));
        training.put("optimizer", "adamw");
        training.put("betas", JsonArray.from(0.9, 0.95));
        training.put("eps", 1e-8);
        training.put("weight_decay", 0.1);
        training.put("grad_clip", number(config, "gradClip", 1));
        training.put("max_steps", whole(config, "maxSteps", 1, Long.MAX_VALUE, 1500));
        training.put("eval_interval", whole(config, "evalEvery", 1, Integer.MAX_VALUE, 50));
        training.put("sample_interval", 500);
        training.put("checkpoint_interval", 500);
        training.put("seed", whole(config, "seed", Long.MIN_VALUE, Long.MAX_VALUE, 42));
        return BatchRecipe.parse(text(model), "its model", text(training), "its training");
    }

    private static String text(JsonObject json) {
        return JsonWriter.string(json);
    }

    private static long size(JsonFields config, String key) {
        return config.whole(key, 1, Integer.MAX_VALUE);
    }

    private static long whole(JsonFields fields, String key, long least, long most, long otherwise) {
        return fields.has(key) ? fields.whole(key, least, most) : otherwise;
    }

    private static double number(JsonFields fields, String key, double otherwise) {
        return fields.has(key) ? fields.number(key) : otherwise;
    }
}
