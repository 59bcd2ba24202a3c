package microgpt.web.train;

import microgpt.web.text.Numbers;

/** What a run came to, in a sentence, and the one thing that is worth doing next. */
record Verdict(Next next, String sentence, long moreSteps) {
    /** A smaller relative fall in the last quarter of the steps is none. */
    private static final double FALL = 0.01;

    /** A larger rise above the best look, or a larger gap, relative to the loss, is learning by heart. */
    private static final double RISE = 0.03;

    private static final double GAP = 0.2;

    /** What to do next. */
    enum Next {
        GO_ON("Go on"),
        MORE_TEXT("Choose more text or a smaller model"),
        LARGER("Choose a larger model"),
        GENTLER("Choose a lower learning rate"),
        SAMPLE("Write a sample");

        private final String label;

        Next(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * How a run ended: losses in nats, NaN if there is none. {@code earlier} is the validation loss after about three
     * quarters of the steps, {@code order2} that of counting what follows two bytes.
     */
    record Outcome(
            long steps, double training, double validation, double best, long bestStep, double earlier, double order2) {
        double gap() {
            return validation - training;
        }
    }

    static Verdict of(Outcome o) {
        String steps = Numbers.grouped(o.steps()) + " steps";
        String loss = Numbers.fixed(o.validation(), 3) + " nats a byte";
        long more = roundHalf(o.steps());
        if (Double.isNaN(o.validation())) {
            return new Verdict(
                    Next.GO_ON, "After " + steps + " it has not been tried on text that it did not train on.", more);
        }
        if (o.validation() > Regime.UNIFORM) {
            return new Verdict(
                    Next.GENTLER,
                    "After " + steps + " it does worse than a uniform prediction (" + loss
                            + "): the learning rate is too high.",
                    0);
        }
        if (o.validation() > o.best() * (1 + RISE) || o.gap() > GAP * o.validation()) {
            return new Verdict(
                    Next.MORE_TEXT,
                    "It has begun to learn its text by heart: on text it did not train on a byte costs "
                            + Numbers.fixed(o.gap(), 2) + " nats more, and it was best after "
                            + Numbers.grouped(o.bestStep()) + " steps, with " + Numbers.fixed(o.best(), 3) + ".",
                    0);
        }
        if (!(o.earlier() - o.validation() <= FALL * o.earlier())) {
            return new Verdict(
                    Next.GO_ON, "After " + steps + " it needs " + loss + ", and that was still falling.", more);
        }
        if (o.validation() > o.order2()) {
            return new Verdict(
                    Next.LARGER,
                    "After " + steps + " it stays at " + loss
                            + ", above the order-2 baseline: this model is too small.",
                    0);
        }
        return new Verdict(Next.SAMPLE, "After " + steps + " it stays at " + loss + ": it has learned what it can.", 0);
    }

    /** About half as many again, as a number that people would choose. */
    private static long roundHalf(long steps) {
        long unit = 10;
        while (unit * 20 <= steps) {
            unit *= 10;
        }
        return Math.max(unit, steps / 2 / unit * unit);
    }
}
