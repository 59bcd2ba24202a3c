package microgpt.worker.bench;

import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig;
import microgpt.engine.Predictor;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.StepResult;
import microgpt.numeric.Bits;
import microgpt.numeric.Rng;

/** How far the losses of an online run on another back end drift from those of the reference, every mechanism as configured. */
final class Drift {
    private static final int SEED = 1;
    /** Texts repeat themselves; so does this one, or there would be nothing to learn. */
    private static final int PERIOD = 97;

    private Drift() {}

    /** The largest difference of a step's mean loss, in nats, over so many steps on the same seeded text. */
    static double of(OnlineConfig config, Backend machine, int steps) {
        Backend on = machine.forOneRun();
        ByteStream text = text(steps * config.stride());
        PrequentialEngine expected = new PrequentialEngine(config, JavaBackend.alone(), text);
        PrequentialEngine actual = new PrequentialEngine(config, on, text);
        double largest = 0;
        for (int step = 0; step < steps; step++) {
            double difference = mean(expected.step()) - mean(actual.step());
            largest = Math.max(largest, Math.abs(difference));
        }
        on.release();
        return largest;
    }

    /** What a byte of the step cost the transformer, in nats. */
    private static double mean(StepResult step) {
        double bits = 0;
        for (int k = 0; k < step.count(); k++) {
            bits += step.bits(Predictor.TRANSFORMER, k);
        }
        return Bits.toNats(bits) / step.count();
    }

    private static ByteStream text(int length) {
        Rng rng = Rng.seeded(SEED);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = i < PERIOD ? (byte) ('a' + rng.nextInt(26)) : bytes[i - PERIOD];
        }
        return ByteStream.of("text", bytes);
    }
}
