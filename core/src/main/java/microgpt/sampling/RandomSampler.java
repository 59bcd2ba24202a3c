package microgpt.sampling;

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

    private final Ranking ranking = new Ranking();
    /** The logits of all tokens. */
    private double[] scores = {};
    /** Of the candidates, likeliest first if any cut is made, else in token order; not normalized. */
    private double[] weights = {};

    RandomSampler(double temperature, int topK, double topP, Rng rng) {
        this.temperature = temperature;
        this.topK = topK;
        this.topP = topP;
        this.rng = rng;
    }

    @Override
    public int sample(float[] logits) {
        float largest = logits[Greedy.likeliest(logits)];
        int kept = rank(logits);
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            weights[i] = DoubleMath.exp((scores[ranking.token(i)] - largest) / temperature);
            sum += weights[i];
        }
        return draw(topP < 1 ? Ranking.nucleus(weights, kept, topP * sum) : kept);
    }

    /** Lists the candidates, sorted only if there is a cut to make, and returns how many top-k keeps. */
    private int rank(float[] logits) {
        int tokens = logits.length;
        if (scores.length != tokens) {
            scores = new double[tokens];
            weights = new double[tokens];
        }
        for (int i = 0; i < tokens; i++) {
            scores[i] = logits[i];
        }
        int kept = topK > 0 ? Math.min(topK, tokens) : tokens;
        if (kept < tokens || topP < 1) {
            ranking.rank(scores);
        } else {
            ranking.list(tokens);
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
        return ranking.token(last);
    }
}
