package microgpt.web.step;

import microgpt.web.text.Numbers;

/** A step that was not taken because its loss is not finite, in words. {@code rate} is the learning rate of the first step. */
record DivergenceText(int step, double loss, double rate) {
    /** That of microgpt.py, at which nothing is known to diverge. */
    private static final double USUAL_RATE = 0.01;

    String sentence() {
        return "Training has diverged. Step " + Numbers.grouped(step) + " was not taken: " + what()
                + ". The weights are as they were before it. " + why();
    }

    private String what() {
        if (Double.isNaN(loss)) {
            return "its loss is not a number";
        }
        return Double.isInfinite(loss)
                ? "the true token was given a chance of 0, whose loss is infinite"
                : "its loss of " + Numbers.fixed(loss, 0) + " has gradients that are not finite";
    }

    private String why() {
        return rate > USUAL_RATE
                ? "The learning rate of " + rate + " is the likely reason: each step moves the weights too far."
                : "The likely reason is a weight that is much too large.";
    }

    /** The usual rate, a tenth of the present one if that is no higher. */
    double lowerRate() {
        return rate > USUAL_RATE ? USUAL_RATE : rate / 10;
    }
}
