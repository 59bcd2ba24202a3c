package microgpt.worker.bench;

import microgpt.compute.Backend;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig;
import microgpt.engine.PrequentialEngine;
import microgpt.numeric.Rng;

/** An endless stream read by the whole prequential engine: predict, observe, update. */
final class EndlessRun {
    private static final int SEED = 1;
    /** Short, so that the models that count soon know it by heart, and what a step leaves behind is garbage. */
    private static final int PIECE = 1 << 12;

    private final ByteStream stream = new ByteStream("text").readOnce();
    private final byte[] piece = new byte[PIECE];
    private final PrequentialEngine engine;

    EndlessRun(OnlineConfig config, Backend on) {
        Rng rng = Rng.seeded(SEED);
        for (int i = 0; i < PIECE; i++) {
            piece[i] = (byte) ('a' + rng.nextInt(26));
        }
        engine = new PrequentialEngine(config, on, stream);
        long full = (long) config.experienceReplay().capacity() + config.model().contextLength();
        while (engine.position() < full) { // until there is as much to recall as there ever will be
            step();
        }
    }

    void step() {
        if (!engine.canStep()) {
            stream.append(piece, 0, PIECE);
        }
        engine.step();
    }
}
