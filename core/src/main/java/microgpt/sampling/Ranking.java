package microgpt.sampling;

import java.util.Arrays;

/**
 * Tokens with the highest score first, of equals the first: what the cuts of a distribution work on. Top-k leaves the k that
 * lead (Fan et al. 2018), top-p the nucleus of them (Holtzman et al. 2020).
 */
public final class Ranking {
    private double[] rising = {};
    private int[] tokens = {};
    /** At the first place of each score: how many tokens of that score are in their places. */
    private int[] placed = {};

    /** Ranks the tokens 0 to {@code scores.length - 1}; no score is NaN. */
    public void rank(double[] scores) {
        int count = scores.length;
        resize(count);
        for (int i = 0; i < count; i++) {
            rising[i] = scores[i] + 0.0; // to a sort -0 is below 0, to a comparison they are equal
        }
        Arrays.sort(rising);
        Arrays.fill(placed, 0);
        for (int token = 0; token < count; token++) {
            int first = count - atMost(scores[token]);
            tokens[first + placed[first]++] = token;
        }
    }

    /** Lists the tokens 0 to {@code count - 1} as they come. */
    void list(int count) {
        resize(count);
        for (int i = 0; i < count; i++) {
            tokens[i] = i;
        }
    }

    private void resize(int count) {
        if (tokens.length != count) {
            rising = new double[count];
            tokens = new int[count];
            placed = new int[count];
        }
    }

    /** How many scores are at most {@code score}. */
    private int atMost(double score) {
        int from = 0;
        int to = rising.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (rising[middle] <= score) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The token in a place; place 0 is the best. */
    public int token(int place) {
        return tokens[place];
    }

    /**
     * The size of the nucleus: the fewest of the {@code kept} leading tokens whose weights reach {@code mass}, at least 1.
     *
     * @param weights in the order of places
     */
    public static int nucleus(double[] weights, int kept, double mass) {
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            sum += weights[i];
            if (sum >= mass) {
                return i + 1;
            }
        }
        return kept;
    }
}
