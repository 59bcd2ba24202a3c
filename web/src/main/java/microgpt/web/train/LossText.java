package microgpt.web.train;

import microgpt.web.text.Numbers;

/** The chart of losses in words: one place for the pointer, all of it for those who do not see it. */
final class LossText {
    private LossText() {}

    /** What the chart holds nearest to a step; it must hold one. */
    static String readout(LossCurve curve, double step, LossUnit unit) {
        int column = curve.nearest(step);
        double scale = unit.perNat();
        double low = curve.low(scale)[column];
        double high = curve.high(scale)[column];
        String raw = Numbers.fixed(low, 3);
        String range = low == high ? raw : "between " + raw + " and " + Numbers.fixed(high, 3);
        String text = "Step " + Numbers.grouped((long) curve.steps()[column]) + ": training " + range + ", smoothed "
                + Numbers.fixed(curve.smooth(scale)[column], 3);
        int look = curve.nearestLook(step);
        if (look >= 0) {
            text += "; validation " + Numbers.fixed(curve.looks(scale)[look], 3) + " at step "
                    + Numbers.grouped((long) curve.lookSteps()[look]);
        }
        return text + ". In " + unit.word() + " per byte.";
    }

    /** Where the losses began, where they are, and what to compare them with. Levels in nats. */
    static String summary(LossCurve curve, double order0, double order2, LossUnit unit) {
        if (curve.size() == 0) {
            return "No step has been made yet.";
        }
        double scale = unit.perNat();
        double[] looks = curve.looks(scale);
        String text = "After " + Numbers.grouped(curve.lastStep()) + (curve.lastStep() == 1 ? " step" : " steps")
                + " the smoothed training loss is " + Numbers.fixed(curve.smoothed() * scale, 2) + " " + unit.word()
                + " per byte";
        if (looks.length > 0) {
            double best = looks[0];
            for (double look : looks) {
                best = Math.min(best, look);
            }
            text += "; the validation loss began at " + Numbers.fixed(looks[0], 2) + ", is now "
                    + Numbers.fixed(looks[looks.length - 1], 2) + ", and was lowest with " + Numbers.fixed(best, 2);
        }
        return text + ". Uniform: " + Numbers.fixed(Regime.UNIFORM * scale, 2) + ", order-0 baseline "
                + Numbers.fixed(order0 * scale, 2) + ", order-2 baseline "
                + Numbers.fixed(order2 * scale, 2) + ".";
    }
}
