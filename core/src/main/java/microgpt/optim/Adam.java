package microgpt.optim;

import microgpt.compute.Backend;
import microgpt.compute.Operations.AdamRule;
import microgpt.compute.Tensor;
import microgpt.model.Weights;

/** Adam (Kingma and Ba 2015): steps of about the learning rate, whatever the scale of the gradient. */
final class Adam implements Optimizer {
    private final Backend on;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final AdamRule rule;

    public Adam(Backend on, double beta1, double beta2, double epsilon) {
        this.on = on;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        rule = withDecay(0);
    }

    /** The same numbers, and so much decoupled weight decay. */
    AdamRule withDecay(double weightDecay) {
        return new AdamRule((float) beta1, (float) beta2, (float) epsilon, (float) weightDecay);
    }

    @Override
    public void step(Weights weights, Weights gradients, Moments moments, double learningRate) {
        advance(moments);
        Tensor m = moments.first().all();
        Tensor v = moments.second().all();
        move(weights.all(), gradients.all(), m, v, moments, rule, learningRate);
    }

    void advance(Moments moments) {
        moments.advance(beta1, beta2);
    }

    /** The bias corrections come from products, so they stay right when a beta is changed. */
    void move(Tensor w, Tensor dw, Tensor m, Tensor v, Moments moments, AdamRule how, double learningRate) {
        float correction1 = (float) (1 - moments.beta1Power());
        float correction2 = (float) (1 - moments.beta2Power());
        on.adam(w, dw, m, v, how, (float) learningRate, correction1, correction2);
    }
}
