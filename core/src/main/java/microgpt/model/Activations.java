package microgpt.model;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/**
 * Everything one forward pass computes, for windows of one shape: named slices of an allocation that all shapes share. A
 * tensor starts at the same float for every shape. Shapes: B sequences, T positions, R = B*T rows, C dModel, F dMlp, H
 * heads, V outputs.
 */
public final class Activations {
    public final int batch;
    public final int length;
    public final Tensor embedded; //               (R,C)
    public final @Nullable Normed embeddingNorm;
    public final List<Block> blocks;
    public final @Nullable Normed finalNorm;
    public final Tensor logits; //                 (R,V)
    public final Tensor probs; //                  (R,V)
    public final Tensor losses; //                 (R,1)
    private final List<NamedTensor> tensors;

    /** Cuts {@code slices}, which have room for windows of {@code most} rows and contextLength positions. */
    Activations(ModelConfig config, Slices slices, int batch, int length, int maxBatch) {
        this.batch = batch;
        this.length = length;
        Rows rows = new Rows(slices, batch * length, maxBatch * config.contextLength());
        embedded = rows.next("embedded", config.dModel());
        embeddingNorm = config.embeddingNorm() ? new Normed(config, rows, "embeddingNorm") : null;
        List<Block> layers = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            layers.add(new Block(config, rows, "blocks." + l + ".", length));
        }
        blocks = List.copyOf(layers);
        finalNorm = config.finalNorm() ? new Normed(config, rows, "finalNorm") : null;
        logits = rows.next("logits", config.outputSize());
        probs = rows.next("probs", config.outputSize());
        losses = rows.next("losses", 1);
        tensors = slices.named();
    }

    /** Memory for windows of up to {@code maxBatch} sequences of contextLength positions. */
    static Memory allocate(ModelConfig config, Backend on, int maxBatch) {
        return Slices.allocate(on, floatsFor(config, maxBatch));
    }

    static long floatsFor(ModelConfig config, int maxBatch) {
        Slices measured = Slices.measuring();
        new Activations(config, measured, maxBatch, config.contextLength(), maxBatch);
        return measured.measured();
    }

    /** What a block reads (R,C): what leaves the one below, or the embedding. */
    Tensor blockInput(int layer) {
        if (layer > 0) {
            return blocks.get(layer - 1).residual2;
        }
        return embeddingNorm == null ? embedded : embeddingNorm.out;
    }

    /** What leaves the last block (R,C). */
    Tensor stream() {
        return blockInput(blocks.size());
    }

    /** What the head reads (R,C). */
    public Tensor headInput() {
        return finalNorm == null ? stream() : finalNorm.out;
    }

    /** Every tensor, in the order of computation. */
    public List<NamedTensor> tensors() {
        return tensors;
    }

    /** Slices that all have the same number of rows, with room for more. */
    private record Rows(Slices slices, int count, int most) {
        Tensor next(String name, int cols) {
            return slices.next(name, count, cols, (long) most * cols);
        }

        /** One row for each head of each position: (B*H*T,T). */
        Tensor attention(String name, int heads, int length, int maxLength) {
            return slices.next(name, count * heads, length, (long) most * heads * maxLength);
        }
    }

    /** The result of a norm and what its backward pass needs. */
    public static final class Normed {
        public final Tensor out; //             (R,C)
        public final @Nullable Tensor mean; //  (R,1), layer norm only
        public final Tensor rstd; //            (R,1), reciprocal of the standard deviation or root mean square

        private Normed(ModelConfig config, Rows rows, String name) {
            mean = config.norm() == Norm.LAYER ? rows.next(name + ".mean", 1) : null;
            rstd = rows.next(name + ".rstd", 1);
            out = rows.next(name, config.dModel());
        }
    }

    /** What one transformer block computes, in order. */
    public static final class Block {
        public final Normed norm1; //      (R,C)
        public final Tensor qkv; //        (R,3C)
        public final Tensor attention; //  (B*H*T,T), the softmax
        public final Tensor mixed; //      (R,C), the values that attention gathered
        public final Tensor projected; //  (R,C)
        public final Tensor residual1; //  (R,C)
        public final Normed norm2; //      (R,C)
        public final Tensor up; //         (R,F)
        public final Tensor activated; //  (R,F)
        public final Tensor down; //       (R,C)
        public final Tensor residual2; //  (R,C)

        private Block(ModelConfig config, Rows rows, String prefix, int length) {
            norm1 = new Normed(config, rows, prefix + "norm1");
            qkv = rows.next(prefix + "qkv", 3 * config.dModel());
            attention = rows.attention(prefix + "attention", config.nHeads(), length, config.contextLength());
            mixed = rows.next(prefix + "mixed", config.dModel());
            projected = rows.next(prefix + "projected", config.dModel());
            residual1 = rows.next(prefix + "residual1", config.dModel());
            norm2 = new Normed(config, rows, prefix + "norm2");
            up = rows.next(prefix + "up", config.dMlp());
            activated = rows.next(prefix + "activated", config.dMlp());
            down = rows.next(prefix + "down", config.dModel());
            residual2 = rows.next(prefix + "residual2", config.dModel());
        }
    }

    /**
     * Copies the distribution that the latest forward pass computed in {@code row} to {@code into} from {@code at} on:
     * {@code count} values of it, or all if they are fewer.
     */
    public void readProbs(int row, float[] into, int at, int count) {
        probs.memory().read(probs.offset() + row * probs.cols(), into, at, Math.min(count, probs.cols()));
    }
}
