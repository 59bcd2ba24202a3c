package microgpt.worker.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.compute.Activation;
import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/** A back end that looks at the clock before and after each operation of another, and makes up for what looking costs. */
final class TimedBackend implements Backend {
    private static final int LOOKS = 10_000;

    private final Backend on;
    private final double lookMillis = lookMillis();
    private final Map<String, Spent> spent = new LinkedHashMap<>();

    /** How long one operation took, all its calls together. */
    static final class Spent {
        private double millis;
        private int calls;
    }

    TimedBackend(Backend on) {
        this.on = on;
    }

    /** Milliseconds by operation, in the order of first use, and of {@code whole} what is left for the rest. */
    Map<String, Double> millis(double whole, String rest) {
        Map<String, Double> millis = new LinkedHashMap<>();
        double left = whole;
        for (Map.Entry<String, Spent> operation : spent.entrySet()) {
            Spent of = operation.getValue();
            double looking = of.calls * lookMillis; // once between two looks, and once around them
            millis.put(operation.getKey(), Math.max(0, of.millis - looking));
            left -= of.millis + looking;
        }
        millis.put(rest, Math.max(0, left));
        return millis;
    }

    /** Begins to count anew. */
    void forget() {
        spent.clear();
    }

    static double nowMillis() {
        return System.nanoTime() / 1e6;
    }

    private static double lookMillis() {
        double start = nowMillis();
        double now = start;
        for (int i = 0; i < LOOKS; i++) {
            now = nowMillis();
        }
        return (now - start) / LOOKS;
    }

    private void time(String operation, Runnable work) {
        double start = nowMillis();
        work.run();
        add(operation, start);
    }

    private void add(String operation, double start) {
        Spent of = spent.computeIfAbsent(operation, none -> new Spent());
        of.millis += nowMillis() - start;
        of.calls++;
    }

    @Override
    public String name() {
        return on.name();
    }

    @Override
    public Memory allocate(int floats) {
        return on.allocate(floats);
    }

    @Override
    public void reserve(int rows, int positions, int headChannels) {
        on.reserve(rows, positions, headChannels);
    }

    @Override
    public void release() {
        on.release();
    }

    @Override
    public void embed(Tensor out, Tensor wte, int[] tokens) {
        time("embed", () -> on.embed(out, wte, tokens));
    }

    @Override
    public void embedBackward(Tensor dwte, Tensor dout, int[] tokens) {
        time("embedBackward", () -> on.embedBackward(dwte, dout, tokens));
    }

    @Override
    public void addPositions(Tensor x, Tensor wpe, int batch) {
        time("addPositions", () -> on.addPositions(x, wpe, batch));
    }

    @Override
    public void addPositionsBackward(Tensor dwpe, Tensor dx, int batch) {
        time("addPositionsBackward", () -> on.addPositionsBackward(dwpe, dx, batch));
    }

    @Override
    public void rmsNorm(Tensor out, Tensor rstd, Tensor x, @Nullable Tensor gain, float epsilon) {
        time("rmsNorm", () -> on.rmsNorm(out, rstd, x, gain, epsilon));
    }

    @Override
    public void rmsNormBackward(
            Tensor dx, @Nullable Tensor dgain, Tensor dout, Tensor x, Tensor rstd, @Nullable Tensor gain) {
        time("rmsNormBackward", () -> on.rmsNormBackward(dx, dgain, dout, x, rstd, gain));
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
        time("layerNorm", () -> on.layerNorm(out, mean, rstd, x, gain, bias, epsilon));
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
        time("layerNormBackward", () -> on.layerNormBackward(dx, dgain, dbias, dout, x, mean, rstd, gain));
    }

    @Override
    public void linear(Tensor out, Tensor x, Tensor weight, @Nullable Tensor bias) {
        time("linear", () -> on.linear(out, x, weight, bias));
    }

    @Override
    public void linearBackward(
            @Nullable Tensor dx, Tensor dweight, @Nullable Tensor dbias, Tensor dout, Tensor x, Tensor weight) {
        time("linearBackward", () -> on.linearBackward(dx, dweight, dbias, dout, x, weight));
    }

    @Override
    public void attention(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads, int batch) {
        time("attention", () -> on.attention(out, weights, qkv, relativeBias, heads, batch));
    }

    @Override
    public void attentionOfLast(Tensor out, Tensor weights, Tensor qkv, @Nullable Tensor relativeBias, int heads) {
        time("attentionOfLast", () -> on.attentionOfLast(out, weights, qkv, relativeBias, heads));
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
        time(
                "attentionBackward",
                () -> on.attentionBackward(dqkv, drelativeBias, dweights, dout, weights, qkv, heads, batch));
    }

    @Override
    public void add(Tensor out, Tensor a, Tensor b) {
        time("add", () -> on.add(out, a, b));
    }

    @Override
    public void accumulate(Tensor into, Tensor values) {
        time("accumulate", () -> on.accumulate(into, values));
    }

    @Override
    public void activate(Tensor out, Tensor x, Activation activation) {
        time("activate", () -> on.activate(out, x, activation));
    }

    @Override
    public void activateBackward(Tensor dx, Tensor dout, Tensor x, Activation activation) {
        time("activateBackward", () -> on.activateBackward(dx, dout, x, activation));
    }

    @Override
    public void crossEntropy(Tensor losses, Tensor probs, Tensor logits, int[] targets) {
        time("crossEntropy", () -> on.crossEntropy(losses, probs, logits, targets));
    }

    @Override
    public void crossEntropyBackward(Tensor dlogits, Tensor probs, int[] targets, float[] rowWeights) {
        time("crossEntropyBackward", () -> on.crossEntropyBackward(dlogits, probs, targets, rowWeights));
    }

    @Override
    public void fill(Tensor x, float value) {
        time("fill", () -> on.fill(x, value));
    }

    @Override
    public void scale(Tensor x, float factor) {
        time("scale", () -> on.scale(x, factor));
    }

    @Override
    public void copy(Tensor into, Tensor from) {
        time("copy", () -> on.copy(into, from));
    }

    @Override
    public double sumOfSquares(Tensor x) {
        double start = nowMillis();
        double sum = on.sumOfSquares(x);
        add("sumOfSquares", start);
        return sum;
    }

    @Override
    public void average(Tensor average, Tensor x, float decay) {
        time("average", () -> on.average(average, x, decay));
    }

    @Override
    public void sgd(Tensor w, Tensor dw, @Nullable Tensor velocity, float learningRate, float momentum) {
        time("sgd", () -> on.sgd(w, dw, velocity, learningRate, momentum));
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
        time("adam", () -> on.adam(w, dw, m, v, rule, learningRate, correction1, correction2));
    }
}
