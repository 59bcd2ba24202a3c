package microgpt.predict;

/** Where a prediction stands inside its byte, and what the parts of a mixture found there: what weights are chosen by. */
final class Moment {
    /** A 1 and the bits of this byte that are known. */
    int partial = 1;

    /** How many are known, 0 to 7. */
    int bit;

    /** The longest order whose context was seen before, 0 to 6. */
    int longestOrder;

    /** How often the contexts of order 2 and 4 were seen, in classes of {@link Counts#CLASSES}. */
    int order2Seen;

    int order4Seen;
    /** The byte that came last after the last four, and how often in a row. */
    int order4Byte;

    int order4Run;
    /** The likeliest byte of the first other expert, its probability, and the logit of the next bit; 0 without one. */
    int favourite;

    float favouriteShare;
    float logit;

    /** Whether {@code value} begins with the bits that are known; of -1 it is not said. */
    boolean agrees(int value) {
        return value >= 0 && (value | 256) >> (8 - bit) == partial;
    }

    void learn(int next) {
        partial = 2 * partial + next;
        bit++;
    }

    void back(int partialThen, int bitThen) {
        partial = partialThen;
        bit = bitThen;
    }

    void endByte() {
        partial = 1;
        bit = 0;
    }

    /** Takes over all that another moment knows but what another expert says. */
    void copyOfText(Moment other) {
        partial = other.partial;
        bit = other.bit;
        longestOrder = other.longestOrder;
        order2Seen = other.order2Seen;
        order4Seen = other.order4Seen;
        order4Byte = other.order4Byte;
        order4Run = other.order4Run;
    }

    /** The node of the tree of this half byte, 1 to 15. */
    int node() {
        int known = bit & 3;
        return (1 << known) | (partial & ((1 << known) - 1));
    }
}
