package microgpt.optim;

import microgpt.compute.Backend;
import microgpt.model.Gpt;
import microgpt.model.NonFinite;
import microgpt.model.NonFiniteException;
import microgpt.model.Weights;
import microgpt.numeric.Nullable;
import microgpt.numeric.Snapshot;

/**
 * Weights that learn: gradients gather here until {@link #update} measures, clips and applies them. The numbers it learns
 * by can be exchanged between two updates; moments and average carry on.
 */
public final class Learner {
    private final Gpt gpt;
    private final Backend on;
    private final Weights weights;
    private final Weights gradients;
    private final Moments moments;
    private @Nullable WeightAverage average;
    private OptimizerConfig config;
    private GradientClip clip;
    private Optimizer optimizer;
    private double gradientNorm;
    private double learningRate;
    private boolean clipped;

    /** Learns {@code weights}, which are changed in place. */
    public Learner(Gpt gpt, Backend on, Weights weights, OptimizerConfig config) {
        this.gpt = gpt;
        this.on = on;
        this.weights = weights;
        this.config = config;
        clip = new GradientClip(on, config.clip());
        optimizer = config.optimizer(on);
        gradients = new Weights(gpt.config(), on);
        moments = new Moments(gpt.config(), on);
        tune(config);
    }

    /**
     * Goes on by other numbers from the next update; a change of {@code kind} forgets the moments. What memory the updates
     * will need is allocated now.
     */
    public void tune(OptimizerConfig changed) {
        if (isOfOtherKind(changed.kind())) {
            moments.forget();
        }
        config = changed;
        clip = new GradientClip(on, config.clip());
        optimizer = config.optimizer(on);
        moments.reserve(config);
        if (config.averageDecay() == 0) {
            average = null;
        } else if (average == null) {
            average = new WeightAverage(gpt.config(), on, weights);
        }
    }

    /** Adam and AdamW remember alike. */
    private boolean isOfOtherKind(OptimizerConfig.Kind kind) {
        return (kind == OptimizerConfig.Kind.SGD) != (config.kind() == OptimizerConfig.Kind.SGD);
    }

    /** The weights being learned. */
    public Weights weights() {
        return weights;
    }

    /** The weights that predict: the moving average if there is one, else those being learned. */
    public Weights predicting() {
        return average == null ? weights : average.weights();
    }

    /** Where backward passes add, until the next update. */
    public Weights gradients() {
        return gradients;
    }

    public Moments moments() {
        return moments;
    }

    public OptimizerConfig config() {
        return config;
    }

    /** Floats of memory held for weights and all that moves them. */
    public long memoryFloats() {
        int kept = 2 + (moments.hasFirst() ? 1 : 0) + (moments.hasSecond() ? 1 : 0) + (average == null ? 0 : 1);
        return (long) kept * weights.all().size();
    }

    /**
     * Applies the gathered gradients at the scheduled rate times {@code rateFactor}, and clears them.
     *
     * @throws NonFiniteException if the gradient is not finite; weights, moments and average are then untouched, and the
     *     gradients are cleared
     */
    public void update(double rateFactor) {
        gradientNorm = clip.clip(gradients);
        if (!Double.isFinite(gradientNorm)) {
            NonFinite origin = NonFinite.find(gpt, weights, gradients);
            on.fill(gradients.all(), 0);
            throw new NonFiniteException("the gradient norm", gradientNorm, origin);
        }
        clipped = clip.clips(gradientNorm);
        learningRate = config.learningRate() * config.schedule().factor(moments.steps() + 1) * rateFactor;
        optimizer.step(weights, gradients, moments, learningRate);
        if (average != null) {
            average.update(weights, moments.steps(), config.averageDecay());
        }
        on.fill(gradients.all(), 0);
    }

    /** The norm of the last update's gradient before clipping. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** The rate of the last update. */
    public double learningRate() {
        return learningRate;
    }

    /** Whether the last update's gradient was shortened. */
    public boolean clipped() {
        return clipped;
    }

    /**
     * Refuses to be saved where nothing could go on from it.
     *
     * @throws NonFiniteException if a weight, a moment or an average is not a finite number
     */
    public void checkFinite() {
        NonFinite.check("weight", weights);
        moments.checkFinite();
        if (average != null) {
            NonFinite.check("averaged weight", average.weights());
        }
    }

    /** Puts in all that is remembered between two updates, but not the weights that learn. */
    public void save(Snapshot into) {
        into.put("latest", gradientNorm, learningRate, clipped ? 1 : 0);
        moments.save(into.part("moments"));
        if (average != null) {
            into.put("average", average.weights().all().toArray());
        }
    }

    /** Goes on from what another one saved, whose configuration was that of this one. */
    public void restore(Snapshot from) {
        double[] latest = from.doubles("latest", 3);
        if (latest[0] < 0) { // what is not a number is the norm of an update that was not made
            throw from.bad("latest", 0, latest[0], "the norm of a gradient");
        }
        gradientNorm = latest[0];
        learningRate = from.number("latest", 1, 0, Double.MAX_VALUE);
        clipped = from.flag("latest", 2);
        moments.restore(from.part("moments"));
        if (average != null) {
            Moments.write(average.weights(), from, "average");
        }
        on.fill(gradients.all(), 0);
    }
}
