package microgpt.compute;

import microgpt.numeric.FloatMath;

/** The nonlinearities and their derivatives. */
final class Nonlinearities {
    private static final float SQRT_HALF = 0x1.6a09e6p-1f;
    private static final float INVERSE_SQRT_2PI = 0x1.988454p-2f;

    private Nonlinearities() {}

    static void activate(Tensor out, Tensor x, Activation activation) {
        float[] o = FloatArray.of(out);
        float[] v = FloatArray.of(x);
        switch (activation) {
            case RELU -> relu(o, out.offset(), v, x.offset(), x.size());
            case RELU_SQUARED -> reluSquared(o, out.offset(), v, x.offset(), x.size());
            case GELU -> gelu(o, out.offset(), v, x.offset(), x.size());
        }
    }

    static void activateBackward(Tensor dx, Tensor dout, Tensor x, Activation activation) {
        float[] d = FloatArray.of(dx);
        float[] o = FloatArray.of(dout);
        float[] v = FloatArray.of(x);
        switch (activation) {
            case RELU -> reluBackward(d, dx.offset(), o, dout.offset(), v, x.offset(), x.size());
            case RELU_SQUARED -> reluSquaredBackward(d, dx.offset(), o, dout.offset(), v, x.offset(), x.size());
            case GELU -> geluBackward(d, dx.offset(), o, dout.offset(), v, x.offset(), x.size());
        }
    }

    // NaN must come out as NaN, so that a run that went wrong is seen: "x < 0 ? 0 : x", not "x > 0 ? x : 0"

    private static void relu(float[] out, int at, float[] x, int from, int count) {
        for (int i = 0; i < count; i++) {
            float v = x[from + i];
            out[at + i] = v < 0 ? 0 : v;
        }
    }

    private static void reluBackward(float[] dx, int at, float[] dout, int dfrom, float[] x, int from, int count) {
        for (int i = 0; i < count; i++) {
            // in the forward pass this was: out = max(0, x)
            dx[at + i] += x[from + i] <= 0 ? 0 : dout[dfrom + i];
        }
    }

    private static void reluSquared(float[] out, int at, float[] x, int from, int count) {
        for (int i = 0; i < count; i++) {
            float v = x[from + i];
            out[at + i] = v < 0 ? 0 : v * v;
        }
    }

    private static void reluSquaredBackward(
            float[] dx, int at, float[] dout, int dfrom, float[] x, int from, int count) {
        for (int i = 0; i < count; i++) {
            float v = x[from + i];
            // in the forward pass this was: out = max(0, x)^2
            dx[at + i] += v <= 0 ? 0 : 2 * v * dout[dfrom + i];
        }
    }

    private static void gelu(float[] out, int at, float[] x, int from, int count) {
        for (int i = 0; i < count; i++) {
            float v = x[from + i];
            out[at + i] = v * normalCdf(v);
        }
    }

    private static void geluBackward(float[] dx, int at, float[] dout, int dfrom, float[] x, int from, int count) {
        for (int i = 0; i < count; i++) {
            float v = x[from + i];
            // in the forward pass this was: out = x * Phi(x); and Phi' is the normal density
            float density = INVERSE_SQRT_2PI * FloatMath.exp(-0.5f * v * v);
            dx[at + i] += dout[dfrom + i] * (normalCdf(v) + v * density);
        }
    }

    private static float normalCdf(float x) {
        return 0.5f * (1 + FloatMath.erf(x * SQRT_HALF));
    }
}
