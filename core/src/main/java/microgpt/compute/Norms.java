package microgpt.compute;

import microgpt.numeric.Nullable;

/** RMS norm and layer norm: each row brought to unit size, then scaled per channel. */
final class Norms {
    private Norms() {}

    static void rmsNorm(Tensor out, Tensor rstd, Tensor x, @Nullable Tensor gain, float epsilon) {
        float[] o = FloatArray.of(out);
        float[] v = FloatArray.of(x);
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            int or = out.offset() + r * c;
            float squares = 0;
            for (int i = 0; i < c; i++) {
                squares += v[xr + i] * v[xr + i];
            }
            float s = 1 / (float) Math.sqrt(squares / c + epsilon);
            rstd.set(r, 0, s);
            for (int i = 0; i < c; i++) {
                o[or + i] = v[xr + i] * s;
            }
        }
        if (gain != null) {
            multiplyRows(out, gain);
        }
    }

    static void rmsNormBackward(
            Tensor dx, @Nullable Tensor dgain, Tensor dout, Tensor x, Tensor rstd, @Nullable Tensor gain) {
        float[] d = FloatArray.of(dx);
        float[] o = FloatArray.of(dout);
        float[] v = FloatArray.of(x);
        float[] g = gain == null ? null : FloatArray.of(gain);
        int g0 = gain == null ? 0 : gain.offset();
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            int or = dout.offset() + r * c;
            int dr = dx.offset() + r * c;
            // in the forward pass this was: norm = x * s; s = 1 / sqrt(mean(x^2) + epsilon); out = norm * gain
            float s = rstd.get(r, 0);
            float dot = 0; // of dnorm and norm
            for (int i = 0; i < c; i++) {
                float dnorm = g == null ? o[or + i] : o[or + i] * g[g0 + i];
                dot += dnorm * (v[xr + i] * s);
            }
            float pull = dot / c;
            for (int i = 0; i < c; i++) {
                float dnorm = g == null ? o[or + i] : o[or + i] * g[g0 + i];
                d[dr + i] += s * (dnorm - v[xr + i] * s * pull);
            }
        }
        if (dgain != null) {
            gainBackward(dgain, dout, x, null, rstd);
        }
    }

    static void layerNorm(
            Tensor out,
            Tensor mean,
            Tensor rstd,
            Tensor x,
            @Nullable Tensor gain,
            @Nullable Tensor bias,
            float epsilon) {
        float[] o = FloatArray.of(out);
        float[] v = FloatArray.of(x);
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            int or = out.offset() + r * c;
            float sum = 0;
            for (int i = 0; i < c; i++) {
                sum += v[xr + i];
            }
            float m = sum / c;
            float squares = 0;
            for (int i = 0; i < c; i++) {
                squares += (v[xr + i] - m) * (v[xr + i] - m);
            }
            float s = 1 / (float) Math.sqrt(squares / c + epsilon);
            mean.set(r, 0, m);
            rstd.set(r, 0, s);
            for (int i = 0; i < c; i++) {
                o[or + i] = (v[xr + i] - m) * s;
            }
        }
        if (gain != null) {
            multiplyRows(out, gain);
        }
        if (bias != null) {
            Linear.addToRows(out, bias);
        }
    }

    static void layerNormBackward(
            Tensor dx,
            @Nullable Tensor dgain,
            @Nullable Tensor dbias,
            Tensor dout,
            Tensor x,
            Tensor mean,
            Tensor rstd,
            @Nullable Tensor gain) {
        float[] d = FloatArray.of(dx);
        float[] o = FloatArray.of(dout);
        float[] v = FloatArray.of(x);
        float[] g = gain == null ? null : FloatArray.of(gain);
        int g0 = gain == null ? 0 : gain.offset();
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            int or = dout.offset() + r * c;
            int dr = dx.offset() + r * c;
            // in the forward pass this was: norm = (x - m) * s; s = 1 / sqrt(variance + epsilon); out = norm * gain +
            // bias
            float m = mean.get(r, 0);
            float s = rstd.get(r, 0);
            float sum = 0; // of dnorm
            float dot = 0; // of dnorm and norm
            for (int i = 0; i < c; i++) {
                float dnorm = g == null ? o[or + i] : o[or + i] * g[g0 + i];
                sum += dnorm;
                dot += dnorm * ((v[xr + i] - m) * s);
            }
            float shift = sum / c;
            float pull = dot / c;
            for (int i = 0; i < c; i++) {
                float dnorm = g == null ? o[or + i] : o[or + i] * g[g0 + i];
                d[dr + i] += s * (dnorm - shift - (v[xr + i] - m) * s * pull);
            }
        }
        if (dgain != null) {
            gainBackward(dgain, dout, x, mean, rstd);
        }
        if (dbias != null) {
            // in the forward pass this was: out = ... + bias
            Linear.addColumnSums(dbias, dout);
        }
    }

    private static void multiplyRows(Tensor x, Tensor gain) {
        float[] v = FloatArray.of(x);
        float[] g = FloatArray.of(gain);
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            for (int i = 0; i < c; i++) {
                v[xr + i] *= g[gain.offset() + i];
            }
        }
    }

    /** RMS norm has no mean: null. */
    private static void gainBackward(Tensor dgain, Tensor dout, Tensor x, @Nullable Tensor mean, Tensor rstd) {
        float[] dg = FloatArray.of(dgain);
        float[] o = FloatArray.of(dout);
        float[] v = FloatArray.of(x);
        int c = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xr = x.offset() + r * c;
            int or = dout.offset() + r * c;
            float m = mean == null ? 0 : mean.get(r, 0);
            float s = rstd.get(r, 0);
            for (int i = 0; i < c; i++) {
                // in the forward pass this was: out = norm * gain
                dg[dgain.offset() + i] += o[or + i] * ((v[xr + i] - m) * s);
            }
        }
    }
}
