package microgpt.web.train;

import microgpt.numeric.Bits;

/** What a model that has come down to a loss must have learned, told by what counting can do on the same text. */
enum Regime {
    WORSE("worse than uniform", "It does worse than a uniform prediction"),
    GUESSING("uniform", "It still predicts uniformly"),
    BYTES("byte frequencies", "It has learned which bytes are common"),
    LETTERS("pairs and triples", "It has learned which bytes go together, in pairs and triples"),
    WORDS("words and beyond", "It sees further than two bytes: words and beyond");

    /** The loss of a uniform prediction, in nats. */
    static final double UNIFORM = Bits.toNats(8);

    /** An untrained model is a little above that; one that is more is wrong with confidence. */
    private static final double WORSE_FROM = 1.05 * UNIFORM;

    private final String label;
    private final String sentence;

    Regime(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    String label() {
        return label;
    }

    /** What it has learned, as a clause that begins a sentence. */
    String sentence() {
        return sentence;
    }

    /**
     * Where this regime begins, coming down from above: at infinity for the first, a little above a uniform prediction for
     * the second, at half of the way from uniform to the order-0 baseline, at a quarter of the way from there to the order-2
     * baseline, and where that is surpassed.
     */
    double begins(double order0, double order2) {
        return switch (this) {
            case WORSE -> Double.POSITIVE_INFINITY;
            case GUESSING -> WORSE_FROM;
            case BYTES -> (UNIFORM + order0) / 2;
            case LETTERS -> order0 - (order0 - floor(order0, order2)) / 4;
            case WORDS -> floor(order0, order2);
        };
    }

    /** On a short text contexts of two bytes are too rare to count: the less of the two is what is to be surpassed. */
    private static double floor(double order0, double order2) {
        return Math.min(order0, order2);
    }

    /** The regime of a loss in nats; guessing if a level is not known, unless it is worse. */
    static Regime of(double loss, double order0, double order2) {
        if (loss > WORSE_FROM) {
            return WORSE;
        }
        Regime reached = GUESSING;
        for (Regime regime : values()) {
            if (loss < regime.begins(order0, order2)) {
                reached = regime;
            }
        }
        return reached;
    }
}
