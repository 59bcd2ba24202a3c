package microgpt.optim;

import microgpt.compute.Tensor;
import microgpt.model.Weights;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) on embeddings and matrices; gains and biases do not decay.
 */
public record AdamW(Adam adam, double weightDecay) implements Optimizer {
    @Override
    public void step(Weights weights, Weights gradients, Moments moments, double learningRate) {
        moments.advance(adam.beta1(), adam.beta2());
        Weights m = moments.first();
        Weights v = moments.second();
        move(weights.matrices(), gradients.matrices(), m.matrices(), v.matrices(), moments, learningRate, weightDecay);
        move(weights.vectors(), gradients.vectors(), m.vectors(), v.vectors(), moments, learningRate, 0);
    }

    private void move(Tensor w, Tensor dw, Tensor m, Tensor v, Moments moments, double learningRate, double decay) {
        if (w.size() > 0) {
            adam.on().adam(w, dw, m, v, adam.now(moments, learningRate, decay));
        }
    }
}
