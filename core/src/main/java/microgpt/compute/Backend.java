package microgpt.compute;

import microgpt.numeric.Nullable;

/**
 * What the model asks of a machine: the front of every back end. It refuses shapes that an operation cannot mean, by the
 * name of the argument and with what was expected, before anything is computed or written; the back end behind it checks
 * nothing again.
 */
public final class Backend implements Operations {
    private final Operations operations;
    private final @Nullable OperationObserver observer;

    /** The front of {@code operations}. */
    public Backend(Operations operations) {
        this(operations, null);
    }

    private Backend(Operations operations, @Nullable OperationObserver observer) {
        this.operations = operations;
        this.observer = observer;
    }

    /** The same back end, and {@code told} of each operation that is asked for here. */
    public Backend observedBy(OperationObserver told) {
        return new Backend(operations, told);
    }

    private Operations begin(String operation) {
        if (observer != null) {
            observer.begins(operation);
        }
        return operations;
    }

    private void end() {
        if (observer != null) {
            observer.ends();
        }
    }

    // ---- the machine

    @Override
    public String name() {
        return operations.name();
    }

    @Override
    public Memory allocate(int floats) {
        return operations.allocate(floats);
    }

    @Override
    public void reserve(int rows, int positions, int headChannels) {
        operations.reserve(rows, positions, headChannels);
    }

    @Override
    public Backend forOneRun() {
        return new Backend(operations.forOneRun(), observer);
    }

    @Override
    public Backend forOnePart() {
        return new Backend(operations.forOnePart(), observer);
    }

    @Override
    public void release() {
        operations.release();
    }

    @Override
    public long memoryInUse() {
        return operations.memoryInUse();
    }

    @Override
    public long memoryBytes() {
        return operations.memoryBytes();
    }

    // ---- embedding

    @Override
    public void embed(Tensor out, Tensor wte, int[] tokens) {
        Shapes.require("wte", wte, wte.rows(), out.cols());
        Shapes.requireIndices("tokens", tokens, out.rows(), 0, wte.rows());
        begin("embed").embed(out, wte, tokens);
        end();
    }

    @Override
    public void embedBackward(Tensor dwte, Tensor dout, int[] tokens) {
        Shapes.require("dwte", dwte, dwte.rows(), dout.cols());
        Shapes.requireIndices("tokens", tokens, dout.rows(), 0, dwte.rows());
        begin("embedBackward").embedBackward(dwte, dout, tokens);
        end();
    }

    @Override
    public void addPositions(Tensor x, Tensor wpe, int batch) {
        Shapes.requirePositions("wpe", wpe, x, batch);
        begin("addPositions").addPositions(x, wpe, batch);
        end();
    }

    @Override
    public void addPositionsBackward(Tensor dwpe, Tensor dx, int batch) {
        Shapes.requirePositions("dwpe", dwpe, dx, batch);
        begin("addPositionsBackward").addPositionsBackward(dwpe, dx, batch);
        end();
    }

    // ---- norms

    @Override
    public void rmsNorm(Tensor out, Tensor rstd, Tensor x, @Nullable Tensor gain, float epsilon) {
        Shapes.requireLike("out", out, x);
        Shapes.require("rstd", rstd, x.rows(), 1);
        Shapes.require("gain", gain, 1, x.cols());
        begin("rmsNorm").rmsNorm(out, rstd, x, gain, epsilon);
        end();
    }

    @Override
    public void rmsNormBackward(
            Tensor dx, @Nullable Tensor dgain, Tensor dout, Tensor x, Tensor rstd, @Nullable Tensor gain) {
        Shapes.requireLike("dx", dx, x);
        Shapes.requireLike("dout", dout, x);
        Shapes.require("dgain", dgain, 1, x.cols());
        Shapes.require("gain", gain, 1, x.cols());
        Shapes.require("rstd", rstd, x.rows(), 1);
        begin("rmsNormBackward").rmsNormBackward(dx, dgain, dout, x, rstd, gain);
        end();
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
        Shapes.requireLike("out", out, x);
        Shapes.require("mean", mean, x.rows(), 1);
        Shapes.require("rstd", rstd, x.rows(), 1);
        Shapes.require("gain", gain, 1, x.cols());
        Shapes.require("bias", bias, 1, x.cols());
        begin("layerNorm").layerNorm(out, mean, rstd, x, gain, bias, epsilon);
        end();
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
        Shapes.requireLike("dx", dx, x);
        Shapes.requireLike("dout", dout, x);
        Shapes.require("dgain", dgain, 1, x.cols());
        Shapes.require("dbias", dbias, 1, x.cols());
        Shapes.require("gain", gain, 1, x.cols());
        Shapes.require("mean", mean, x.rows(), 1);
        Shapes.require("rstd", rstd, x.rows(), 1);
        begin("layerNormBackward").layerNormBackward(dx, dgain, dbias, dout, x, mean, rstd, gain);
        end();
    }

    // ---- linear

    @Override
    public void linear(Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
        Shapes.require("out", out, x.rows(), weight.rows());
        Shapes.require("weight", weight, out.cols(), x.cols());
        Shapes.require("bias", bias, 1, out.cols());
        begin("linear").linear(out, x, weight, bias);
        end();
    }

    @Override
    public void linearBackward(
            @Nullable Tensor dx, Tensor dweight, @Nullable Tensor dbias, Tensor dout, Tensor x, Tensor weight) {
        Shapes.requireLike("dx", dx, x);
        Shapes.requireLike("dweight", dweight, weight);
        Shapes.require("dbias", dbias, 1, dout.cols());
        Shapes.require("dout", dout, x.rows(), weight.rows());
        Shapes.require("weight", weight, weight.rows(), x.cols());
        begin("linearBackward").linearBackward(dx, dweight, dbias, dout, x, weight);
        end();
    }

    // ---- attention

    @Override
    public void attention(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads, int batch) {
        Shapes.requireAttention(out, weights, qkv, "relativeBias", relativeBias, heads, batch);
        begin("attention").attention(out, weights, qkv, relativeBias, heads, batch);
        end();
    }

    @Override
    public void attentionOfLast(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads) {
        Shapes.requireAttentionOfLast(out, weights, qkv, relativeBias, heads);
        begin("attentionOfLast").attentionOfLast(out, weights, qkv, relativeBias, heads);
        end();
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
        Shapes.requireAttention(dout, weights, qkv, "drelativeBias", drelativeBias, heads, batch);
        Shapes.requireLike("dqkv", dqkv, qkv);
        Shapes.requireLike("dweights", dweights, weights);
        begin("attentionBackward").attentionBackward(dqkv, drelativeBias, dweights, dout, weights, qkv, heads, batch);
        end();
    }

    // ---- chosen rows

    @Override
    public void dotRows(Tensor sums, Tensor weights, Tensor x, int[] rows) {
        Shapes.requireChosenRows("sums", sums, weights, x, rows);
        begin("dotRows").dotRows(sums, weights, x, rows);
        end();
    }

    @Override
    public void addToRows(Tensor weights, Tensor steps, Tensor x, int[] rows) {
        Shapes.requireChosenRows("steps", steps, weights, x, rows);
        begin("addToRows").addToRows(weights, steps, x, rows);
        end();
    }

    @Override
    public void putRows(Tensor weights, Tensor values, int[] rows) {
        Shapes.require("values", values, values.rows(), weights.cols());
        Shapes.requireIndices("rows", rows, values.rows(), 0, weights.rows());
        begin("putRows").putRows(weights, values, rows);
        end();
    }

    // ---- elementwise

    @Override
    public void add(Tensor out, Tensor a, Tensor b) {
        Shapes.requireSize("a", a, out);
        Shapes.requireSize("b", b, out);
        begin("add").add(out, a, b);
        end();
    }

    @Override
    public void accumulate(Tensor into, Tensor values) {
        Shapes.requireSize("values", values, into);
        begin("accumulate").accumulate(into, values);
        end();
    }

    @Override
    public void activate(Tensor out, Tensor x, Activation activation) {
        Shapes.requireSize("out", out, x);
        begin("activate").activate(out, x, activation);
        end();
    }

    @Override
    public void activateBackward(Tensor dx, Tensor dout, Tensor x, Activation activation) {
        Shapes.requireSize("dx", dx, x);
        Shapes.requireSize("dout", dout, x);
        begin("activateBackward").activateBackward(dx, dout, x, activation);
        end();
    }

    // ---- loss

    @Override
    public void crossEntropy(Tensor losses, Tensor probs, Tensor logits, int[] targets) {
        Shapes.require("losses", losses, logits.rows(), 1);
        Shapes.requireLike("probs", probs, logits);
        Shapes.requireIndices("targets", targets, logits.rows(), Integer.MIN_VALUE, logits.cols());
        begin("crossEntropy").crossEntropy(losses, probs, logits, targets);
        end();
    }

    @Override
    public void crossEntropyBackward(Tensor dlogits, Tensor probs, int[] targets, float[] rowWeights) {
        Shapes.requireLike("dlogits", dlogits, probs);
        Shapes.requireIndices("targets", targets, probs.rows(), Integer.MIN_VALUE, probs.cols());
        Shapes.requireLength("rowWeights", rowWeights.length, probs.rows());
        begin("crossEntropyBackward").crossEntropyBackward(dlogits, probs, targets, rowWeights);
        end();
    }

    // ---- whole allocations

    @Override
    public void fill(Tensor x, float value) {
        begin("fill").fill(x, value);
        end();
    }

    @Override
    public void scale(Tensor x, float factor) {
        begin("scale").scale(x, factor);
        end();
    }

    @Override
    public void copy(Tensor into, Tensor from) {
        Shapes.requireSize("from", from, into);
        begin("copy").copy(into, from);
        end();
    }

    @Override
    public double sumOfSquares(Tensor x) {
        double sum = begin("sumOfSquares").sumOfSquares(x);
        end();
        return sum;
    }

    @Override
    public void average(Tensor average, Tensor x, float decay) {
        Shapes.requireSize("x", x, average);
        begin("average").average(average, x, decay);
        end();
    }

    @Override
    public void sgd(Tensor w, Tensor dw, @Nullable Tensor velocity, float learningRate, float momentum) {
        Shapes.requireSize("dw", dw, w);
        Shapes.requireSize("velocity", velocity, w);
        begin("sgd").sgd(w, dw, velocity, learningRate, momentum);
        end();
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
        Shapes.requireSize("dw", dw, w);
        Shapes.requireSize("m", m, w);
        Shapes.requireSize("v", v, w);
        begin("adam").adam(w, dw, m, v, rule, learningRate, correction1, correction2);
        end();
    }
}
