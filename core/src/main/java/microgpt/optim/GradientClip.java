package microgpt.optim;

import microgpt.compute.Backend;
import microgpt.model.Weights;

/**
 * Clipping by global norm (Pascanu et al. 2013): gradients longer than {@code limit}, all tensors taken as one vector, are
 * shortened to it. A limit of 0 measures only.
 */
record GradientClip(Backend on, double limit) {
    /**
     * Clips, and returns the norm before clipping. If that is not finite the gradients are left alone and must not be
     * used.
     */
    public double clip(Weights gradients) {
        double norm = Math.sqrt(on.sumOfSquares(gradients.all()));
        if (clips(norm)) {
            on.scale(gradients.all(), (float) (limit / (norm + 1e-6)));
        }
        return norm;
    }

    /** Whether gradients of this norm are shortened. */
    public boolean clips(double norm) {
        return limit > 0 && norm > limit && Double.isFinite(norm);
    }
}
