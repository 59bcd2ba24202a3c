package microgpt.optim;

import microgpt.compute.Backend;
import microgpt.compute.Backend.AdamStep;
import microgpt.model.Weights;

/** Adam (Kingma and Ba 2015): steps of about the learning rate, whatever the scale of the gradient. */
public record Adam(Backend on, double beta1, double beta2, double epsilon) implements Optimizer {
    @Override
    public void step(Weights weights, Weights gradients, Moments moments, double learningRate) {
        moments.advance(beta1, beta2);
        on.adam(
                weights.all(),
                gradients.all(),
                moments.first().all(),
                moments.second().all(),
                now(moments, learningRate, 0));
    }

    /** One update's numbers. The bias corrections come from products, so they stay right when a beta is changed. */
    AdamStep now(Moments moments, double learningRate, double weightDecay) {
        return new AdamStep(
                (float) learningRate,
                (float) beta1,
                (float) beta2,
                (float) epsilon,
                (float) weightDecay,
                (float) (1 - moments.beta1Power()),
                (float) (1 - moments.beta2Power()));
    }
}
