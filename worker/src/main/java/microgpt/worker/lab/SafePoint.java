package microgpt.worker.lab;

import microgpt.compute.Tensor;
import microgpt.config.OnlineRecipe;
import microgpt.engine.PrequentialEngine;
import microgpt.numeric.Snapshot;

/** The transformer of a run as it was at {@code position}: its weights, all that moves them, and the recipe in force. */
record SafePoint(long position, OnlineRecipe recipe, Snapshot learned) {
    private static final String WEIGHTS = "weights";
    private static final String LEARNER = "learner";

    static SafePoint of(PrequentialEngine engine, OnlineRecipe recipe) {
        Snapshot learned = new Snapshot();
        learned.put(WEIGHTS, engine.learner().weights().all().toArray());
        engine.learner().save(learned.part(LEARNER));
        return new SafePoint(engine.position(), recipe, learned);
    }

    /** Puts the weights back; {@code engine} must be tuned to a recipe with the same optimizer. */
    void restore(PrequentialEngine engine) {
        Tensor all = engine.learner().weights().all();
        all.memory().write(all.offset(), learned.finiteFloats(WEIGHTS, all.size()), 0, all.size());
        engine.learner().restore(learned.part(LEARNER));
    }
}
