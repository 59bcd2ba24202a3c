package microgpt.sampling;

/** Finds the likeliest token. */
final class Greedy {
    private Greedy() {}

    /** The index of the largest logit, the first of equals; refuses what is no distribution. */
    static int likeliest(float[] logits) {
        int best = 0;
        for (int i = 0; i < logits.length; i++) {
            if (!(logits[i] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("logit " + logits[i] + " of token " + i + " must be below infinity");
            }
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        if (logits.length == 0 || logits[best] == Float.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("none of " + logits.length + " tokens is possible");
        }
        return best;
    }
}
