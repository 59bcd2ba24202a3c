package microgpt.parity;

import microgpt.compute.Operations;

/** Shapes as training has them: no multiple of anything, several blocks of rows, columns and depth, several heads. */
final class LargeShapes {
    private static final int ROWS = 300;
    private static final int NARROW = 270;
    private static final int WIDE = 530;
    private static final int CLASSES = 257;
    private static final int POSITIONS = 130;
    private static final int PARAMETERS = 10_003;

    private LargeShapes() {}

    static void compare(BackendParity parity) {
        linear(parity);
        attention(parity);
        parity.checkSums(
                "layerNormBackward, large",
                ROWS, // which the gradients of gain and bias are sums of
                t -> t.on.layerNormBackward(
                        t.random(ROWS, NARROW),
                        t.random(1, NARROW),
                        t.random(1, NARROW),
                        t.random(ROWS, NARROW),
                        t.random(ROWS, NARROW),
                        t.random(ROWS, 1),
                        t.random(ROWS, 1),
                        t.random(1, NARROW)));
        parity.checkSums(
                "crossEntropy, large",
                1, // probabilities are at most 1, however many there are
                t -> t.on.crossEntropy(
                        t.random(ROWS, 1),
                        t.random(ROWS, CLASSES),
                        t.random(ROWS, CLASSES),
                        t.randomIndices(ROWS, -1, CLASSES)));
        parity.checkSums(
                "crossEntropyBackward, large",
                1,
                t -> t.on.crossEntropyBackward(
                        t.random(ROWS, CLASSES),
                        t.random(ROWS, CLASSES),
                        t.randomIndices(ROWS, -1, CLASSES),
                        t.randomFloats(ROWS)));
        Operations.AdamRule rule = new Operations.AdamRule(0.9f, 0.99f, 1e-8f, 0.1f);
        parity.checkSums(
                "adam, large",
                1,
                t -> t.on.adam(
                        t.random(1, PARAMETERS),
                        t.random(1, PARAMETERS),
                        t.random(1, PARAMETERS),
                        t.randomSquares(1, PARAMETERS),
                        rule,
                        0.1f,
                        0.5f,
                        0.25f));
    }

    /** Between them every product has more columns, rows and depth than one block, in each of the three forms. */
    private static void linear(BackendParity parity) {
        parity.checkSums(
                "linear, large",
                WIDE,
                t -> BackendParity.linear(t, ROWS, NARROW, WIDE, true),
                t -> BackendParity.linear(t, ROWS, WIDE, NARROW, false));
        parity.checkSums(
                "linearBackward, large",
                WIDE,
                t -> BackendParity.linearBackward(t, ROWS, NARROW, WIDE),
                t -> BackendParity.linearBackward(t, ROWS, WIDE, NARROW));
    }

    private static void attention(BackendParity parity) {
        int heads = 5;
        int channels = 7;
        int batch = 2;
        int width = heads * channels;
        parity.checkSums(
                "attention, large",
                POSITIONS,
                t -> t.on.attention(
                        t.random(batch * POSITIONS, width),
                        t.random(batch * heads * POSITIONS, POSITIONS),
                        t.random(batch * POSITIONS, 3 * width),
                        t.random(heads, POSITIONS + 2),
                        heads,
                        batch),
                t -> t.on.attention(
                        t.random(batch * POSITIONS, 64),
                        t.random(batch * 2 * POSITIONS, POSITIONS),
                        t.random(batch * POSITIONS, 192),
                        null,
                        2,
                        batch));
        parity.checkSums(
                "attentionBackward, large",
                POSITIONS,
                t -> BackendParity.attentionBackward(t, heads, channels, POSITIONS, batch, POSITIONS + 2),
                t -> BackendParity.attentionBackward(t, 2, 32, POSITIONS, batch, 0));
    }
}
