package microgpt.model;

import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/**
 * The first value that is not a finite number, in causal order: weights (spoilt by an earlier update), then activations as
 * computed, then gradients as they flow back.
 *
 * @param kind what it is, for example "weight", "activation" or "gradient"
 * @param tensor its name, for example {@code blocks.0.qkv}
 */
public record NonFinite(String kind, String tensor, int row, int col, float value) {

    /** Where trouble began, after a forward pass of {@code gpt} over {@code weights}; null where all is finite. */
    public static @Nullable NonFinite find(Gpt gpt, Weights weights, @Nullable Weights gradients) {
        NonFinite found = first("weight", weights.tensors());
        if (found == null) {
            found = first("activation", gpt.activations().tensors());
        }
        if (found == null && gradients != null) {
            found = first("gradient", gradients.inBackwardOrder());
        }
        return found;
    }

    /**
     * Refuses what no run could go on from.
     *
     * @param kind what its values are called in the complaint
     * @throws NonFiniteException if one of them is not a finite number
     */
    public static void check(String kind, Weights values) {
        NonFinite found = first(kind, values.tensors());
        if (found != null) {
            throw new NonFiniteException(found);
        }
    }

    private static @Nullable NonFinite first(String kind, Iterable<NamedTensor> tensors) {
        for (NamedTensor named : tensors) {
            Tensor x = named.tensor();
            float[] values = x.toArray();
            for (int i = 0; i < values.length; i++) {
                if (!Float.isFinite(values[i])) {
                    return new NonFinite(kind, named.name(), i / x.cols(), i % x.cols(), values[i]);
                }
            }
        }
        return null;
    }

    /** One sentence for the reader. */
    public String sentence() {
        return "the " + kind + " " + tensor + " became " + value + " at row " + row + ", column " + col;
    }
}
