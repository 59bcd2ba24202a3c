package microgpt.engine;

import microgpt.numeric.DownsampledSeries;
import microgpt.numeric.DownsampledSeries.Keep;
import microgpt.numeric.Snapshot;

/**
 * The training losses of a run and the validation losses of its looks, in nats, in bounded memory however long it is.
 *
 * <p>Up to {@link #MOST_COLUMNS} updates each have a column. Then pairs of neighbours become their mean, so that a column
 * stands for 2 updates, later for 4, and so on. Of looks the newest in each column is kept, as it was measured. How many
 * updates and looks there were, the newest of each, and the best look are exact in any case.
 *
 * <p>Memory, and the share of a checkpoint, is at most 0.5 MB.
 */
public final class LossHistory {
    /** The most columns of training losses. */
    static final int MOST_COLUMNS = 1 << 14;

    /** The most looks that are kept. */
    static final int MOST_LOOKS = 1 << 12;

    private final DownsampledSeries training = new DownsampledSeries(MOST_COLUMNS, 1, Keep.MEAN);
    private final DownsampledSeries kept = new DownsampledSeries(MOST_LOOKS, 1, Keep.LAST);
    private long updates;
    private double latestTraining = Double.NaN;
    private long looks;
    private long looksUntilBest;
    private long bestAt = -1;
    private double bestValidation = Double.NaN;

    /** The losses of the run that saved {@code state}. */
    public static LossHistory of(Snapshot state) {
        LossHistory history = new LossHistory();
        history.restore(state.part("history"));
        return history;
    }

    void add(double loss) {
        latestTraining = (float) loss;
        training.add(++updates, latestTraining);
    }

    void addLook(long steps, double loss) {
        looks++;
        kept.add(steps, loss);
        if (bestAt < 0 || loss < bestValidation) {
            looksUntilBest = looks;
            bestAt = steps;
            bestValidation = loss;
        }
    }

    /** How many updates there were. */
    public long updates() {
        return updates;
    }

    /** The training loss of the newest update; NaN before the first. */
    public double latestTraining() {
        return latestTraining;
    }

    /** How many columns of training losses there are. */
    public int columns() {
        return training.size();
    }

    /** The last update that a column stands for; the first update is number 1. */
    public long updateAt(int column) {
        return training.end(column);
    }

    /** How many updates a column stands for, those up to {@link #updateAt}. */
    public long updatesIn(int column) {
        return training.count(column);
    }

    /** The mean training loss of the updates of a column. */
    public double training(int column) {
        return training.value(0, column);
    }

    /** How many looks there were. */
    public long looks() {
        return looks;
    }

    /** How many looks are kept, the newest among them. */
    public int looksKept() {
        return kept.size();
    }

    /** After how many updates a look that is kept was taken. */
    public long lookedAt(int index) {
        return kept.end(index);
    }

    /** The validation loss of a look that is kept. */
    public double validation(int index) {
        return kept.value(0, index);
    }

    /** After how many updates the newest look was taken; -1 if there was none. */
    public long latestLookAt() {
        return looks == 0 ? -1 : kept.end(kept.size() - 1);
    }

    /** The validation loss of the newest look; NaN if there was none. */
    public double latestValidation() {
        return looks == 0 ? Double.NaN : kept.value(0, kept.size() - 1);
    }

    /** After how many updates the look with the least loss was taken, the first of equals; -1 if there was none. */
    public long bestAt() {
        return bestAt;
    }

    /** The least validation loss; NaN if there was no look. */
    public double bestValidation() {
        return bestValidation;
    }

    /** Whether the newest look is the best; false if there was none. */
    public boolean latestIsBest() {
        return looks > 0 && looks == looksUntilBest;
    }

    /** How many looks there were since the best, or in all if none was. */
    long looksSinceBest() {
        return looks - looksUntilBest;
    }

    /**
     * A line for each update: step, training loss, and validation loss if one was measured after it. Of a run so long that
     * neighbours were merged, a line for each column instead: the step it ends with, the mean training loss of its updates,
     * and in a column of their own how many these are; looks amid them have lines of their own.
     */
    public String toCsv() {
        boolean merged = training.span() > 1;
        StringBuilder csv = new StringBuilder(
                merged ? "step,mean_training_loss,validation_loss,updates\n" : "step,training_loss,validation_loss\n");
        int look = 0;
        for (int column = 0; column <= columns(); column++) {
            long step = column < columns() ? updateAt(column) : Long.MAX_VALUE;
            while (look < looksKept() && lookedAt(look) < step) {
                csv.append(lookedAt(look)).append(",,").append(validation(look++));
                csv.append(merged ? ",0\n" : "\n");
            }
            if (column < columns()) {
                csv.append(step).append(',').append((float) training(column)).append(',');
                csv.append(look < looksKept() && lookedAt(look) == step ? Double.toString(validation(look++)) : "");
                csv.append(merged ? "," + updatesIn(column) : "").append('\n');
            }
        }
        return csv.toString();
    }

    /** Puts in every loss by itself, as all versions did, as long as none was merged. */
    void save(Snapshot into) {
        if (training.span() == 1) {
            into.put("training", floats(training.values(0)));
        } else {
            training.save(into.part("training_columns"));
            into.put("latest_training", latestTraining);
        }
        if (kept.span() == 1) {
            into.put("looked_at", longs(kept.ends()));
            into.put("validation", kept.values(0));
        } else {
            kept.save(into.part("looks_kept"));
            into.put("looks", looks, looksUntilBest, bestAt);
            into.put("best_validation", bestValidation);
        }
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static long[] longs(double... values) {
        long[] longs = new long[values.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = (long) values[i];
        }
        return longs;
    }

    void restore(Snapshot from) {
        restoreTraining(from);
        restoreLooks(from);
    }

    private void restoreTraining(Snapshot from) {
        training.clear();
        updates = 0;
        latestTraining = Double.NaN;
        if (from.has("training")) {
            for (float loss : from.finiteFloats("training", from.floats("training").length)) {
                add(loss);
            }
            return;
        }
        training.restore(from.part("training_columns"));
        from.part("training_columns").finiteDoubles("channel.0", columns());
        long total = 0;
        for (int column = 0; column < columns(); column++) {
            total += updatesIn(column);
            if (updateAt(column) != total) {
                throw new IllegalArgumentException(
                        "column " + column + " of losses ends with update " + updateAt(column) + ", expected " + total);
            }
        }
        updates = total;
        latestTraining = from.finiteDoubles("latest_training", 1)[0];
    }

    private void restoreLooks(Snapshot from) {
        kept.clear();
        looks = 0;
        looksUntilBest = 0;
        bestAt = -1;
        if (from.has("looked_at")) {
            long[] steps = from.longs("looked_at");
            double[] losses = from.finiteDoubles("validation", steps.length);
            for (int i = 0; i < steps.length; i++) {
                addLook(from.whole("looked_at", i, i == 0 ? 0 : steps[i - 1] + 1, updates), losses[i]);
            }
            return;
        }
        kept.restore(from.part("looks_kept"));
        from.part("looks_kept").finiteDoubles("channel.0", looksKept());
        from.longs("looks", 3);
        looks = from.whole("looks", 0, Math.max(1, looksKept()), updates + 1);
        looksUntilBest = from.whole("looks", 1, 1, looks);
        bestAt = from.whole("looks", 2, 0, latestLookAt());
        bestValidation = from.finiteDoubles("best_validation", 1)[0];
    }
}
