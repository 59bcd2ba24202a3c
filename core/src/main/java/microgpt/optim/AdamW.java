package microgpt.optim;

import microgpt.compute.Operations.AdamRule;
import microgpt.compute.Tensor;
import microgpt.model.Weights;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) on embeddings and matrices; gains and biases do not decay.
 */
final class AdamW implements Optimizer {
    private final Adam adam;
    private final AdamRule decaying;
    private final AdamRule sparing;

    public AdamW(Adam adam, double weightDecay) {
        this.adam = adam;
        decaying = adam.withDecay(weightDecay);
        sparing = adam.withDecay(0);
    }

    @Override
    public void step(Weights weights, Weights gradients, Moments moments, double learningRate) {
        adam.advance(moments);
        Weights m = moments.first();
        Weights v = moments.second();
        adam.move(
                weights.matrices(), gradients.matrices(), m.matrices(), v.matrices(), moments, decaying, learningRate);
        Tensor vectors = weights.vectors();
        if (vectors.size() > 0) {
            adam.move(vectors, gradients.vectors(), m.vectors(), v.vectors(), moments, sparing, learningRate);
        }
    }
}
