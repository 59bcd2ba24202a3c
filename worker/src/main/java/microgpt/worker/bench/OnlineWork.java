package microgpt.worker.bench;

import microgpt.compute.Backend;
import microgpt.config.OnlineRecipe;
import microgpt.engine.OnlineConfig;
import microgpt.model.ModelConfig;

/** The whole prequential engine reading a stream, every mechanism as the recipe has it. */
record OnlineWork(String name, OnlineConfig config) implements Workload {
    /** Windows to recall from: soon there are as many, and then a run that goes on keeps nothing more of them. */
    private static final String CAPACITY = "1024";

    OnlineWork(String name, OnlineRecipe recipe) {
        this(name, recipe.with("experience_replay.capacity", CAPACITY).online());
    }

    @Override
    public int size() {
        return config.stride();
    }

    @Override
    public String unit() {
        return "bytes";
    }

    /** Averaged weights predict in a pass of their own; what is learned goes forward and back, recalled windows as well. */
    @Override
    public double operations() {
        ModelConfig model = config.model();
        int recalled =
                config.experienceReplay().enabled() ? config.experienceReplay().windows() : 0;
        double window = Workload.forward(model, 1, config.context() + config.stride());
        double predicting = config.optimizer().averageDecay() > 0 ? window : 0;
        return predicting + 3 * window + 3 * Workload.forward(model, recalled, model.contextLength());
    }

    @Override
    public Runnable on(Backend machine) {
        return new EndlessRun(config, machine)::step;
    }
}
