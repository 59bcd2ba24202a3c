package microgpt.predict;

import microgpt.numeric.Snapshot;

/** One who says how likely every value of the next byte is, is then told the truth, and learns from it. */
public interface Expert {
    /**
     * The distribution of the next byte: {@code probs[b]} is the chance of byte b, exactly what {@link #observe} will
     * charge for it. Looking changes nothing that is charged later.
     */
    void peek(float[] probs);

    /**
     * The same of the byte after the next {@code count}, which are supposed to be the first of {@code supposed}: the text
     * goes on with them, but nothing is learned from them. The expert stays where it is, to the bit.
     */
    void peekAfter(byte[] supposed, int count, float[] probs);

    /** Takes in the byte that came, 0 to 255, and learns from it. What it cost, in bits, by the prediction before. */
    double observe(int next);

    /** Puts in all that the expert has learned; only between two bytes. */
    void save(Snapshot into);

    /** Goes on, to the bit, where the one was that was saved; it must have been made by the same recipe. */
    void restore(Snapshot from);
}
