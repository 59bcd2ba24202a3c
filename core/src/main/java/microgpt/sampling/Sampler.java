package microgpt.sampling;

import microgpt.numeric.Rng;

/** Picks a token. */
public interface Sampler {
    /** The likeliest token; of equals, the first. */
    Sampler GREEDY = Greedy::likeliest;

    /**
     * Picks one of the tokens 0 to {@code logits.length - 1}. Logits may be -infinity: impossible. They are not changed.
     *
     * @throws IllegalArgumentException if one is NaN or +infinity, or none is finite
     */
    int sample(float[] logits);

    /**
     * Draws from the softmax of the logits divided by {@code temperature}, then cut to the {@code topK} likeliest tokens,
     * then to the fewest of those that hold {@code topP} of what is left; see {@link RandomSampler}.
     *
     * @param temperature 0 to 2; 0 is {@link #GREEDY}
     * @param topK at least 1, or 0 for all
     * @param topP above 0; 1 for all
     */
    static Sampler of(double temperature, int topK, double topP, Rng rng) {
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature " + temperature + " must be 0 to 2");
        }
        if (topK < 0) {
            throw new IllegalArgumentException("top_k " + topK + " must be at least 1, or 0 for all");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("top_p " + topP + " must be above 0 and at most 1");
        }
        return temperature == 0 ? GREEDY : new RandomSampler(temperature, topK, topP, rng);
    }
}
