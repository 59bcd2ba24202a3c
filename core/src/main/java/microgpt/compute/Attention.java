package microgpt.compute;

import java.util.Arrays;
import microgpt.numeric.FloatMath;
import microgpt.numeric.Nullable;

/**
 * Causal attention, one (sequence, head) at a time, its queries, keys and values (T,D) read in place from the rows of qkv;
 * D = C/H. Rows go four at a time; the three of them that end before their block does meet zeros there. One object serves
 * call after call, so that none becomes garbage.
 */
final class Attention {
    /** Attention weights that are worth sharing the work on. */
    private static final int WORTH_SHARING = 1 << 14;

    private static final int BLOCK = 4;

    private final ParallelRanges crew;
    private int heads; // H
    private int length; // T
    private int width; // C: the row length of out
    private int channels; // D
    private int row; // 3C: the row length of qkv
    private float scale;

    Attention(ParallelRanges crew) {
        this.crew = crew;
    }

    private void shape(int length, Tensor out, int heads) {
        this.heads = heads;
        this.length = length;
        width = out.cols();
        channels = width / heads;
        row = 3 * width;
        scale = 1 / (float) Math.sqrt(channels);
    }

    void forward(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads, int batch) {
        shape(out.rows() / batch, out, heads);
        Arrays.fill(FloatArray.of(weights), weights.offset(), weights.offset() + weights.size(), 0);
        Arrays.fill(FloatArray.of(out), out.offset(), out.offset() + out.size(), 0);
        if (!isWorthSharing(weights)) {
            headsForward(0, heads, batch, out, weights, qkv, relativeBias);
            return;
        }
        crew.share(heads, (from, to) -> headsForward(from, to, batch, out, weights, qkv, relativeBias));
    }

    void ofLast(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads) {
        shape(qkv.rows(), out, heads);
        float[] w = FloatArray.of(weights);
        float[] o = FloatArray.of(out);
        Arrays.fill(w, weights.offset(), weights.offset() + weights.size(), 0);
        Arrays.fill(o, out.offset(), out.offset() + out.size(), 0);
        for (int h = 0; h < heads; h++) {
            int ot = outputs(out, 0, h);
            int wt = weights.offset() + h * length;
            rowsForward(1, length - 1, o, ot, w, wt, FloatArray.of(qkv), queries(qkv, 0, h), relativeBias, h);
        }
    }

    void backward(
            Tensor dqkv,
            @Nullable Tensor drelativeBias,
            Tensor dweights,
            Tensor dout,
            Tensor weights,
            Tensor qkv,
            int heads,
            int batch) {
        shape(dout.rows() / batch, dout, heads);
        Arrays.fill(FloatArray.of(dweights), dweights.offset(), dweights.offset() + dweights.size(), 0);
        if (!isWorthSharing(weights)) {
            headsBackward(0, heads, batch, dqkv, drelativeBias, dweights, dout, weights, qkv);
            return;
        }
        crew.share(
                heads, (from, to) -> headsBackward(from, to, batch, dqkv, drelativeBias, dweights, dout, weights, qkv));
    }

    /** Heads touch nothing in common, not even their relative biases. */
    private boolean isWorthSharing(Tensor weights) {
        return crew != ParallelRanges.ALONE && weights.size() >= WORTH_SHARING;
    }

    /** Heads {@code from} to {@code to - 1} of every sequence. */
    private void headsForward(
            int from, int to, int batch, Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias) {
        for (int b = 0; b < batch; b++) {
            for (int h = from; h < to; h++) {
                headForward(out, weights, qkv, relativeBias, b, h);
            }
        }
    }

    private void headsBackward(
            int from,
            int to,
            int batch,
            Tensor dqkv,
            @Nullable Tensor drelativeBias,
            Tensor dweights,
            Tensor dout,
            Tensor weights,
            Tensor qkv) {
        for (int b = 0; b < batch; b++) {
            for (int h = from; h < to; h++) {
                backwardToScores(dqkv, drelativeBias, dweights, dout, weights, qkv, b, h);
                backwardToKeysAndValues(dqkv, dweights, dout, weights, qkv, b, h);
            }
        }
    }

    private void headForward(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int b, int h) {
        float[] x = FloatArray.of(qkv);
        float[] w = FloatArray.of(weights);
        float[] o = FloatArray.of(out);
        int q0 = queries(qkv, b, h);
        int w0 = weightsOf(weights, b, h);
        int o0 = outputs(out, b, h);
        for (int t = 0; t < length; t += BLOCK) {
            rowsForward(Math.min(BLOCK, length - t), t, o, o0 + t * width, w, w0 + t * length, x, q0, relativeBias, h);
        }
    }

    /** Rows t, t+1 ... of a head whose first query is at {@code q0}; their outputs and weights are zeros before. */
    private void rowsForward(
            int rows,
            int t,
            float[] o,
            int ot,
            float[] w,
            int wt,
            float[] x,
            int q0,
            @Nullable Tensor relativeBias,
            int h) {
        int k0 = q0 + width;
        int v0 = k0 + width;
        int seen = t + rows;
        // scores (rows,seen) = q (rows,D) k^T (D,seen)
        Gemm.accumulate(rows, seen, channels, w, wt, length, x, q0 + t * row, row, 1, x, k0, 1, row);
        for (int i = 0; i < rows; i++) {
            addBias(w, wt + i * length, t + i, relativeBias, h);
            softmax(w, wt + i * length, t + i + 1);
            Arrays.fill(w, wt + i * length + t + i + 1, wt + i * length + seen, 0);
        }
        // out (rows,D) = weights (rows,seen) v (seen,D)
        Gemm.accumulate(rows, channels, seen, o, ot, width, w, wt, length, 1, x, v0, row, 1);
    }

    /** From dout to the gradients of the scores, left in dweights, and on to the queries and the relative bias. */
    private void backwardToScores(
            Tensor dqkv,
            @Nullable Tensor drelativeBias,
            Tensor dweights,
            Tensor dout,
            Tensor weights,
            Tensor qkv,
            int b,
            int h) {
        float[] x = FloatArray.of(qkv);
        float[] dx = FloatArray.of(dqkv);
        float[] w = FloatArray.of(weights);
        float[] dw = FloatArray.of(dweights);
        float[] d = FloatArray.of(dout);
        int k0 = queries(qkv, b, h) + width;
        int v0 = k0 + width;
        int dq0 = queries(dqkv, b, h);
        int d0 = outputs(dout, b, h);
        for (int t = 0; t < length; t += BLOCK) {
            int rows = Math.min(BLOCK, length - t);
            int seen = t + rows;
            int wt = weightsOf(weights, b, h) + t * length;
            int dwt = weightsOf(dweights, b, h) + t * length;
            // in the forward pass this was: out (rows,D) = weights (rows,seen) v (seen,D)
            Gemm.accumulate(rows, seen, channels, dw, dwt, length, d, d0 + t * width, width, 1, x, v0, 1, row);
            for (int i = 0; i < rows; i++) {
                int at = dwt + i * length;
                softmaxBackward(dw, at, w, wt + i * length, t + i + 1);
                addBiasBackward(dw, at, t + i, drelativeBias, h);
                Arrays.fill(dw, at + t + i + 1, at + seen, 0);
            }
            // in the forward pass this was: scores (rows,seen) = q (rows,D) k^T (D,seen)
            Gemm.accumulate(rows, channels, seen, dx, dq0 + t * row, row, dw, dwt, length, 1, x, k0, row, 1);
        }
    }

    private void backwardToKeysAndValues(
            Tensor dqkv, Tensor dweights, Tensor dout, Tensor weights, Tensor qkv, int b, int h) {
        float[] x = FloatArray.of(qkv);
        float[] dx = FloatArray.of(dqkv);
        float[] w = FloatArray.of(weights);
        float[] dw = FloatArray.of(dweights);
        float[] d = FloatArray.of(dout);
        int q0 = queries(qkv, b, h);
        int dk0 = queries(dqkv, b, h) + width;
        int dv0 = dk0 + width;
        int d0 = outputs(dout, b, h);
        for (int s = 0; s < length; s += BLOCK) {
            int rows = Math.min(BLOCK, length - s);
            int later = length - s; // positions that saw this key
            int diagonal = s * length + s;
            int ws = weightsOf(weights, b, h) + diagonal;
            int dws = weightsOf(dweights, b, h) + diagonal;
            int dks = dk0 + s * row;
            int dvs = dv0 + s * row;
            // in the forward pass this was: scores = q k^T; so dk (rows,D) += dscores^T (rows,later) q (later,D)
            Gemm.accumulate(rows, channels, later, dx, dks, row, dw, dws, 1, length, x, q0 + s * row, row, 1);
            // in the forward pass this was: out = weights v; so dv (rows,D) += weights^T (rows,later) dout (later,D)
            Gemm.accumulate(rows, channels, later, dx, dvs, row, w, ws, 1, length, d, d0 + s * width, width, 1);
        }
    }

    /** scores[s] = scores[s] * scale + bias[h,t-s]. */
    private void addBias(float[] scores, int at, int t, @Nullable Tensor relativeBias, int h) {
        for (int s = 0; s <= t; s++) {
            scores[at + s] *= scale;
        }
        if (relativeBias != null) {
            float[] bias = FloatArray.of(relativeBias);
            int b0 = relativeBias.offset() + h * relativeBias.cols();
            for (int s = 0; s <= t; s++) {
                scores[at + s] += bias[b0 + t - s];
            }
        }
    }

    private void addBiasBackward(float[] dscores, int at, int t, @Nullable Tensor drelativeBias, int h) {
        if (drelativeBias != null) {
            float[] dbias = FloatArray.of(drelativeBias);
            int b0 = drelativeBias.offset() + h * drelativeBias.cols();
            for (int s = 0; s <= t; s++) {
                dbias[b0 + t - s] += dscores[at + s];
            }
        }
        for (int s = 0; s <= t; s++) {
            dscores[at + s] *= scale;
        }
    }

    private static void softmax(float[] x, int at, int count) {
        float max = CrossEntropy.max(x, at, count);
        float sum = 0;
        for (int i = 0; i < count; i++) {
            float e = FloatMath.exp(x[at + i] - max);
            x[at + i] = e;
            sum += e;
        }
        float factor = 1 / sum;
        for (int i = 0; i < count; i++) {
            x[at + i] *= factor;
        }
    }

    private static void softmaxBackward(float[] d, int at, float[] weights, int from, int count) {
        float dot = 0;
        for (int i = 0; i < count; i++) {
            dot += d[at + i] * weights[from + i];
        }
        for (int i = 0; i < count; i++) {
            // in the forward pass this was: weights = exp(scores) / sum of exp(scores)
            d[at + i] = weights[from + i] * (d[at + i] - dot);
        }
    }

    private int queries(Tensor qkv, int b, int h) {
        return qkv.offset() + b * length * row + h * channels;
    }

    private int weightsOf(Tensor weights, int b, int h) {
        return weights.offset() + (b * heads + h) * length * length;
    }

    private int outputs(Tensor out, int b, int h) {
        return out.offset() + b * length * width + h * channels;
    }
}
