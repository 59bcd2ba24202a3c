package microgpt.optim;

import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.model.ModelConfig;
import microgpt.model.NonFinite;
import microgpt.model.Weights;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;

/**
 * What optimizers remember from update to update: running averages of the gradient (or the velocity of momentum) and of its
 * square, and how far these averages have warmed up. Memory is allocated when first asked for, or before.
 */
public final class Moments {
    private final ModelConfig config;
    private final Backend on;
    private @Nullable Weights first;
    private @Nullable Weights second;
    private long steps;
    private double beta1Power = 1;
    private double beta2Power = 1;

    public Moments(ModelConfig config, Backend on) {
        this.config = config;
        this.on = on;
    }

    /** Adam's m, or momentum's velocity. */
    public Weights first() {
        if (first == null) {
            first = new Weights(config, on);
        }
        return first;
    }

    /** Adam's v. */
    public Weights second() {
        if (second == null) {
            second = new Weights(config, on);
        }
        return second;
    }

    /** Allocates those that the rule will ask for. */
    void reserve(OptimizerConfig rule) {
        if (rule.moments() > 0) {
            first();
        }
        if (rule.moments() > 1) {
            second();
        }
    }

    /** Whether {@link #first()} holds anything yet; {@code hasSecond} likewise. */
    public boolean hasFirst() {
        return first != null;
    }

    public boolean hasSecond() {
        return second != null;
    }

    /** Updates so far, of any rule. */
    public long steps() {
        return steps;
    }

    /** The product of every beta1 used so far: what is still missing from the running average. */
    public double beta1Power() {
        return beta1Power;
    }

    public double beta2Power() {
        return beta2Power;
    }

    /** Counts one update whose running averages keep {@code beta1} and {@code beta2} of their past. */
    void advance(double beta1, double beta2) {
        steps++;
        beta1Power *= beta1;
        beta2Power *= beta2;
    }

    /** Forgets the averages but not the number of updates: the memory of one rule means nothing to another. */
    void forget() {
        if (first != null) {
            on.fill(first.all(), 0);
        }
        if (second != null) {
            on.fill(second.all(), 0);
        }
        beta1Power = 1;
        beta2Power = 1;
    }

    /** Continues from counts that a checkpoint held. */
    public void restore(long steps, double beta1Power, double beta2Power) {
        boolean arePowers = beta1Power >= 0 && beta1Power <= 1 && beta2Power >= 0 && beta2Power <= 1;
        if (steps < 0 || !arePowers) {
            throw new IllegalArgumentException("moments of " + steps + " updates with powers " + beta1Power + " and "
                    + beta2Power + ", expected at least 0 updates and powers from 0 to 1");
        }
        this.steps = steps;
        this.beta1Power = beta1Power;
        this.beta2Power = beta2Power;
    }

    void checkFinite() {
        if (first != null) {
            NonFinite.check("mean gradient of", first);
        }
        if (second != null) {
            NonFinite.check("mean square gradient of", second);
        }
    }

    void save(Snapshot into) {
        into.put("steps", steps);
        into.put("powers", beta1Power, beta2Power);
        if (first != null) {
            into.put("first", first.all().toArray());
        }
        if (second != null) {
            into.put("second", second.all().toArray());
        }
    }

    void restore(Snapshot from) {
        forget();
        double[] powers = from.doubles("powers", 2);
        restore(from.longs("steps", 1)[0], powers[0], powers[1]);
        if (from.has("first") || (first != null && steps > 0)) {
            write(first(), from, "first");
        }
        if (from.has("second") || (second != null && steps > 0)) {
            write(second(), from, "second");
            checkSquares(from.floats("second"), from);
        }
    }

    private static void checkSquares(float[] squares, Snapshot from) {
        for (int i = 0; i < squares.length; i++) {
            if (squares[i] < 0) {
                throw from.bad("second", i, squares[i], "a mean of squares");
            }
        }
    }

    /** Sets all of {@code weights} to the array of that name, all of it finite. */
    static void write(Weights weights, Snapshot from, String name) {
        Tensor all = weights.all();
        all.memory().write(all.offset(), from.finiteFloats(name, all.size()), 0, all.size());
    }
}
