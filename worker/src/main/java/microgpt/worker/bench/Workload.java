package microgpt.worker.bench;

import microgpt.compute.Backend;
import microgpt.model.ModelConfig;

/** What the benchmark repeats: one step of a shipped recipe. */
interface Workload {
    /** The recipe's name. */
    String name();

    /** What a step reads, in {@link #unit}. */
    int size();

    /** "bytes", new ones of a stream, or "tokens" of batches. */
    String unit();

    /** Floating-point operations of one step. */
    double operations();

    /** Makes everything ready; each run of the answer is a step. */
    Runnable on(Backend machine);

    /**
     * Floating-point operations of one forward pass: for each token 2 for each weight of a matrix (the head counts, the
     * embedding does not) and 4 L T C for attention (Kaplan et al. 2020). A backward pass takes twice as many.
     */
    static double forward(ModelConfig model, int batch, int length) {
        double width = model.dModel();
        double block = 4 * width * width + 2 * width * model.dMlp();
        double weights = model.nLayers() * block + width * model.outputSize();
        return batch * length * (2 * weights + 4.0 * model.nLayers() * length * width);
    }
}
