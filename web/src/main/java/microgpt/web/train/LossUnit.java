package microgpt.web.train;

/** What losses are told in. */
enum LossUnit {
    NATS("nats", 1),
    BITS("bits", 1.4426950408889634);

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
