package microgpt.worker.bench;

import microgpt.compute.Backend;
import microgpt.corpus.Beginning;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig;
import microgpt.engine.PrequentialEngine;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.numeric.Rng;

/** An endless stream read by the whole prequential engine, every mechanism off: predict, observe, update. */
final class Reading {
    /** New bytes of each step, and as many older ones before them. */
    static final int STRIDE = 16;

    private static final int SEED = 1;
    private static final int PIECE = 1 << 14;

    private final ByteStream stream = new ByteStream("text");
    private final byte[] piece = new byte[PIECE];
    private final PrequentialEngine engine;

    Reading(Workload workload, Backend on) {
        Rng rng = Rng.seeded(SEED);
        for (int i = 0; i < PIECE; i++) {
            piece[i] = (byte) ('a' + rng.nextInt(26));
        }
        OnlineConfig config = new OnlineConfig(
                workload.model(),
                workload.optimizer(),
                STRIDE,
                STRIDE,
                OnlineConfig.TrainOn.WINDOW,
                Beginning.STREAM,
                new SelectiveBackprop.Settings(false, SelectiveBackprop.Rule.PERCENTILE, 0, 1, 0.1, 64),
                new ExperienceReplay.Settings(false, 1, 1000, 0.5),
                new AdaptiveRate.Settings(false, 0.1, 0.01, 0.1, 1, 2),
                SEED);
        engine = new PrequentialEngine(config, on, stream);
    }

    void step() {
        if (!engine.canStep()) {
            stream.append(piece, 0, PIECE);
        }
        engine.step();
    }
}
