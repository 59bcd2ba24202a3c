package microgpt.optim;

import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.model.Weights;

/** Gradient descent, with heavy-ball momentum (Polyak 1964) if {@code momentum} is above 0. */
record Sgd(Backend on, double momentum) implements Optimizer {
    @Override
    public void step(Weights weights, Weights gradients, Moments moments, double learningRate) {
        Tensor velocity = momentum > 0 ? moments.first().all() : null;
        on.sgd(weights.all(), gradients.all(), velocity, (float) learningRate, (float) momentum);
        moments.advance(1, 1);
    }
}
