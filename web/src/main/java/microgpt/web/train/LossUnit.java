package microgpt.web.train;

import microgpt.numeric.Bits;

/** What losses are told in. */
enum LossUnit {
    NATS("nats", 1),
    BITS("bits", Bits.ofNats(1));

    private final String word;
    private final double perNat;

    LossUnit(String word, double perNat) {
        this.word = word;
        this.perNat = perNat;
    }

    String word() {
        return word;
    }

    double perNat() {
        return perNat;
    }
}
