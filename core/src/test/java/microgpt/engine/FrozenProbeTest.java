package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import org.junit.jupiter.api.Test;

class FrozenProbeTest {
    private static final Backend JAVA = JavaBackend.alone();
    private static final String TEXT = "do re mi fa\n".repeat(40);

    @Test
    void aRunThatIsProbedHasTheSameLossesToTheBit() {
        assertArrayEquals(losses(0), losses(1));
    }

    private static double[] losses(int probes) {
        PrequentialEngine engine = engine();
        FrozenProbe probe = new FrozenProbe(engine, JAVA);
        double[] losses = new double[TEXT.length()];
        while (engine.canStep()) {
            StepResult step = engine.step();
            for (int k = 0; k < step.count(); k++) {
                losses[(int) step.position() + k] = step.bits(step.charged(), k);
            }
            for (int i = 0; i < probes; i++) {
                probe.freeze(engine.learner().predicting().all().toArray());
                bits(probe, stream("sol la ti do sol la ti"));
            }
        }
        return losses;
    }

    @Test
    void itScoresAsTheRunDoesBeforeItLearns() {
        PrequentialEngine engine = engine();
        FrozenProbe probe = new FrozenProbe(engine, JAVA);
        probe.freezeUntrained();
        probe.begin(stream(TEXT));
        probe.advance();
        StepResult first = engine.step();
        double bits = 0;
        for (int k = 0; k < first.count(); k++) {
            bits += first.bits(Predictor.TRANSFORMER, k) / first.count();
        }
        assertEquals(bits, probe.bitsPerByte(), 1e-6);
    }

    @Test
    void itStandsStillWhileTheRunLearns() {
        PrequentialEngine engine = engine();
        FrozenProbe probe = new FrozenProbe(engine, JAVA);
        probe.freeze(engine.learner().predicting().all().toArray());
        double untrained = bits(probe, stream(TEXT));
        while (engine.canStep()) {
            engine.step();
        }
        assertEquals(untrained, bits(probe, stream(TEXT)));
        probe.freeze(engine.learner().predicting().all().toArray());
        double learned = bits(probe, stream(TEXT));
        assertTrue(learned < untrained - 3, untrained + " then " + learned);
        probe.freezeUntrained();
        assertEquals(untrained, bits(probe, stream(TEXT)));
    }

    @Test
    void whatOverflowsCostsInfinitelyMuch() {
        PrequentialEngine engine = engine();
        FrozenProbe probe = new FrozenProbe(engine, JAVA);
        float[] broken = engine.learner().weights().all().toArray();
        Arrays.fill(broken, Float.NaN);
        probe.freeze(broken);
        assertEquals(Double.POSITIVE_INFINITY, bits(probe, stream("abc")));
    }

    private static double bits(FrozenProbe probe, ByteStream text) {
        probe.begin(text);
        boolean more = true;
        while (more) {
            more = probe.advance();
        }
        return probe.bitsPerByte();
    }

    private static PrequentialEngine engine() {
        return new PrequentialEngine(Recipes.everything().config(), JAVA, stream(TEXT));
    }

    private static ByteStream stream(String text) {
        return ByteStream.of("test", text.getBytes(StandardCharsets.US_ASCII));
    }
}
