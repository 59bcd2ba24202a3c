package microgpt.engine;

import java.util.Arrays;
import microgpt.numeric.Snapshot;

/** The training loss of every update and the validation loss of every look, in nats. */
public final class LossHistory {
    private float[] training = new float[1024];
    private int updates;
    private long[] lookedAt = new long[64];
    private double[] validation = new double[64];
    private int looks;

    /** The losses of the run that saved {@code state}. */
    public static LossHistory of(Snapshot state) {
        LossHistory history = new LossHistory();
        history.restore(state.part("history"));
        return history;
    }

    void add(double loss) {
        if (updates == training.length) {
            training = Arrays.copyOf(training, 2 * updates);
        }
        training[updates++] = (float) loss;
    }

    void addLook(long steps, double loss) {
        if (looks == validation.length) {
            lookedAt = Arrays.copyOf(lookedAt, 2 * looks);
            validation = Arrays.copyOf(validation, 2 * looks);
        }
        lookedAt[looks] = steps;
        validation[looks++] = loss;
    }

    /** How many updates there were. */
    public int updates() {
        return updates;
    }

    /** The training loss of an update; the first is number 1. */
    public double training(int update) {
        return training[update - 1];
    }

    /** How many looks there were. */
    public int looks() {
        return looks;
    }

    /** After how many updates look {@code index} was taken. */
    public long lookedAt(int index) {
        return lookedAt[index];
    }

    /** The validation loss of look {@code index}. */
    public double validation(int index) {
        return validation[index];
    }

    /** The index of the look with the least loss, the first of equals; -1 if there was none. */
    public int best() {
        int best = -1;
        for (int i = 0; i < looks; i++) {
            if (best < 0 || validation[i] < validation[best]) {
                best = i;
            }
        }
        return best;
    }

    /** A line for each update: step, training loss, and validation loss if one was measured after it. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder("step,training_loss,validation_loss\n");
        int look = 0;
        for (int step = 0; step <= updates; step++) {
            boolean looked = look < looks && lookedAt[look] == step;
            if (step > 0 || looked) {
                csv.append(step)
                        .append(',')
                        .append(step > 0 ? Float.toString(training[step - 1]) : "")
                        .append(',');
                csv.append(looked ? Double.toString(validation[look]) : "").append('\n');
            }
            look += looked ? 1 : 0;
        }
        return csv.toString();
    }

    void save(Snapshot into) {
        into.put("training", Arrays.copyOf(training, updates));
        into.put("looked_at", Arrays.copyOf(lookedAt, looks));
        into.put("validation", Arrays.copyOf(validation, looks));
    }

    void restore(Snapshot from) {
        updates = from.floats("training").length;
        training = from.finiteFloats("training", updates);
        lookedAt = from.longs("looked_at");
        looks = lookedAt.length;
        for (int i = 0; i < looks; i++) {
            from.whole("looked_at", i, i == 0 ? 0 : lookedAt[i - 1] + 1, updates);
        }
        validation = from.finiteDoubles("validation", looks);
        if (updates == 0) {
            training = new float[1024];
        }
        if (looks == 0) {
            lookedAt = new long[64];
            validation = new double[64];
        }
    }
}
