package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import microgpt.web.text.Numbers;

/** What a run has achieved on its validation text, and after how many steps. */
final class Milestones {
    /** So many looks without a better one are worth a word. */
    private static final int STALE = 3;

    private final double order0;
    private final double order2;
    private final List<Milestone> reached = new ArrayList<>();
    private boolean below0;
    private boolean below2;
    private double first = Double.NaN;
    private double best = Double.NaN;
    private long bestStep;
    private int since;

    /** Something achieved after so many steps. */
    record Milestone(long step, String text) {}

    /** The two levels are those of counting on the same text, in nats. */
    Milestones(double order0, double order2) {
        this.order0 = order0;
        this.order2 = order2;
    }

    /** Takes in a look at the validation text. */
    void look(long step, double loss) {
        if (Double.isNaN(first)) {
            first = loss;
        }
        if (!below0 && loss < order0) {
            below0 = true;
            add(step, "Better than the order-0 baseline (" + nats(order0) + ")");
        }
        if (!below2 && loss < order2) {
            below2 = true;
            add(step, "Better than the order-2 baseline (" + nats(order2) + ")");
        }
        if (!(loss >= best)) {
            best = loss;
            bestStep = step;
            since = 0;
        } else if (++since == STALE) {
            add(step, "No better in " + STALE + " evaluations than after " + Numbers.grouped(bestStep) + " steps");
        }
    }

    private void add(long step, String text) {
        reached.add(new Milestone(step, text));
    }

    private static String nats(double level) {
        return Numbers.fixed(level, 2) + " nats";
    }

    /** In the order in which they were reached, the best look last. */
    List<Milestone> all() {
        List<Milestone> all = new ArrayList<>(reached);
        if (best < first) {
            all.add(new Milestone(bestStep, "Best validation loss so far: " + Numbers.fixed(best, 3) + " nats"));
        }
        return all;
    }

    /** The least validation loss, NaN if there was no look. */
    double best() {
        return best;
    }

    long bestStep() {
        return bestStep;
    }
}
