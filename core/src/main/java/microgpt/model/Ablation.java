package microgpt.model;

import microgpt.compute.Tensor;

/** Parts of a model taken out, by zeroing the weights that let them be heard: what is left shows what they did. */
public final class Ablation {
    private Ablation() {}

    /** Silences one head: the columns of {@code proj} (C,C) that read it. */
    public static void head(ModelConfig config, Weights weights, int layer, int head) {
        checkLayer(config, layer);
        if (head < 0 || head >= config.nHeads()) {
            throw new IllegalArgumentException("head " + head + " must be 0 to " + (config.nHeads() - 1));
        }
        Tensor proj = weights.blocks.get(layer).proj;
        int size = config.dModel() / config.nHeads();
        for (int row = 0; row < proj.rows(); row++) {
            for (int i = 0; i < size; i++) {
                proj.memory().set(proj.offset() + row * proj.cols() + head * size + i, 0);
            }
        }
    }

    /** Silences the feed-forward part of a layer: {@code down} and its bias. */
    public static void mlp(ModelConfig config, Weights weights, int layer) {
        checkLayer(config, layer);
        Weights.Block block = weights.blocks.get(layer);
        clear(block.down);
        if (block.downBias != null) {
            clear(block.downBias);
        }
    }

    private static void clear(Tensor tensor) {
        tensor.memory().write(tensor.offset(), new float[tensor.size()], 0, tensor.size());
    }

    private static void checkLayer(ModelConfig config, int layer) {
        if (layer < 0 || layer >= config.nLayers()) {
            throw new IllegalArgumentException("layer " + layer + " must be 0 to " + (config.nLayers() - 1));
        }
    }
}
