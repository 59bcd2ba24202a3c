package microgpt.compute;

import microgpt.numeric.Nullable;

/** Loops over whole allocations: sums, gradients, moments, weights. */
final class Updates {
    private Updates() {}

    static void add(Tensor out, Tensor a, Tensor b) {
        float[] o = FloatArray.of(out);
        float[] x = FloatArray.of(a);
        float[] y = FloatArray.of(b);
        int o0 = out.offset();
        int x0 = a.offset();
        int y0 = b.offset();
        for (int i = 0; i < out.size(); i++) {
            o[o0 + i] = x[x0 + i] + y[y0 + i];
        }
    }

    static void scale(Tensor x, float factor) {
        float[] v = FloatArray.of(x);
        int end = x.offset() + x.size();
        for (int i = x.offset(); i < end; i++) {
            v[i] *= factor;
        }
    }

    /** Four partial sums, so that no addition waits for the one before it. */
    static double sumOfSquares(Tensor x) {
        float[] v = FloatArray.of(x);
        int end = x.offset() + x.size();
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = x.offset();
        for (; i + 3 < end; i += 4) {
            s0 += (double) v[i] * v[i];
            s1 += (double) v[i + 1] * v[i + 1];
            s2 += (double) v[i + 2] * v[i + 2];
            s3 += (double) v[i + 3] * v[i + 3];
        }
        for (; i < end; i++) {
            s0 += (double) v[i] * v[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static void average(Tensor average, Tensor x, float decay) {
        float[] a = FloatArray.of(average);
        float[] v = FloatArray.of(x);
        int a0 = average.offset();
        int x0 = x.offset();
        for (int i = 0; i < x.size(); i++) {
            a[a0 + i] = decay * a[a0 + i] + (1 - decay) * v[x0 + i];
        }
    }

    static void sgd(Tensor w, Tensor dw, @Nullable Tensor velocity, float learningRate, float momentum) {
        float[] v = FloatArray.of(w);
        float[] d = FloatArray.of(dw);
        int w0 = w.offset();
        int d0 = dw.offset();
        if (velocity == null) {
            for (int i = 0; i < w.size(); i++) {
                v[w0 + i] -= learningRate * d[d0 + i];
            }
            return;
        }
        float[] speed = FloatArray.of(velocity);
        int s0 = velocity.offset();
        for (int i = 0; i < w.size(); i++) {
            speed[s0 + i] = momentum * speed[s0 + i] + d[d0 + i];
            v[w0 + i] -= learningRate * speed[s0 + i];
        }
    }

    static void adam(
            Tensor w,
            Tensor dw,
            Tensor m,
            Tensor v,
            Operations.AdamRule rule,
            float learningRate,
            float correction1,
            float correction2) {
        float[] weights = FloatArray.of(w);
        float[] gradients = FloatArray.of(dw);
        float[] means = FloatArray.of(m);
        float[] squares = FloatArray.of(v);
        int w0 = w.offset();
        int d0 = dw.offset();
        int m0 = m.offset();
        int v0 = v.offset();
        float decay = rule.weightDecay();
        float epsilon = rule.epsilon();
        float keep1 = rule.beta1();
        float keep2 = rule.beta2();
        float new1 = 1 - keep1;
        float new2 = 1 - keep2;
        float unbias1 = 1 / correction1;
        float unbias2 = 1 / correction2;
        for (int i = 0; i < w.size(); i++) {
            float g = gradients[d0 + i];
            float mean = keep1 * means[m0 + i] + new1 * g;
            float square = keep2 * squares[v0 + i] + new2 * (g * g);
            means[m0 + i] = mean;
            squares[v0 + i] = square;
            float old = weights[w0 + i];
            float direction = mean * unbias1 / ((float) Math.sqrt(square * unbias2) + epsilon);
            weights[w0 + i] = old - learningRate * (direction + decay * old);
        }
    }
}
