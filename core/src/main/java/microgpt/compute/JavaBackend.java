package microgpt.compute;

import java.util.Arrays;
import microgpt.numeric.Nullable;

/**
 * The reference back end: plain loops over {@code float[]}, the same bits on every machine, in one class per pair of
 * operations. No row of a result depends on how many rows there are.
 */
public final class JavaBackend implements Operations {
    /** Browsers end a program that asks for an array of more than 1 GB, where the JVM throws. */
    private static final int MOST_FLOATS = 250_000_000;

    /** Elements that are worth sharing the work on. */
    private static final int WORTH_SHARING = 1 << 14;

    private final ParallelRanges ranges;
    private final Attention attention;

    private JavaBackend(ParallelRanges ranges) {
        this.ranges = ranges;
        attention = new Attention(ranges);
    }

    /** One that works alone. */
    public static Backend alone() {
        return sharing(ParallelRanges.ALONE);
    }

    /** One that shares large operations out; its results are the same to the bit. */
    public static Backend sharing(ParallelRanges ranges) {
        return new Backend(new JavaBackend(ranges));
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Memory allocate(int floats) {
        try {
            if (floats <= MOST_FLOATS) {
                return new FloatArray(floats);
            }
        } catch (OutOfMemoryError none) {
            // told below
        }
        throw new OutOfMemoryError("no memory for " + floats / 250_000 + " MB at once");
    }

    @Override
    public void embed(Tensor out, Tensor wte, int[] tokens) {
        Embeddings.embed(out, wte, tokens);
    }

    @Override
    public void dotRows(Tensor sums, Tensor weights, Tensor x, int[] rows) {
        ChosenRows.dot(sums, weights, x, rows);
    }

    @Override
    public void addToRows(Tensor weights, Tensor steps, Tensor x, int[] rows) {
        ChosenRows.add(weights, steps, x, rows);
    }

    @Override
    public void putRows(Tensor weights, Tensor values, int[] rows) {
        ChosenRows.put(weights, values, rows);
    }

    @Override
    public void embedBackward(Tensor dwte, Tensor dout, int[] tokens) {
        Embeddings.embedBackward(dwte, dout, tokens);
    }

    @Override
    public void addPositions(Tensor x, Tensor wpe, int batch) {
        Embeddings.addPositions(x, wpe, batch);
    }

    @Override
    public void addPositionsBackward(Tensor dwpe, Tensor dx, int batch) {
        Embeddings.addPositionsBackward(dwpe, dx, batch);
    }

    @Override
    public void rmsNorm(Tensor out, Tensor rstd, Tensor x, @Nullable Tensor gain, float epsilon) {
        Norms.rmsNorm(out, rstd, x, gain, epsilon);
    }

    @Override
    public void rmsNormBackward(
            Tensor dx, @Nullable Tensor dgain, Tensor dout, Tensor x, Tensor rstd, @Nullable Tensor gain) {
        Norms.rmsNormBackward(dx, dgain, dout, x, rstd, gain);
    }

    @Override
    public void layerNorm(
            Tensor out,
            Tensor mean,
            Tensor rstd,
            Tensor x,
            @Nullable Tensor gain,
            @Nullable Tensor bias,
            float epsilon) {
        Norms.layerNorm(out, mean, rstd, x, gain, bias, epsilon);
    }

    @Override
    public void layerNormBackward(
            Tensor dx,
            @Nullable Tensor dgain,
            @Nullable Tensor dbias,
            Tensor dout,
            Tensor x,
            Tensor mean,
            Tensor rstd,
            @Nullable Tensor gain) {
        Norms.layerNormBackward(dx, dgain, dbias, dout, x, mean, rstd, gain);
    }

    @Override
    public void linear(Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
        Linear.linear(ranges, out, x, weight, bias);
    }

    @Override
    public void linearBackward(
            @Nullable Tensor dx, Tensor dweight, @Nullable Tensor dbias, Tensor dout, Tensor x, Tensor weight) {
        Linear.linearBackward(ranges, dx, dweight, dbias, dout, x, weight);
    }

    @Override
    public void attention(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads, int batch) {
        attention.forward(out, weights, qkv, relativeBias, heads, batch);
    }

    @Override
    public void attentionOfLast(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads) {
        attention.ofLast(out, weights, qkv, relativeBias, heads);
    }

    @Override
    public void attentionBackward(
            Tensor dqkv,
            @Nullable Tensor drelativeBias,
            Tensor dweights,
            Tensor dout,
            Tensor weights,
            Tensor qkv,
            int heads,
            int batch) {
        attention.backward(dqkv, drelativeBias, dweights, dout, weights, qkv, heads, batch);
    }

    @Override
    public void add(Tensor out, Tensor a, Tensor b) {
        Updates.add(out, a, b);
    }

    @Override
    public void activate(Tensor out, Tensor x, Activation activation) {
        if (!isWorthSharing(x)) {
            Nonlinearities.activate(out, x, activation);
            return;
        }
        ranges.share(
                x.size(), (from, to) -> Nonlinearities.activate(part(out, from, to), part(x, from, to), activation));
    }

    @Override
    public void activateBackward(Tensor dx, Tensor dout, Tensor x, Activation activation) {
        if (!isWorthSharing(x)) {
            Nonlinearities.activateBackward(dx, dout, x, activation);
            return;
        }
        ranges.share(
                x.size(),
                (from, to) -> Nonlinearities.activateBackward(
                        part(dx, from, to), part(dout, from, to), part(x, from, to), activation));
    }

    @Override
    public void crossEntropy(Tensor losses, Tensor probs, Tensor logits, int[] targets) {
        CrossEntropy.crossEntropy(losses, probs, logits, targets);
    }

    @Override
    public void crossEntropyBackward(Tensor dlogits, Tensor probs, int[] targets, float[] rowWeights) {
        CrossEntropy.crossEntropyBackward(dlogits, probs, targets, rowWeights);
    }

    @Override
    public void fill(Tensor x, float value) {
        Arrays.fill(FloatArray.of(x), x.offset(), x.offset() + x.size(), value);
    }

    @Override
    public void scale(Tensor x, float factor) {
        Updates.scale(x, factor);
    }

    @Override
    public void copy(Tensor into, Tensor from) {
        System.arraycopy(FloatArray.of(from), from.offset(), FloatArray.of(into), into.offset(), into.size());
    }

    @Override
    public double sumOfSquares(Tensor x) {
        return Updates.sumOfSquares(x);
    }

    @Override
    public void average(Tensor average, Tensor x, float decay) {
        Updates.average(average, x, decay);
    }

    @Override
    public void sgd(Tensor w, Tensor dw, @Nullable Tensor velocity, float learningRate, float momentum) {
        Updates.sgd(w, dw, velocity, learningRate, momentum);
    }

    @Override
    public void adam(
            Tensor w,
            Tensor dw,
            Tensor m,
            Tensor v,
            AdamRule rule,
            float learningRate,
            float correction1,
            float correction2) {
        if (!isWorthSharing(w)) {
            Updates.adam(w, dw, m, v, rule, learningRate, correction1, correction2);
            return;
        }
        ranges.share(
                w.size(),
                (from, to) -> Updates.adam(
                        part(w, from, to),
                        part(dw, from, to),
                        part(m, from, to),
                        part(v, from, to),
                        rule,
                        learningRate,
                        correction1,
                        correction2));
    }

    /** Work that is not shared out needs no object to say what it is, and leaves no garbage. */
    private boolean isWorthSharing(Tensor x) {
        return ranges != ParallelRanges.ALONE && x.size() >= WORTH_SHARING;
    }

    private static Tensor part(Tensor whole, int from, int to) {
        return new Tensor(whole.memory(), whole.offset() + from, 1, to - from);
    }
}
