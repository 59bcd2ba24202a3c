package microgpt.web.train;

import java.util.ArrayList;
import java.util.List;
import microgpt.config.BatchRecipe;
import microgpt.protocol.Reals;
import microgpt.protocol.train.TrainReport;

/** Two saved runs side by side: what differs in their recipes, and their losses over the same steps. */
final class Comparison {
    private static final int COLUMNS = 300;

    /** Training losses of so many columns are averaged, that a trend can be seen among the batches. */
    private static final double SMOOTHED_COLUMNS = 6;

    /** A key of the recipe, and its value in each run. */
    record Difference(String key, String first, String second) {}

    private final TrainReport.History first;
    private final TrainReport.History second;
    private final long steps;

    Comparison(TrainReport.History first, TrainReport.History second) {
        this.first = first;
        this.second = second;
        steps = Math.max(1, Math.max(first.losses().made(), second.losses().made()));
    }

    /** The keys whose values differ, in the order of the recipe. */
    List<Difference> differences() {
        BatchRecipe a = recipe(first);
        BatchRecipe b = recipe(second);
        List<Difference> differences = new ArrayList<>();
        b.changesFrom(a).forEach((key, other) -> differences.add(new Difference(key, a.value(key), other)));
        return differences;
    }

    private static BatchRecipe recipe(TrainReport.History run) {
        return BatchRecipe.parse(run.model(), run.name(), run.training(), run.name());
    }

    /** The steps of the longer run. */
    long steps() {
        return steps;
    }

    /** Steps at which both are shown, at even distances from 0 to {@link #steps}. */
    double[] positions() {
        double[] positions = new double[COLUMNS + 1];
        for (int i = 0; i <= COLUMNS; i++) {
            positions[i] = (double) steps * i / COLUMNS;
        }
        return positions;
    }

    /** The training losses of a run around each position, not a number where it has none. */
    double[] training(TrainReport.History run) {
        double reach = Math.max(1, SMOOTHED_COLUMNS * steps / COLUMNS / 2);
        double[] positions = positions();
        double[] averages = new double[positions.length];
        Reals at = run.losses().steps();
        int from = 0;
        for (int i = 0; i < positions.length; i++) {
            while (from < at.size() && at.at(from) < positions[i] - reach) {
                from++;
            }
            double sum = 0;
            int to = from;
            while (to < at.size() && (at.at(to) <= positions[i] + reach || to == from)) {
                sum += run.losses().training().at(to++);
            }
            averages[i] = positions[i] > run.losses().made() || to == from ? Double.NaN : sum / (to - from);
        }
        return averages;
    }

    /** The validation losses of a run, on straight lines from look to look; not a number before and after. */
    double[] validation(TrainReport.History run) {
        double[] positions = positions();
        double[] losses = new double[positions.length];
        TrainReport.Losses all = run.losses();
        int looks = all.lookedAt().size();
        int next = 0;
        for (int i = 0; i < positions.length; i++) {
            while (next < looks && all.lookedAt().at(next) < positions[i]) {
                next++;
            }
            losses[i] = next == looks ? Double.NaN : between(all, next, positions[i]);
        }
        return losses;
    }

    private static double between(TrainReport.Losses all, int next, double position) {
        double right = all.lookedAt().at(next);
        double end = all.validation().at(next);
        if (right == position) {
            return end;
        } else if (next == 0) {
            return Double.NaN;
        }
        double left = all.lookedAt().at(next - 1);
        double begin = all.validation().at(next - 1);
        return begin + (end - begin) * (position - left) / (right - left);
    }

    /** From the least to the greatest of what is shown, in steps of half a nat. */
    double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (TrainReport.History run : List.of(first, second)) {
            for (double[] line : List.of(training(run), validation(run))) {
                for (double value : line) {
                    low = value < low ? value : low;
                    high = value > high ? value : high;
                }
            }
        }
        return low <= high ? new double[] {Math.floor(2 * low) / 2, Math.floor(2 * high + 1) / 2} : new double[] {0, 6};
    }

    TrainReport.History first() {
        return first;
    }

    TrainReport.History second() {
        return second;
    }
}
