package microgpt.compute;

import microgpt.numeric.FloatMath;

/** Softmax and the negative logarithm of what it gives the target. */
final class CrossEntropy {
    private CrossEntropy() {}

    static void crossEntropy(Tensor losses, Tensor probs, Tensor logits, int[] targets) {
        float[] l = FloatArray.of(logits);
        float[] p = FloatArray.of(probs);
        int v = logits.cols();
        for (int r = 0; r < logits.rows(); r++) {
            int lr = logits.offset() + r * v;
            int pr = probs.offset() + r * v;
            float max = max(l, lr, v);
            float margin = targets[r] < 0 ? 0 : l[lr + targets[r]] - max; // read before probs overwrites logits
            float sum = 0;
            for (int i = 0; i < v; i++) {
                float e = FloatMath.exp(l[lr + i] - max);
                p[pr + i] = e;
                sum += e;
            }
            float scale = 1 / sum;
            for (int i = 0; i < v; i++) {
                p[pr + i] *= scale;
            }
            // not -log(prob): that would be infinite where the probability underflows
            losses.set(r, 0, targets[r] < 0 ? 0 : FloatMath.log(sum) - margin);
        }
    }

    static void crossEntropyBackward(Tensor dlogits, Tensor probs, int[] targets, float[] rowWeights) {
        float[] d = FloatArray.of(dlogits);
        float[] p = FloatArray.of(probs);
        boolean inPlace = d == p && dlogits.offset() == probs.offset();
        int v = probs.cols();
        for (int r = 0; r < probs.rows(); r++) {
            int pr = probs.offset() + r * v;
            int dr = dlogits.offset() + r * v;
            // in the forward pass this was: losses[r] = ln(sum of exp(logits[r])) - logits[r,targets[r]]
            float weight = targets[r] < 0 ? 0 : rowWeights[r];
            for (int i = 0; i < v; i++) {
                d[dr + i] = (inPlace ? 0 : d[dr + i]) + weight * p[pr + i];
            }
            if (targets[r] >= 0) {
                d[dr + targets[r]] -= weight;
            }
        }
    }

    /** The largest of a row, or NaN if any is. */
    static float max(float[] x, int from, int count) {
        float max = x[from];
        for (int i = 1; i < count; i++) {
            max = Math.max(max, x[from + i]);
        }
        return max;
    }
}
