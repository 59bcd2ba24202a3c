package microgpt.worker.bench;

import microgpt.compute.Backend;
import microgpt.corpus.BosPlacement;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.StepResult;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.numeric.Rng;
import microgpt.predict.ContinuousCache;
import microgpt.predict.FixedShare;
import microgpt.predict.Mixture;
import microgpt.predict.Size;

/**
 * The prequential promise, tried on one back end: another byte in the stream changes no loss recorded before it, to the last
 * bit, every mechanism on.
 */
final class Promise {
    private static final int LENGTH = 1000;
    private static final int CHANGED_AT = 701;
    private static final int SEED = 1;

    private final OnlineConfig config;

    Promise(OnlineConfig recipe) {
        config = new OnlineConfig(
                recipe.model(),
                recipe.optimizer(),
                recipe.context(),
                recipe.stride(),
                OnlineConfig.TrainOn.WINDOW,
                BosPlacement.STREAM,
                new SelectiveBackprop.Settings(true, SelectiveBackprop.Rule.PERCENTILE, 0, 1, 0.1, 64),
                new ExperienceReplay.Settings(true, 2, 1000, 0.5),
                new AdaptiveRate.Settings(true, 0.1, 0.01, 0.1, 1, 2),
                new ContinuousCache.Settings(true, 100, 0.2, 0.2, 0.01),
                new Mixture.Settings(true, Size.MINI, 1),
                new FixedShare.Settings(true, 0.01),
                SEED);
    }

    /** How many losses before the changed byte differ, or all if the changed byte itself costs the same. */
    int broken(Backend machine) {
        byte[] text = new byte[LENGTH];
        Rng rng = Rng.seeded(SEED);
        for (int i = 0; i < LENGTH; i++) {
            text[i] = (byte) ('a' + rng.nextInt(6));
        }
        float[] before = losses(machine, text);
        text[CHANGED_AT] = 'z';
        float[] after = losses(machine, text);
        int broken = 0;
        for (int i = 0; i < CHANGED_AT; i++) {
            if (before[i] != after[i]) {
                broken++;
            }
        }
        return before[CHANGED_AT] == after[CHANGED_AT] ? CHANGED_AT : broken;
    }

    private float[] losses(Backend machine, byte[] text) {
        Backend on = machine.forOneRun();
        PrequentialEngine engine = new PrequentialEngine(config, on, ByteStream.of("text", text));
        float[] losses = new float[LENGTH];
        while (engine.canStep()) {
            StepResult step = engine.step();
            System.arraycopy(step.losses(), 0, losses, (int) step.position(), step.count());
        }
        on.release();
        return losses;
    }
}
