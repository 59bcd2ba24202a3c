package microgpt.predict;

/** One who predicts a byte as eight decisions, the highest bit first, and may learn after each of them. */
public interface BitExpert {
    /** The chance that the next bit is 1, as {@link Chance} counts it: what a coder codes by and the score is made of. */
    int chance();

    /** Takes in the next bit, 0 or 1, and learns from it. */
    void learn(int bit);
}
