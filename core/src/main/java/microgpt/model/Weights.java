package microgpt.model;

import java.util.ArrayList;
import java.util.List;
import microgpt.compute.Backend;
import microgpt.compute.Memory;
import microgpt.compute.Tensor;
import microgpt.numeric.Nullable;

/**
 * Everything a model learns: named slices of one allocation. Gradients, an optimizer's moments and a moving average of
 * weights are {@code Weights} too. All matrices come first, all vectors (and the relative biases, which act like vectors)
 * after them, so that weight decay reaches matrices only and needs no list. Fields are null where the model has no such
 * part. Shapes: C dModel, F dMlp, H heads, T contextLength, V vocabulary.
 */
public final class Weights {
    private static final List<String> BLOCK_BACKWARD = List.of(
            "down",
            "downBias",
            "up",
            "upBias",
            "norm2Gain",
            "norm2Bias",
            "proj",
            "projBias",
            "relativeBias",
            "qkv",
            "qkvBias",
            "norm1Gain",
            "norm1Bias");

    private final Tensor all;
    private final Tensor matrices;
    private final Tensor vectors;
    private final List<NamedTensor> tensors;

    public final Tensor wte; //                  (V,C)
    public final @Nullable Tensor wpe; //        (T,C)
    public final Tensor lmHead; //               (outputs,C), a part of wte when tied
    public final List<Block> blocks;
    public final @Nullable Tensor finalGain; //  (1,C)
    public final @Nullable Tensor finalBias; //  (1,C)

    /** All zeros. */
    public Weights(ModelConfig config, Backend on) {
        Memory memory = on.allocate(config.parameterCount());
        Slices slices = new Slices(memory);
        int channels = config.dModel();
        wte = slices.next("wte", config.vocabSize(), channels);
        wpe = config.position() == Position.LEARNED ? slices.next("wpe", config.contextLength(), channels) : null;
        lmHead = config.tieEmbeddings()
                ? wte.firstRows(config.outputSize())
                : slices.next("lmHead", config.outputSize(), channels);
        Matrices[] matricesOf = new Matrices[config.nLayers()];
        for (int l = 0; l < matricesOf.length; l++) {
            matricesOf[l] = new Matrices(config, slices, "blocks." + l + ".");
        }
        int decayed = slices.used();
        matrices = slices.since(0);
        Block[] layers = new Block[config.nLayers()];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new Block(config, slices, "blocks." + l + ".", matricesOf[l]);
        }
        blocks = List.of(layers);
        finalGain = vector(slices, "finalGain", channels, config.finalNorm() && config.normGain());
        finalBias = vector(slices, "finalBias", channels, config.finalNorm() && config.normBias());
        if (slices.used() != memory.size()) {
            throw new IllegalStateException(
                    "the tensors hold " + slices.used() + " parameters, the shape promises " + memory.size());
        }
        tensors = slices.named();
        all = slices.since(0);
        vectors = slices.since(decayed);
    }

    /** The whole allocation, (1,P): one loop for optimizers, one reduction for norms, one copy for checkpoints. */
    public Tensor all() {
        return all;
    }

    /** What weight decay reaches: embeddings, head, and the matrices of the blocks, as one row. */
    public Tensor matrices() {
        return matrices;
    }

    /** What weight decay spares: gains, biases, relative biases, as one row; it may be empty. */
    public Tensor vectors() {
        return vectors;
    }

    /** Every tensor once, in the order of memory. */
    public List<NamedTensor> tensors() {
        return tensors;
    }

    /** Every tensor once, in the order in which a backward pass completes their gradients. */
    List<NamedTensor> inBackwardOrder() {
        List<NamedTensor> order = new ArrayList<>();
        addNamed(order, "lmHead");
        addNamed(order, "finalGain");
        addNamed(order, "finalBias");
        for (int l = blocks.size() - 1; l >= 0; l--) {
            for (String part : BLOCK_BACKWARD) {
                addNamed(order, "blocks." + l + "." + part);
            }
        }
        addNamed(order, "wpe");
        addNamed(order, "wte");
        return order;
    }

    private void addNamed(List<NamedTensor> order, String name) {
        for (NamedTensor named : tensors) {
            if (named.name().equals(name)) {
                order.add(named);
            }
        }
    }

    private static @Nullable Tensor vector(Slices slices, String name, int size, boolean wanted) {
        return wanted ? slices.next(name, 1, size) : null;
    }

    /** The matrices of one block, cut before the vectors of any. */
    private static final class Matrices {
        final Tensor qkv;
        final Tensor proj;
        final Tensor up;
        final Tensor down;

        Matrices(ModelConfig config, Slices slices, String prefix) {
            qkv = slices.next(prefix + "qkv", 3 * config.dModel(), config.dModel());
            proj = slices.next(prefix + "proj", config.dModel(), config.dModel());
            up = slices.next(prefix + "up", config.dMlp(), config.dModel());
            down = slices.next(prefix + "down", config.dModel(), config.dMlp());
        }
    }

    /** The weights of one transformer block, in the order in which they are used. */
    public static final class Block {
        public final @Nullable Tensor norm1Gain; //     (1,C)
        public final @Nullable Tensor norm1Bias; //     (1,C)
        public final Tensor qkv; //                     (3C,C)
        public final @Nullable Tensor qkvBias; //       (1,3C)
        public final @Nullable Tensor relativeBias; //  (H,T), by distance
        public final Tensor proj; //                    (C,C)
        public final @Nullable Tensor projBias; //      (1,C)
        public final @Nullable Tensor norm2Gain; //     (1,C)
        public final @Nullable Tensor norm2Bias; //     (1,C)
        public final Tensor up; //                      (F,C)
        public final @Nullable Tensor upBias; //        (1,F)
        public final Tensor down; //                    (C,F)
        public final @Nullable Tensor downBias; //      (1,C)

        private Block(ModelConfig config, Slices slices, String prefix, Matrices matrices) {
            int channels = config.dModel();
            qkv = matrices.qkv;
            proj = matrices.proj;
            up = matrices.up;
            down = matrices.down;
            norm1Gain = vector(slices, prefix + "norm1Gain", channels, config.normGain());
            norm1Bias = vector(slices, prefix + "norm1Bias", channels, config.normBias());
            qkvBias = vector(slices, prefix + "qkvBias", 3 * channels, config.linearBias());
            relativeBias = config.position() == Position.RELATIVE
                    ? slices.next(prefix + "relativeBias", config.nHeads(), config.contextLength())
                    : null;
            projBias = vector(slices, prefix + "projBias", channels, config.linearBias());
            norm2Gain = vector(slices, prefix + "norm2Gain", channels, config.normGain());
            norm2Bias = vector(slices, prefix + "norm2Bias", channels, config.normBias());
            upBias = vector(slices, prefix + "upBias", config.dMlp(), config.linearBias());
            downBias = vector(slices, prefix + "downBias", channels, config.linearBias());
        }
    }
}
