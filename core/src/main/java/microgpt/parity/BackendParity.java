package microgpt.parity;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Activation;
import microgpt.compute.Backend;
import microgpt.compute.Operations;
import microgpt.compute.Tensor;

/**
 * The comparison of two back ends, operation by operation: the same seeded inputs of even and odd shapes, and the largest
 * difference in any memory afterwards. The tests call it, and the page offers it as a self-test.
 */
public final class BackendParity {
    /** Differences come from the order of sums and from fused multiplications; a wrong term is orders above this. */
    private static final double TOLERANCE = 2e-5;

    private final Backend reference;
    private final Backend candidate;
    private final List<Result> results = new ArrayList<>();

    private BackendParity(Backend reference, Backend candidate) {
        this.reference = reference;
        this.candidate = candidate;
    }

    /**
     * How far two back ends are apart in one operation.
     *
     * @param difference the largest found, relative to the value or to 1, whichever is larger
     */
    public record Result(String operation, double difference, double tolerance) {
        public boolean agrees() {
            return difference <= tolerance;
        }
    }

    interface Operation {
        void run(ParityTrial trial);
    }

    /** Runs every operation on both; one result for each operation. */
    public static List<Result> compare(Backend reference, Backend candidate) {
        BackendParity parity = new BackendParity(reference, candidate);
        parity.embeddings();
        parity.norms();
        parity.linear();
        parity.attention();
        parity.chosenRows();
        parity.elementwise();
        parity.loss();
        parity.updates();
        return parity.results;
    }

    /** Runs those that add up many numbers on shapes as training has them, beyond every block that a kernel may cut. */
    public static List<Result> compareLarge(Backend reference, Backend candidate) {
        BackendParity parity = new BackendParity(reference, candidate);
        LargeShapes.compare(parity);
        return parity.results;
    }

    private void check(String name, Operation... variants) {
        check(name, TOLERANCE, variants);
    }

    /**
     * The same for results that are sums of {@code depth} products of normally distributed numbers. They are as large as
     * the square root of depth, and what is within rounding of zero was a sum as large before: so large may differences be.
     */
    void checkSums(String name, int depth, Operation... variants) {
        check(name, TOLERANCE * Math.sqrt(depth), variants);
    }

    private void check(String name, double tolerance, Operation... variants) {
        double difference = 0;
        for (int i = 0; i < variants.length; i++) {
            ParityTrial expected = new ParityTrial(reference, i);
            ParityTrial actual = new ParityTrial(candidate, i);
            variants[i].run(expected);
            variants[i].run(actual);
            difference = Math.max(difference, expected.differenceTo(actual));
        }
        results.add(new Result(name, difference, tolerance));
    }

    private void embeddings() {
        check("embed", t -> t.on.embed(t.random(9, 5), t.random(7, 5), t.randomIndices(9, 0, 7)));
        check("embedBackward", t -> t.on.embedBackward(t.random(7, 5), t.random(9, 5), t.randomIndices(9, 0, 7)));
        check("addPositions", t -> t.on.addPositions(t.random(6, 5), t.random(4, 5), 2));
        check("addPositionsBackward", t -> t.on.addPositionsBackward(t.random(4, 5), t.random(6, 5), 2));
    }

    private void norms() {
        check(
                "rmsNorm",
                t -> t.on.rmsNorm(t.random(3, 16), t.random(3, 1), t.random(3, 16), null, 1e-5f),
                t -> t.on.rmsNorm(t.random(5, 7), t.random(5, 1), t.random(5, 7), t.random(1, 7), 1e-5f));
        check(
                "rmsNormBackward",
                t -> t.on.rmsNormBackward(
                        t.random(3, 16), null, t.random(3, 16), t.random(3, 16), t.random(3, 1), null),
                t -> t.on.rmsNormBackward(
                        t.random(5, 7),
                        t.random(1, 7),
                        t.random(5, 7),
                        t.random(5, 7),
                        t.random(5, 1),
                        t.random(1, 7)));
        check(
                "layerNorm",
                t -> t.on.layerNorm(
                        t.random(3, 16), t.random(3, 1), t.random(3, 1), t.random(3, 16), null, null, 1e-5f),
                t -> t.on.layerNorm(
                        t.random(5, 7),
                        t.random(5, 1),
                        t.random(5, 1),
                        t.random(5, 7),
                        t.random(1, 7),
                        t.random(1, 7),
                        1e-5f));
        check(
                "layerNormBackward",
                t -> t.on.layerNormBackward(
                        t.random(3, 16),
                        null,
                        null,
                        t.random(3, 16),
                        t.random(3, 16),
                        t.random(3, 1),
                        t.random(3, 1),
                        null),
                t -> t.on.layerNormBackward(
                        t.random(5, 7),
                        t.random(1, 7),
                        t.random(1, 7),
                        t.random(5, 7),
                        t.random(5, 7),
                        t.random(5, 1),
                        t.random(5, 1),
                        t.random(1, 7)));
    }

    private void linear() {
        check(
                "linear",
                t -> linear(t, 16, 32, 24, true),
                t -> linear(t, 1, 16, 257, false),
                t -> linear(t, 7, 5, 9, true),
                t -> linear(t, 13, 64, 3, false));
        check(
                "linearBackward",
                t -> linearBackward(t, 16, 32, 24),
                t -> linearBackward(t, 1, 16, 257),
                t -> linearBackward(t, 7, 5, 9),
                t -> t.on.linearBackward(null, t.random(9, 5), null, t.random(7, 9), t.random(7, 5), t.random(9, 5)));
    }

    static void linear(ParityTrial t, int rows, int in, int out, boolean bias) {
        t.on.linear(t.random(rows, out), t.random(rows, in), t.random(out, in), bias ? t.random(1, out) : null);
    }

    static void linearBackward(ParityTrial t, int rows, int in, int out) {
        Tensor dout = t.random(rows, out);
        t.on.linearBackward(
                t.random(rows, in), t.random(out, in), t.random(1, out), dout, t.random(rows, in), t.random(out, in));
    }

    private void attention() {
        check(
                "attention",
                t -> t.on.attention(t.random(16, 32), t.random(64, 16), t.random(16, 96), t.random(4, 16), 4, 1),
                t -> t.on.attention(t.random(14, 9), t.random(42, 7), t.random(14, 27), null, 3, 2),
                t -> t.on.attention(t.random(5, 6), t.random(10, 5), t.random(5, 18), t.random(2, 8), 2, 1));
        check(
                "attentionOfLast",
                t -> t.on.attentionOfLast(t.random(1, 32), t.random(4, 16), t.random(16, 96), t.random(4, 16), 4),
                t -> t.on.attentionOfLast(t.random(1, 9), t.random(3, 7), t.random(7, 27), null, 3),
                t -> t.on.attentionOfLast(t.random(1, 6), t.random(2, 5), t.random(5, 18), t.random(2, 8), 2),
                t -> t.on.attentionOfLast(t.random(1, 8), t.random(1, 1), t.random(1, 24), null, 1));
        check(
                "attentionBackward",
                t -> attentionBackward(t, 4, 8, 16, 1, 16),
                t -> attentionBackward(t, 3, 3, 7, 2, 0),
                t -> attentionBackward(t, 2, 3, 5, 1, 8));
    }

    /** The weights must be a softmax that was really computed: zero above the diagonal. */
    static void attentionBackward(ParityTrial t, int heads, int channels, int length, int batch, int distances) {
        int rows = batch * length;
        int width = heads * channels;
        Tensor bias = distances == 0 ? null : t.random(heads, distances);
        Tensor dbias = distances == 0 ? null : t.random(heads, distances);
        Tensor out = t.random(rows, width);
        Tensor weights = t.random(batch * heads * length, length);
        Tensor qkv = t.random(rows, 3 * width);
        t.on.attention(out, weights, qkv, bias, heads, batch);
        Tensor scratch = t.scratch(weights.rows(), length);
        t.on.attentionBackward(t.random(rows, 3 * width), dbias, scratch, out, weights, qkv, heads, batch);
    }

    /** To the bit: what a mixer says is written into files. */
    private void chosenRows() {
        check(
                "dotRows",
                0,
                t -> t.on.dotRows(t.random(15, 1), t.random(20, 124), t.random(1, 124), t.randomIndices(15, 0, 20)),
                t -> t.on.dotRows(t.random(4, 1), t.random(9, 16), t.random(1, 16), t.randomIndices(4, 0, 9)),
                t -> t.on.dotRows(t.random(1, 1), t.random(3, 4), t.random(1, 4), t.randomIndices(1, 0, 3)));
        check(
                "addToRows",
                0,
                t -> t.on.addToRows(t.random(20, 124), t.random(15, 1), t.random(1, 124), t.randomIndices(15, 0, 20)),
                t -> t.on.addToRows(t.random(3, 4), t.random(1, 1), t.random(1, 4), t.randomIndices(1, 0, 3)));
        check("putRows", 0, t -> t.on.putRows(t.random(9, 5), t.random(7, 5), t.randomIndices(7, 0, 9)));
    }

    private void elementwise() {
        check("add", t -> t.on.add(t.random(5, 7), t.random(5, 7), t.random(5, 7)));
        check("accumulate", t -> t.on.accumulate(t.random(5, 7), t.random(5, 7)));
        check(
                "activate",
                t -> activate(t, Activation.RELU),
                t -> activate(t, Activation.RELU_SQUARED),
                t -> activate(t, Activation.GELU));
        check(
                "activateBackward",
                t -> activateBackward(t, Activation.RELU),
                t -> activateBackward(t, Activation.RELU_SQUARED),
                t -> activateBackward(t, Activation.GELU));
    }

    private static void activate(ParityTrial t, Activation activation) {
        t.on.activate(t.random(5, 7), t.random(5, 7), activation);
    }

    private static void activateBackward(ParityTrial t, Activation activation) {
        t.on.activateBackward(t.random(5, 7), t.random(5, 7), t.random(5, 7), activation);
    }

    private void loss() {
        check(
                "crossEntropy",
                t -> t.on.crossEntropy(t.random(5, 1), t.random(5, 257), t.random(5, 257), t.randomIndices(5, -1, 257)),
                t -> {
                    Tensor logits = t.random(3, 16);
                    t.on.crossEntropy(t.random(3, 1), logits, logits, t.randomIndices(3, -1, 16));
                });
        check(
                "crossEntropyBackward",
                t -> t.on.crossEntropyBackward(
                        t.random(5, 257), t.random(5, 257), t.randomIndices(5, -1, 257), t.randomFloats(5)),
                t -> {
                    Tensor probs = t.random(3, 16);
                    t.on.crossEntropyBackward(probs, probs, t.randomIndices(3, -1, 16), t.randomFloats(3));
                });
    }

    private void updates() {
        check("fill", t -> t.on.fill(t.random(5, 7), 0.5f));
        check("scale", t -> t.on.scale(t.random(5, 7), -1.5f));
        check("copy", t -> t.on.copy(t.random(5, 7), t.random(5, 7)));
        check("sumOfSquares", t -> t.result(t.on.sumOfSquares(t.random(5, 7))));
        check("average", t -> t.on.average(t.random(5, 7), t.random(5, 7), 0.75f));
        check(
                "sgd",
                t -> t.on.sgd(t.random(5, 7), t.random(5, 7), null, 0.1f, 0),
                t -> t.on.sgd(t.random(5, 7), t.random(5, 7), t.random(5, 7), 0.1f, 0.9f));
        Operations.AdamRule rule = new Operations.AdamRule(0.9f, 0.99f, 1e-8f, 0.1f);
        check(
                "adam",
                t -> t.on.adam(
                        t.random(5, 7),
                        t.random(5, 7),
                        t.random(5, 7),
                        t.randomSquares(5, 7),
                        rule,
                        0.1f,
                        0.5f,
                        0.25f));
    }
}
