package microgpt.model;

import microgpt.compute.Backend;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/** The norm of a model, of either kind, there and back. */
final class Normalization {
    private final Backend on;
    private final float epsilon;

    Normalization(ModelConfig config, Backend on) {
        this.on = on;
        epsilon = (float) config.normEpsilon();
    }

    /** out = norm(x) gain + bias, in {@code a.out}, which is returned. */
    Tensor forward(Activations.Normed a, Tensor x, @Nullable Tensor gain, @Nullable Tensor bias) {
        if (a.mean == null) {
            on.rmsNorm(a.out, a.rstd, x, gain, epsilon);
        } else {
            on.layerNorm(a.out, a.mean, a.rstd, x, gain, bias, epsilon);
        }
        return a.out;
    }

    /** Adds to the gradients of x, gain and bias, by that of the output. */
    void backward(
            Tensor dx,
            @Nullable Tensor dgain,
            @Nullable Tensor dbias,
            Tensor dout,
            Tensor x,
            Activations.Normed a,
            @Nullable Tensor gain) {
        if (a.mean == null) {
            on.rmsNormBackward(dx, dgain, dout, x, a.rstd, gain);
        } else {
            on.layerNormBackward(dx, dgain, dbias, dout, x, a.mean, a.rstd, gain);
        }
    }
}
