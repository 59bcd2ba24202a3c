package microgpt.optim;

import microgpt.compute.Backend;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;

/**
 * An exponential moving average of weights (Polyak and Juditsky 1992): noisier learning, steadier predictions. Early on it
 * remembers less, step / (step + 10), so that it does not drag the untrained weights along.
 */
final class WeightAverage {
    private final Backend on;
    private final Weights average;

    /** Starts as a copy of {@code start}. */
    public WeightAverage(ModelConfig config, Backend on, Weights start) {
        this.on = on;
        average = new Weights(config, on);
        on.copy(average.all(), start.all());
    }

    /** The averaged weights: what predicts. */
    public Weights weights() {
        return average;
    }

    /** Takes in {@code weights} as they are after update number {@code step}, the first being 1. */
    public void update(Weights weights, long step, double decay) {
        double remembered = Math.min(decay, step / (step + 10.0));
        on.average(average.all(), weights.all(), (float) remembered);
    }
}
