package microgpt.model;

import microgpt.compute.Tensor;
import microgpt.model.ModelConfig.Init;
import microgpt.numeric.Nullable;
import microgpt.numeric.Rng;

/**
 * Where learning starts. Matrices are drawn from normal distributions in the order of {@link Weights#tensors()}; gains are
 * 1, biases 0. Relative biases start as a gentle preference for the near, -0.02 per position, and each head but the last
 * looks {@code ngramBias} harder at one fixed distance, head h at h+1: together the heads start as an n-gram model, the
 * last one free to look anywhere.
 */
public final class Initializer {
    private static final double NEARNESS = -0.02;

    private final ModelConfig config;
    private final Init init;
    private final Rng rng;

    private Initializer(ModelConfig config, Rng rng) {
        this.config = config;
        this.init = config.init();
        this.rng = rng;
    }

    /** Sets every weight. The same state of {@code rng} gives the same weights on every machine. */
    public static void initialize(Weights w, ModelConfig config, Rng rng) {
        new Initializer(config, rng).initialize(w);
    }

    private void initialize(Weights w) {
        normal(w.wte, init.embeddingStd());
        if (w.wpe != null) {
            normal(w.wpe, init.positionStd());
        }
        if (!config.tieEmbeddings()) {
            normal(w.lmHead, init.headStd());
        }
        for (Weights.Block block : w.blocks) {
            initialize(block);
        }
        constant(w.finalGain, 1);
        constant(w.finalBias, 0);
    }

    private void initialize(Weights.Block w) {
        double residual = init.residualScale() / (init.scaleResidual() ? Math.sqrt(2.0 * config.nLayers()) : 1);
        normal(w.qkv, weightStd(w.qkv));
        normal(w.proj, weightStd(w.proj) * residual);
        normal(w.up, weightStd(w.up));
        normal(w.down, weightStd(w.down) * residual);
        constant(w.norm1Gain, 1);
        constant(w.norm1Bias, 0);
        constant(w.qkvBias, 0);
        constant(w.projBias, 0);
        constant(w.norm2Gain, 1);
        constant(w.norm2Bias, 0);
        constant(w.upBias, 0);
        constant(w.downBias, 0);
        if (w.relativeBias != null) {
            distances(w.relativeBias);
        }
    }

    private double weightStd(Tensor weight) {
        return init.weightStd() > 0 ? init.weightStd() : 1 / Math.sqrt(weight.cols());
    }

    /** A standard deviation of 0 draws nothing. */
    private void normal(Tensor x, double std) {
        float[] values = new float[x.size()];
        if (std > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (rng.nextGaussian() * std);
            }
        }
        x.memory().write(x.offset(), values, 0, values.length);
    }

    private static void constant(@Nullable Tensor x, float value) {
        if (x != null) {
            for (int i = 0; i < x.size(); i++) {
                x.memory().set(x.offset() + i, value);
            }
        }
    }

    private void distances(Tensor bias) {
        for (int h = 0; h < bias.rows(); h++) {
            for (int distance = 0; distance < bias.cols(); distance++) {
                boolean favourite = distance == h + 1 && h < bias.rows() - 1;
                bias.set(h, distance, (float) (NEARNESS * distance + (favourite ? init.ngramBias() : 0)));
            }
        }
    }
}
