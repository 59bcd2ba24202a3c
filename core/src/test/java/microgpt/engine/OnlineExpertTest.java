package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import microgpt.predict.Chance;
import org.junit.jupiter.api.Test;

final class OnlineExpertTest {
    private static final byte[] TEXT = "the cat sat on the mat. the dog sat on the cat, and the mat was flat. "
            .repeat(6)
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void aByteCostsTheSameToTheBitWhetherAStepIsComputedAtOnceOrByteByByte() {
        PrequentialEngine atOnce = engine(Recipes.everything().config());
        OnlineExpert byteByByte = new OnlineExpert(Recipes.everything().config(), JavaBackend.alone());
        int position = 0;
        while (atOnce.canStep()) {
            StepResult step = atOnce.step();
            for (int k = 0; k < step.count(); k++) {
                assertEquals(step.bits(k), tell(byteByByte, TEXT[position]), "byte " + position);
                position++;
            }
        }
        assertEquals(TEXT.length, position);
        for (Score score : atOnce.meter().scores()) {
            assertEquals(
                    score.bits(),
                    byteByByte.engine().meter().score(score.of()).bits(),
                    score.of().label());
        }
    }

    @Test
    void whatIsForetoldIsWhatIsCharged() {
        PrequentialEngine engine = engine(Recipes.everything().config());
        float[] probs = new float[256];
        for (int i = 0; i < 40; i++) {
            engine.peek(probs);
            float[] again = new float[256];
            engine.peek(again);
            assertArrayEquals(probs, again);
            double mass = 0;
            for (float p : probs) {
                mass += p;
            }
            assertEquals(1, mass, 1e-5);
            int next = TEXT[(int) engine.position()];
            assertEquals(-Math.log(probs[next]) / Math.log(2), engine.step(1).bits(0), 1e-5);
        }
    }

    @Test
    void theTransformerLearnsTheSameBesideAMixtureAndAlone() {
        PrequentialEngine alone = engine(Recipes.everything()
                .cache(Recipes.NO_CACHE)
                .mixture(Recipes.NO_MIXTURE)
                .config());
        PrequentialEngine mixed = engine(Recipes.everything().config());
        while (alone.canStep()) {
            StepResult expected = alone.step();
            StepResult found = mixed.step();
            for (int k = 0; k < expected.count(); k++) {
                assertEquals(expected.bits(k), found.bits(Predictor.TRANSFORMER, k));
            }
        }
        assertArrayEquals(
                alone.learner().weights().all().toArray(),
                mixed.learner().weights().all().toArray());
        assertTrue(mixed.meter().whole() < alone.meter().whole());
        assertEquals(
                alone.meter().whole(),
                mixed.meter().score(Predictor.TRANSFORMER).mean(),
                1e-12);
    }

    @Test
    void aMixtureIsSwitchedOffAndOnWhileRunning() {
        Recipes mixed = Recipes.everything().cache(Recipes.NO_CACHE);
        OnlineConfig with = mixed.config();
        OnlineConfig without = mixed.mixture(with.mixture().enabled(false)).config();
        PrequentialEngine engine = engine(with);
        engine.step();
        engine.tune(without);
        assertEquals(Predictor.TRANSFORMER, engine.step().charged());
        assertEquals(0, engine.config().mixture().memoryBytes());
        engine.tune(with);
        assertEquals(Predictor.MIXTURE, engine.step().charged());
        Meter meter = engine.meter();
        assertEquals(12, meter.score(Predictor.TRANSFORMER).bytes());
        assertEquals(8, meter.score(Predictor.MIXTURE).bytes());
        assertEquals(8, meter.score(Predictor.COUNTS).bytes());
    }

    @Test
    void aCacheIsSwitchedOnAndOffWhileRunningAndIsChargedWhereThereIsNoMixture() {
        Recipes alone = Recipes.everything().mixture(Recipes.NO_MIXTURE);
        OnlineConfig with = alone.config();
        OnlineConfig without = alone.cache(Recipes.NO_CACHE).config();
        PrequentialEngine engine = engine(without);
        assertEquals(Predictor.TRANSFORMER, engine.step().charged());
        engine.tune(with);
        StepResult joined = engine.step();
        assertEquals(Predictor.CACHE, joined.charged());
        assertEquals(joined.bits(Predictor.TRANSFORMER, 0), joined.bits(0), 1e-5, "it has nothing to remember yet");
        assertFalse(engine.neighbours(2).isEmpty());
        engine.tune(without);
        engine.step();
        engine.tune(with);
        StepResult again = engine.step();
        assertTrue(Math.abs(again.bits(0) - again.bits(Predictor.TRANSFORMER, 0)) > 1e-4, "it went on to remember");
    }

    @Test
    void fixedShareNeverPaysMoreThanItsBound() {
        PrequentialEngine engine = engine(Recipes.everything().config());
        while (engine.canStep()) {
            engine.step();
            Meter meter = engine.meter();
            double paid = meter.score(Predictor.FIXED_SHARE).bits();
            assertTrue(paid <= meter.score(Predictor.FIXED_SHARE_BOUND).bits() + 1e-6);
            double bayes = Math.min(
                    meter.score(Predictor.CACHE).bits(),
                    meter.score(Predictor.COUNTS).bits());
            double stays = engine.position() * -Math.log(0.99) / Math.log(2);
            assertTrue(paid <= bayes + 1 + stays + 1e-6, "who never switches is one of the sequences");
        }
    }

    @Test
    void withoutAMixtureNothingIsCoded() {
        Exception thrown = assertThrows(
                IllegalArgumentException.class,
                () -> new OnlineExpert(Recipes.plain().config(), JavaBackend.alone()));
        assertEquals("mixture.enabled must be true where a text is coded, found false", thrown.getMessage());
    }

    private static PrequentialEngine engine(OnlineConfig config) {
        return new PrequentialEngine(
                config, JavaBackend.alone(), ByteStream.of("text", Arrays.copyOf(TEXT, TEXT.length)));
    }

    /** The bits that {@code next} costs. */
    private static double tell(OnlineExpert expert, int next) {
        double share = 1;
        for (int shift = 7; shift >= 0; shift--) {
            int bit = (next >> shift) & 1;
            share *= Chance.share(expert.chance(), bit);
            expert.learn(bit);
        }
        return Chance.bits(share);
    }
}
