package microgpt.web.recipe;

import microgpt.engine.OnlineConfig;
import microgpt.model.ModelConfig;
import microgpt.optim.OptimizerConfig;

/** What a recipe will take, before it is started. */
public record Estimate(int parameters, long memoryBytes) {
    private static final int FLOAT_BYTES = 4;

    /** Weights, gradients, moments, average, and the activations of a step with their gradients: about, not exactly. */
    public static Estimate of(OnlineConfig run) {
        ModelConfig model = run.model();
        OptimizerConfig optimizer = run.optimizer();
        int moments = optimizer.kind() == OptimizerConfig.Kind.SGD ? (optimizer.momentum() > 0 ? 1 : 0) : 2;
        long copies = 2L + moments + (optimizer.averageDecay() > 0 ? 1 : 0);
        int windows =
                1 + (run.experienceReplay().enabled() ? run.experienceReplay().windows() : 0);
        long rows = (long) windows * (run.context() + run.stride());
        long width = model.dModel();
        long perLayer = 11 * width + 2L * model.dMlp() + (long) model.nHeads() * (run.context() + run.stride());
        long activations = rows * (4 * width + model.nLayers() * perLayer + 2L * model.outputSize());
        return new Estimate(model.parameterCount(), FLOAT_BYTES * (copies * model.parameterCount() + 2 * activations));
    }
}
