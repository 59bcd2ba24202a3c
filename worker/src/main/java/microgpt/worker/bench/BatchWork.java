package microgpt.worker.bench;

import microgpt.compute.Backend;
import microgpt.model.ModelConfig;
import microgpt.optim.OptimizerConfig;

/** A model trained by batches: {@code batch} windows of {@code length} tokens in each step. */
record BatchWork(String name, ModelConfig model, OptimizerConfig optimizer, int batch, int length) implements Workload {
    /** The same model on another amount of text. */
    BatchWork of(int batch, int length) {
        return new BatchWork(name, model, optimizer, batch, length);
    }

    @Override
    public int size() {
        return batch * length;
    }

    @Override
    public String unit() {
        return "tokens";
    }

    @Override
    public double operations() {
        return 3 * Workload.forward(model, batch, length);
    }

    @Override
    public Runnable on(Backend machine) {
        return new Training(this, machine)::step;
    }
}
