package microgpt.names;

import microgpt.numeric.DoubleMath;
import microgpt.numeric.Draws;
import microgpt.sampling.Ranking;

/**
 * How a text is written: each token is drawn from the softmax of the logits divided by {@code temperature}, cut to the
 * {@code topK} likeliest tokens, then to the fewest of those that hold {@code topP} of the rest.
 *
 * @param temperature 0 for the likeliest token, the first of equals
 * @param topK 0 for all tokens
 * @param topP above 0; 1 for all
 * @param prompt what the text begins with
 */
public record NameSampler(double temperature, int topK, double topP, String prompt) {
    /** As microgpt.py samples. */
    public static final NameSampler DEFAULT = new NameSampler(0.5, 0, 1, "");

    public NameSampler {
        if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("temperature " + temperature + " must be 0 or more");
        }
        if (topK < 0) {
            throw new IllegalArgumentException("topK " + topK + " must be at least 1, or 0 for all");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP " + topP + " must be above 0 and at most 1");
        }
    }

    public NameSampler at(double changed) {
        return new NameSampler(changed, topK, topP, prompt);
    }

    public NameSampler from(String changed) {
        return new NameSampler(temperature, topK, topP, changed);
    }

    /** The chance of each token. */
    public double[] probabilities(double[] logits) {
        for (int i = 0; i < logits.length; i++) {
            if (!Double.isFinite(logits[i])) {
                throw new IllegalArgumentException("logit " + logits[i] + " of token " + i + " must be finite");
            }
        }
        double[] chances = new double[logits.length];
        if (temperature == 0) {
            chances[largest(logits)] = 1;
            return chances;
        }
        softmax(logits, chances);
        Ranking ranking = new Ranking();
        if (topK > 0 && topK < chances.length) {
            ranking.rank(chances);
            keep(chances, ranking, topK);
        }
        if (topP < 1) {
            ranking.rank(chances);
            keep(chances, ranking, nucleus(chances, ranking));
        }
        return chances;
    }

    /** Draws a token in proportion to {@code chances}; the likeliest at temperature 0, without a draw. */
    public int choose(double[] chances, Draws draws) {
        return temperature == 0 ? largest(chances) : draws.choose(chances);
    }

    private void softmax(double[] logits, double[] out) {
        double most = logits[largest(logits)] / temperature;
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = DoubleMath.exp(logits[i] / temperature - most);
            sum += out[i];
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= sum;
        }
    }

    private static int largest(double[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return best;
    }

    private int nucleus(double[] chances, Ranking ranking) {
        double[] falling = new double[chances.length];
        double sum = 0;
        for (int place = falling.length - 1; place >= 0; place--) {
            falling[place] = chances[ranking.token(place)];
            sum += falling[place];
        }
        return Ranking.nucleus(falling, falling.length, topP * sum);
    }

    /** Leaves the {@code count} likeliest, adding up to 1. */
    private static void keep(double[] chances, Ranking ranking, int count) {
        for (int place = count; place < chances.length; place++) {
            chances[ranking.token(place)] = 0;
        }
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
    }
}
