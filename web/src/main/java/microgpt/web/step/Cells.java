package microgpt.web.step;

import microgpt.protocol.Reals;
import microgpt.protocol.step.StepReport;

/** The numbers of one box: a stretch of a part of the trace, and its gradients. */
final class Cells {
    static final Cells NONE = new Cells(Reals.EMPTY, Reals.EMPTY, 0, 0);

    private final Reals values;
    private final Reals gradients;
    private final int from;
    private final int length;

    private Cells(Reals values, Reals gradients, int from, int length) {
        this.values = values;
        this.gradients = gradients;
        this.from = from;
        this.length = length;
    }

    static Cells of(Box box, StepReport.Seen seen) {
        for (StepReport.Part part : seen.parts()) {
            if (box.hasNumbers() && part.name().equals(box.part())) {
                int length = box.length() < 0 ? part.values().size() : box.length();
                return new Cells(part.values(), part.gradients(), box.from(), length);
            }
        }
        return NONE;
    }

    int size() {
        return length;
    }

    double value(int index) {
        return values.at(from + index);
    }

    double gradient(int index) {
        return gradients.at(from + index);
    }

    /** The number farthest from zero, without its sign. */
    double largestValue() {
        double largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Math.abs(value(i)));
        }
        return largest;
    }

    double largestGradient() {
        double largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Math.abs(gradient(i)));
        }
        return largest;
    }

    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            least = Math.min(least, value(i));
        }
        return least;
    }

    double greatest() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            greatest = Math.max(greatest, value(i));
        }
        return greatest;
    }
}
