package microgpt.worker.bench;

import java.util.List;
import microgpt.compute.Activation;
import microgpt.model.ModelConfig;
import microgpt.model.Norm;
import microgpt.model.Position;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;

/** A model and how it is trained: {@code batch} windows of {@code length} tokens in each step. */
record Workload(String name, ModelConfig model, OptimizerConfig optimizer, int batch, int length) {
    /** The models that read a stream. */
    static final List<Workload> ONLINE = List.of(online("online.tiny", 1, 16), online("online.small", 2, 64));

    /** The laboratory's four models at the sizes that they are used in. */
    static final List<Workload> ALL = List.of(
            ONLINE.get(0),
            ONLINE.get(1),
            new Workload("microgpt-names", names(), adam(0.01, 0.85, 0.99, 0, 0), 1, 8),
            new Workload("byte-tinygpt-v0", byteTinyGpt(), adam(0.0003, 0.9, 0.95, 0.1, 1), 16, 128));

    /** One of {@link #ALL}. */
    static Workload named(String name) {
        for (Workload workload : ALL) {
            if (workload.name().equals(name)) {
                return workload;
            }
        }
        throw new IllegalArgumentException("no workload is called \"" + name + "\"");
    }

    /** The same model on another amount of text. */
    Workload of(int batch, int length) {
        return new Workload(name, model, optimizer, batch, length);
    }

    int tokens() {
        return batch * length;
    }

    /**
     * Floating-point operations of one step: for each token 6 for each weight of a matrix (the head counts, the embedding
     * does not) and 12 L T C for attention (Kaplan et al. 2020).
     */
    double operations() {
        double width = model.dModel();
        double block = 4 * width * width + 2 * width * model.dMlp();
        double weights = model.nLayers() * block + width * model.outputSize();
        return tokens() * (6 * weights + 12.0 * model.nLayers() * length * width);
    }

    private static Workload online(String name, int layers, int width) {
        ModelConfig.Init init = new ModelConfig.Init(0.05, 0.05, 0, 0.05, true, 1, 0);
        ModelConfig model = new ModelConfig(
                257,
                256,
                32,
                layers,
                4,
                width,
                4 * width,
                Position.RELATIVE,
                Norm.RMS,
                1e-5,
                false,
                false,
                true,
                true,
                Activation.RELU_SQUARED,
                false,
                true,
                init);
        return new Workload(name, model, adam(0.003, 0.5, 0.99, 0, 1), 1, 32);
    }

    private static ModelConfig names() {
        ModelConfig.Init init = new ModelConfig.Init(0.08, 0.08, 0.08, 0.08, false, 1, 0);
        return new ModelConfig(
                27,
                27,
                16,
                1,
                4,
                16,
                64,
                Position.LEARNED,
                Norm.RMS,
                1e-5,
                false,
                false,
                true,
                false,
                Activation.RELU,
                false,
                false,
                init);
    }

    private static ModelConfig byteTinyGpt() {
        ModelConfig.Init init = new ModelConfig.Init(0.02, 0.02, 0.02, 0.02, true, 1, 0);
        return new ModelConfig(
                256,
                256,
                128,
                4,
                4,
                128,
                512,
                Position.LEARNED,
                Norm.LAYER,
                1e-5,
                true,
                true,
                false,
                true,
                Activation.GELU,
                true,
                true,
                init);
    }

    private static OptimizerConfig adam(
            double learningRate, double beta1, double beta2, double weightDecay, double clip) {
        OptimizerConfig.Kind kind = weightDecay == 0 ? OptimizerConfig.Kind.ADAM : OptimizerConfig.Kind.ADAMW;
        return new OptimizerConfig(kind, learningRate, beta1, beta2, 1e-8, weightDecay, 0, clip, 0, Schedule.CONSTANT);
    }
}
