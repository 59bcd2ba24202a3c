package microgpt.worker.lab;

import microgpt.compute.Backend;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.engine.PrequentialEngine;

/** An engine, and the memory of its own, which is given back with it. */
record Machinery(PrequentialEngine engine, Backend own) {
    /** At position 0 of {@code stream}. */
    static Machinery build(OnlineRecipe recipe, ByteStream stream, Backend backend) {
        Backend own = backend.forOneRun();
        try {
            return new Machinery(new PrequentialEngine(recipe.online(), own, stream), own);
        } catch (RuntimeException | OutOfMemoryError e) {
            own.release();
            throw e;
        }
    }

    /** The machine, for a part of what belongs to this. */
    Backend part() {
        return own.forOnePart();
    }

    /** The engine may not be used any more. */
    void release() {
        own.release();
    }
}
