package microgpt.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.predict.Size;

/**
 * A part of a recipe, with the key that stands for it: the keys that take it away, and those that add it where the recipe
 * lacks it; others are as the recipe says.
 */
record Part(String name, String key, Map<String, String> off, Map<String, String> on) {
    static final String COUNTS = "mixture.counts";

    private static final String MIXTURE = "mixture.enabled";
    private static final String FALSE = "false";
    private static final String TRUE = "true";

    static final List<Part> ALL = List.of(
            new Part("mixture", MIXTURE, Map.of(MIXTURE, FALSE), Map.of(MIXTURE, TRUE)),
            new Part(
                    "relative positions",
                    "model.position",
                    Map.of("model.position", "learned", "init.position_std", "0.02"),
                    Map.of()),
            new Part("tied head", "model.tie_embeddings", Map.of("model.tie_embeddings", FALSE), Map.of()),
            new Part("squared ReLU", "model.activation", Map.of("model.activation", "relu"), Map.of()),
            new Part(
                    "Adam (else SGD)",
                    "optimizer.kind",
                    Map.of("optimizer.kind", "sgd", "optimizer.learning_rate", "0.3", "schedule.kind", "constant"),
                    Map.of()),
            new Part("averaged weights", "optimizer.average_decay", Map.of("optimizer.average_decay", "0"), Map.of()),
            new Part(
                    "gradient clipping",
                    "optimizer.clip",
                    Map.of("optimizer.clip", "0"),
                    Map.of("optimizer.clip", "1")),
            mechanism("experience replay", "experience_replay.enabled", Map.of()),
            mechanism(
                    "selective backprop",
                    "selective_backprop.enabled",
                    Map.of("selective_backprop.rule", "percentile")),
            mechanism("continuous cache", "cache.enabled", Map.of()),
            mechanism("adaptive rate", "adaptive_rate.enabled", Map.of()));

    private static Part mechanism(String name, String key, Map<String, String> also) {
        Map<String, String> on = new LinkedHashMap<>(also);
        on.put(key, TRUE);
        return new Part(name, key, Map.of(key, FALSE), on);
    }

    boolean isIn(OnlineRecipe recipe) {
        return !recipe.withAll(off).changesFrom(recipe).isEmpty();
    }

    /** The keys of the part as {@code recipe} has them, or as it would. */
    Map<String, String> present(OnlineRecipe recipe) {
        if (!isIn(recipe)) {
            return on;
        }
        Map<String, String> keys = new LinkedHashMap<>();
        off.keySet().forEach(key -> keys.put(key, recipe.value(key)));
        return keys;
    }

    /** {@code recipe} without any of them. */
    static OnlineRecipe plain(OnlineRecipe recipe) {
        Map<String, String> none = new LinkedHashMap<>();
        ALL.forEach(part -> none.putAll(part.off));
        return recipe.withAll(none);
    }

    /** Counts of each size that {@code recipe} could mix in instead of its own; none if it mixes nothing. */
    static List<Part> otherCounts(OnlineRecipe recipe) {
        List<Part> others = new ArrayList<>();
        for (Size size : Size.values()) {
            if (recipe.value(MIXTURE).equals(TRUE) && !recipe.value(COUNTS).equals(size.label())) {
                Map<String, String> off = Map.of(COUNTS, recipe.value(COUNTS));
                others.add(new Part(size.label() + " counts", COUNTS, off, Map.of(COUNTS, size.label())));
            }
        }
        return others;
    }
}
