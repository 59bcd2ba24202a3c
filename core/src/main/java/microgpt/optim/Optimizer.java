package microgpt.optim;

import microgpt.model.Weights;

/**
 * A rule by which weights move against their gradients. It holds hyper-parameters only; what it must remember lies in
 * {@link Moments}, so another rule, or the same one with other values, can go on from there.
 */
@FunctionalInterface
interface Optimizer {
    /** Moves {@code weights} by one update. Gradients are read, not cleared, and must be finite. */
    void step(Weights weights, Weights gradients, Moments moments, double learningRate);
}
