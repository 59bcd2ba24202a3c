package microgpt.web.step;

/**
 * What an operation does, in the notation of {@link Formula}, several parted by semicolons; dx stands for the gradient of the loss by x.
 *
 * @param forward how it computes its numbers
 * @param backward the gradients it hands on, given those by its own numbers; empty if it hands on none
 * @param section the id of the section of the page's mathematics that explains it
 * @param result what its numbers are
 */
record Rule(String forward, String backward, String section, Result result) {
    /** What numbers can be, where the page shows them in a way of its own. */
    enum Result {
        TOKEN,
        POSITION,
        /** The attention of one head. */
        HEAD,
        /** One number for each token of the vocabulary. */
        BY_TOKEN,
        LOSS,
        CHANNELS
    }

    static final Rule TOKEN = new Rule("t ∈ 0 … V − 1", "", "math-tokens", Result.TOKEN);
    static final Rule POSITION = new Rule("i = 0, 1, 2, …", "", "math-tokens", Result.POSITION);
    static final Rule TOKEN_EMBEDDING = new Rule("e = wte_t", "dwte_t ← dwte_t + de", "math-embedding");
    static final Rule POSITION_EMBEDDING = new Rule("p = wpe_i", "dwpe_i ← dwpe_i + dp", "math-embedding");
    static final Rule SUM = new Rule("x = e + p", "de = dp = dx", "math-embedding");
    static final Rule NORM = new Rule(
            "y = s x; s = \\frac{1}{\\sqrt{mean(x^2) + 10^{−5}}}", "dx = s ( dy − y mean(y · dy) )", "math-norm");
    static final Rule QUERY = linear("q", "W_q", "W_q^T", "x", "math-attention");
    static final Rule KEY = linear("k", "W_k", "W_k^T", "x", "math-attention");
    static final Rule VALUE = linear("v", "W_v", "W_v^T", "x", "math-attention");
    static final Rule JOINED =
            new Rule("z = \\sum_{t ≤ i} a_t v_t", "da_t = dz · v_t; dv_t = a_t dz", "math-attention");
    static final Rule OUTPUT = linear("o", "W_o", "W_o^T", "z", "math-attention");
    static final Rule RESIDUAL1 = new Rule("y = x + o", "dx = do = dy", "math-attention");
    static final Rule UP = linear("u", "W_1", "W_1^T", "x", "math-mlp");
    static final Rule RELU = new Rule("r = max(0, u)", "du = dr where u > 0, else 0", "math-mlp");
    static final Rule DOWN = linear("m", "W_2", "W_2^T", "r", "math-mlp");
    static final Rule RESIDUAL2 = new Rule("y = x + m", "dx = dm = dy", "math-mlp");
    static final Rule LOGITS = linear("l", "W", "W^T", "x", "math-loss").of(Result.BY_TOKEN);
    static final Rule SOFTMAX = new Rule(
            "p_j = \\frac{exp(l_j)}{\\sum_k exp(l_k)}",
            "dl_j = p_j ( dp_j − \\sum_k p_k dp_k )",
            "math-loss",
            Result.BY_TOKEN);
    static final Rule LOSS =
            new Rule("L = − ln p_target", "dL = 1; dp_target = − \\frac{1}{p_target}", "math-loss", Result.LOSS);

    private Rule(String forward, String backward, String section) {
        this(forward, backward, section, Result.CHANNELS);
    }

    private static Rule linear(String out, String weight, String transposed, String in, String section) {
        return new Rule(
                out + " = " + weight + " " + in,
                "d" + in + " = " + transposed + "\\, d" + out + "; d" + weight + " = d" + out + "\\, " + in + "^T",
                section);
    }

    /** The attention of a head of {@code size} channels. */
    static Rule head(int size) {
        String score = "exp(q · k_%s / \\sqrt{" + size + "})";
        return new Rule(
                "a_t = \\frac{" + score.replace("%s", "t") + "}{\\sum_{s ≤ i} " + score.replace("%s", "s") + "}",
                "dq = \\sum_t \\frac{k_t}{\\sqrt{" + size + "}} a_t ( da_t − \\sum_s a_s da_s )",
                "math-attention",
                Result.HEAD);
    }

    private Rule of(Result other) {
        return new Rule(forward, backward, section, other);
    }
}
