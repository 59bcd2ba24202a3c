package microgpt.model;

/** How the model knows where a token stands. */
public enum Position {
    /** Not at all: only the causal mask tells. */
    NONE,
    /** A learned vector for each position, added to the embedding. */
    LEARNED,
    /** A learned bias on the attention scores for each layer, head and distance. */
    RELATIVE
}
