package microgpt.sampling;

import java.util.Arrays;
import microgpt.numeric.DoubleMath;
import microgpt.numeric.Rng;

/**
 * Draws a token at random. In this order: logits are divided by the temperature; only the k largest stay (of equals the
 * first; Fan et al. 2018); of their softmax only the fewest that together reach top-p stay, the nucleus (Holtzman et al.
 * 2020), never none; one is drawn in proportion. One random number a token, whatever the cuts.
 */
final class RandomSampler implements Sampler {
    private final double temperature;
    private final int topK;
    private final double topP;
    private final Rng rng;

    /** Weights of the candidates, likeliest first if any cut is made, else in token order; not normalized. */
    private double[] weights = {};
    /** Sort keys of the candidates; the low 32 bits are the token. */
    private long[] candidates = {};

    RandomSampler(double temperature, int topK, double topP, Rng rng) {
        this.temperature = temperature;
        this.topK = topK;
        this.topP = topP;
        this.rng = rng;
    }

    @Override
    public int sample(float[] logits) {
        if (weights.length != logits.length) {
            weights = new double[logits.length];
            candidates = new long[logits.length];
        }
        float largest = logits[Greedy.likeliest(logits)];
        int kept = rank(logits);
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            weights[i] = DoubleMath.exp(((double) logits[(int) candidates[i]] - largest) / temperature);
            sum += weights[i];
        }
        return topP < 1 ? draw(nucleus(kept, topP * sum)) : draw(kept);
    }

    /** Lists the candidates, sorted only if there is a cut to make, and returns how many top-k keeps. */
    private int rank(float[] logits) {
        boolean cuts = topP < 1 || (topK > 0 && topK < logits.length);
        for (int i = 0; i < logits.length; i++) {
            candidates[i] = cuts ? (descending(logits[i]) << 32) | i : i;
        }
        if (cuts) {
            Arrays.sort(candidates);
        }
        return topK > 0 ? Math.min(topK, logits.length) : logits.length;
    }

    /** An integer of 32 bits that is the smaller, as a signed number, the larger the logit is. */
    private static long descending(float logit) {
        int bits = Float.floatToIntBits(logit + 0f); // -0 and 0 are equal
        return bits < 0 ? bits & 0x7fffffff : ~bits;
    }

    /** The smallest number of leading candidates whose weights reach {@code mass}. */
    private int nucleus(int kept, double mass) {
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            sum += weights[i];
            if (sum >= mass) {
                return i + 1;
            }
        }
        return kept;
    }

    private int draw(int kept) {
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            sum += weights[i];
        }
        double left = rng.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < kept; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    break;
                }
            }
        }
        return (int) candidates[last];
    }
}
