package microgpt.scalar;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that one position of a {@link ScalarGpt} computed, by name, in the order of computation: {@code tokenEmbedding},
 * {@code positionEmbedding}, {@code embedded}, {@code embeddingNorm}; of each block {@code blocks.0.norm1}, {@code qkv},
 * {@code scores.0} and {@code attention.0} (of head 0, one number for each position so far), {@code mixed}, {@code
 * projected}, {@code residual1}, {@code norm2}, {@code up}, {@code activated}, {@code down}, {@code residual2}; {@code
 * finalNorm}, {@code logits}. What a model does not have is not there. After {@link Value#backward} each number holds its
 * gradient.
 */
public final class Trace {
    private final Map<String, Value[]> parts = new LinkedHashMap<>();

    /** Takes note of {@code values}, and gives them back. */
    Value[] note(String name, Value[] values) {
        parts.put(name, values);
        return values;
    }

    /** All parts, in the order of computation; not to be written to. */
    public Map<String, Value[]> parts() {
        return parts;
    }

    /** One part. */
    public Value[] part(String name) {
        Value[] part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no part " + name + " among " + parts.keySet());
        }
        return part;
    }
}
