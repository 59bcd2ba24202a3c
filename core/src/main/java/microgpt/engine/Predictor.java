package microgpt.engine;

/** Who predicts the bytes of an online run and is charged for each: the entries of every list of scores. */
public enum Predictor {
    /** Counts, matches and the transformer, mixed bit by bit. */
    MIXTURE("mixture"),
    /** The transformer with its cache of recent hidden states. */
    CACHE("cache"),
    /** The transformer alone. */
    TRANSFORMER("transformer"),
    /** Fixed share over whole experts. */
    FIXED_SHARE("fixed_share"),
    /** The most that fixed share can have cost: its regret bound beside the best sequence of experts in hindsight. */
    FIXED_SHARE_BOUND("fixed_share_bound"),
    /** The counts and matches of the mixture, without the transformer. */
    COUNTS("counts"),
    /** A baseline: prediction by partial matching, of order 5. */
    PPM("ppm"),
    /** A baseline: how often each byte came after the two before it. */
    ORDER_2("order2"),
    /** A baseline: how often each byte came. */
    ORDER_0("order0");

    private final String label;

    Predictor(String label) {
        this.label = label;
    }

    /** Its place in arrays with an entry for each. Files know predictors by their labels. */
    @SuppressWarnings("EnumOrdinal") // no such array outlives the program
    public int index() {
        return ordinal();
    }

    /** Its name in files and metrics. */
    public String label() {
        return label;
    }
}
