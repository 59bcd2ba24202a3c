package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.corpus.BosPlacement;
import microgpt.corpus.ByteStream;
import microgpt.engine.OnlineConfig.TrainOn;
import microgpt.mechanism.AdaptiveRate;
import microgpt.mechanism.ExperienceReplay;
import microgpt.mechanism.SelectiveBackprop;
import microgpt.model.NonFiniteException;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;

class PrequentialEngineTest {
    private static final float LN_256 = (float) Math.log(256);

    @Test
    void changingAByteChangesNoLossBeforeIt() {
        byte[] bytes = speech(1, 403);
        for (Recipes recipe : new Recipes[] {Recipes.plain(), Recipes.everything()}) {
            float[] losses = losses(recipe, bytes);
            for (int changed : new int[] {0, 2, 5, 8, 201, 202, 203, 204, 400, 402}) {
                byte[] others = randomizedFrom(bytes, changed);
                float[] otherLosses = losses(recipe, others);
                assertArrayEquals(
                        Arrays.copyOf(losses, changed), Arrays.copyOf(otherLosses, changed), "byte " + changed);
                assertNotEquals(losses[changed], otherLosses[changed], "the changed byte costs something else");
            }
        }
    }

    @Test
    void everyMechanismActsInThePromiseTest() {
        PrequentialEngine engine = engine(Recipes.everything(), speech(1, 403));
        run(engine);
        Counters counters = engine.counters();
        assertTrue(counters.skipped() > 0, counters.toString());
        assertTrue(counters.replayed() > 0, counters.toString());
        assertTrue(counters.boosted() > 0, counters.toString());
        assertTrue(counters.clipped() > 0, counters.toString());
    }

    @Test
    void everyByteIsRecordedOnceIncludingAShortLastWindow() {
        for (int length : new int[] {1, 3, 4, 5, 101}) {
            PrequentialEngine engine = engine(Recipes.plain(), speech(1, length));
            long expected = 0;
            while (engine.canStep()) {
                StepResult result = engine.step();
                assertEquals(expected, result.position());
                expected += result.count();
            }
            assertEquals(length, expected);
            assertEquals(length, engine.position());
            assertEquals(length, engine.meter().bytes());
            assertEquals((length + 3) / 4, engine.steps());
        }
    }

    @Test
    void anEmptyStreamHasNoStep() {
        assertFalse(engine(Recipes.plain(), new byte[0]).canStep());
    }

    @Test
    void theSameSeedGivesTheSameLossesAndAnotherSeedOthers() {
        byte[] bytes = speech(1, 200);
        float[] losses = losses(Recipes.everything(), bytes);
        assertArrayEquals(losses, losses(Recipes.everything(), bytes));
        assertNotEquals(losses[100], losses(Recipes.everything().seed(2), bytes)[100]);
    }

    @Test
    void howTheBytesArriveDoesNotMatter() {
        byte[] bytes = speech(1, 203);
        ByteStream stream = new ByteStream("slow");
        PrequentialEngine engine = new PrequentialEngine(Recipes.everything().config(), JavaBackend.alone(), stream);
        float[] losses = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            stream.append(bytes, i, 1);
            collect(engine, losses);
        }
        stream.complete();
        collect(engine, losses);
        assertArrayEquals(losses(Recipes.everything(), bytes), losses);
    }

    @Test
    void aMechanismThatActsOnNothingIsAsGoodAsAbsent() {
        byte[] bytes = speech(1, 300);
        float[] absent = losses(Recipes.plain(), bytes);
        SelectiveBackprop.Settings noBeta =
                new SelectiveBackprop.Settings(true, SelectiveBackprop.Rule.PERCENTILE, 0, 0, 0, 64);
        SelectiveBackprop.Settings noThreshold = new SelectiveBackprop.Settings(
                true, SelectiveBackprop.Rule.THRESHOLD, Double.NEGATIVE_INFINITY, 0, 0, 64);
        assertArrayEquals(absent, losses(Recipes.plain().selective(noBeta), bytes));
        assertArrayEquals(absent, losses(Recipes.plain().selective(noThreshold), bytes));
        assertArrayEquals(
                absent, losses(Recipes.plain().replay(new ExperienceReplay.Settings(true, 0, 100, 1)), bytes));
        assertArrayEquals(
                absent, losses(Recipes.plain().adaptive(new AdaptiveRate.Settings(true, 1, 1, 0, 0, 5)), bytes));
        assertArrayEquals(absent, losses(Recipes.plain().optimizer(Recipes.adam(0.02, 1e6, 0)), bytes));
    }

    @Test
    void aThresholdOfInfinityNeverTouchesAWeight() {
        SelectiveBackprop.Settings nothing = new SelectiveBackprop.Settings(
                true, SelectiveBackprop.Rule.THRESHOLD, Double.POSITIVE_INFINITY, 0, 0, 64);
        PrequentialEngine engine = engine(Recipes.everything().selective(nothing), speech(1, 100));
        float[] before = engine.learner().weights().all().toArray();
        StepResult first = engine.step();
        assertFalse(first.learned());
        assertEquals(losses(Recipes.everything(), speech(1, 100))[0], first.losses()[0]);
        run(engine);
        assertArrayEquals(before, engine.learner().weights().all().toArray());
        assertEquals(25, engine.counters().skipped());
        assertEquals(0, engine.counters().replayed());
    }

    @Test
    void randomBytesCannotBePredicted() {
        byte[] bytes = new byte[6000];
        Rng rng = Rng.seeded(9);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) rng.nextInt(256);
        }
        PrequentialEngine engine = engine(Recipes.everything(), bytes);
        run(engine);
        assertTrue(
                engine.meter().whole() > 7.97,
                "bits per byte: " + engine.meter().whole());
    }

    @Test
    void oneByteRepeatedSoonCostsNothing() {
        byte[] bytes = new byte[1200];
        Arrays.fill(bytes, (byte) 'a');
        PrequentialEngine engine = engine(Recipes.plain(), bytes);
        run(engine);
        assertTrue(
                engine.meter().fast() < 0.05, "bits per byte: " + engine.meter().fast());
    }

    @Test
    void textIsLearnedAndBestWithReplay() {
        byte[] bytes = speech(1, 3000);
        PrequentialEngine plain = engine(Recipes.plain(), bytes);
        PrequentialEngine replaying =
                engine(Recipes.plain().replay(new ExperienceReplay.Settings(true, 2, 10_000, 0)), bytes);
        run(plain);
        run(replaying);
        assertTrue(plain.meter().whole() < 4, "bits per byte: " + plain.meter().whole());
        assertTrue(replaying.meter().whole() < plain.meter().whole());
    }

    @Test
    void trainingOnTheWholeWindowIsSomethingElse() {
        byte[] bytes = speech(1, 60);
        float[] onNew = losses(Recipes.plain(), bytes);
        float[] onWindow = losses(Recipes.plain().trainOn(TrainOn.WINDOW), bytes);
        assertArrayEquals(Arrays.copyOf(onNew, 8), Arrays.copyOf(onWindow, 8), 1e-6f);
        assertNotEquals(onNew[12], onWindow[12]);
    }

    @Test
    void peekingForetellsExactlyWhatTheNextStepRecords() {
        byte[] bytes = speech(1, 90);
        PrequentialEngine engine = engine(Recipes.everything(), bytes);
        float[] expected = losses(Recipes.everything(), bytes);
        float[] probs = new float[256];
        while (engine.canStep()) {
            engine.peek(probs);
            double sum = 0;
            for (float p : probs) {
                sum += p;
            }
            assertEquals(1, sum, 1e-5);
            int at = (int) engine.position();
            float first = engine.step().losses()[0];
            assertEquals(expected[at], first);
            assertEquals(-Math.log(probs[bytes[at]]), first, 1e-5);
        }
    }

    @Test
    void keysThatAreTypedArePredictedOneByOne() {
        ByteStream stream = new ByteStream("typed");
        PrequentialEngine engine = new PrequentialEngine(Recipes.everything().config(), JavaBackend.alone(), stream);
        float[] probs = new float[256];
        byte[] keys = speech(1, 50);
        for (int i = 0; i < keys.length; i++) {
            engine.peek(probs);
            stream.append(keys, i, 1);
            StepResult result = engine.step(1);
            assertEquals(1, result.count());
            assertEquals(-Math.log(probs[keys[i]]), result.losses()[0], 1e-5);
        }
        assertEquals(keys.length, engine.meter().bytes());
    }

    @Test
    void aTunedEngineKeepsLearning() {
        byte[] bytes = speech(1, 800);
        PrequentialEngine engine = engine(Recipes.plain(), bytes);
        for (int i = 0; i < 50; i++) {
            engine.step();
        }
        engine.tune(Recipes.everything().seed(7).config());
        assertEquals(1, engine.config().seed(), "what cannot change while running stays");
        float[] before = engine.learner().weights().all().toArray();
        run(engine);
        assertTrue(engine.counters().replayed() > 0);
        assertFalse(Arrays.equals(before, engine.learner().weights().all().toArray()));
        engine.tune(Recipes.plain().config());
        assertEquals(800, engine.position());
    }

    @Test
    void aReplayedByteIsNoLongerTouchedOnce() {
        byte[] bytes = speech(1, 200);
        assertTrue(engine(Recipes.plain(), bytes).singleTouch());
        assertFalse(engine(Recipes.plain().trainOn(TrainOn.WINDOW), bytes).singleTouch());
        PrequentialEngine engine = engine(Recipes.everything(), bytes);
        assertFalse(engine.singleTouch());
        run(engine);
        assertTrue(engine.prequential(), "a decoder can replay as well");
        engine.tune(Recipes.plain().config());
        assertFalse(engine.singleTouch(), "what was replayed remains so");
    }

    @Test
    void aRunIsPrequentialUntilItIsTunedOnTheWay() {
        PrequentialEngine engine = engine(Recipes.plain(), speech(1, 203));
        engine.tune(Recipes.everything().config());
        assertTrue(engine.prequential(), "it had not begun");
        run(engine);
        assertTrue(engine.prequential(), "a short last step tells a decoder nothing");
        engine.tune(Recipes.everything().config());
        assertTrue(engine.prequential(), "nothing was changed");
        engine.tune(Recipes.plain().config());
        assertFalse(engine.prequential());
        engine.tune(Recipes.everything().config());
        assertFalse(engine.prequential(), "it was changed twice");
    }

    @Test
    void aSavedRunKnowsWhetherItWasTuned() {
        byte[] bytes = speech(1, 203);
        PrequentialEngine engine = engine(Recipes.everything(), bytes);
        engine.step();
        assertTrue(restored(engine, bytes).prequential());
        engine.tune(Recipes.everything().adaptive(Recipes.STEADY).config());
        engine.tune(Recipes.everything().config());
        assertFalse(restored(engine, bytes).prequential());
    }

    @Test
    void aRunCanBeSavedAndRestoredPartByPart() {
        byte[] bytes = speech(1, 203);
        PrequentialEngine engine = engine(Recipes.everything(), bytes);
        for (int i = 0; i < 9; i++) {
            engine.step();
        }
        Snapshot atOnce = new Snapshot();
        engine.save(atOnce);
        Snapshot inParts = new Snapshot();
        List<Runnable> saving = engine.saving(inParts);
        assertTrue(saving.size() > 5);
        saving.forEach(Runnable::run);
        assertEquals(
                List.copyOf(atOnce.arrays().keySet()),
                List.copyOf(inParts.arrays().keySet()));
        PrequentialEngine other = engine(Recipes.everything(), bytes);
        float[] weights = engine.learner().weights().all().toArray();
        other.learner()
                .weights()
                .all()
                .memory()
                .write(other.learner().weights().all().offset(), weights, 0, weights.length);
        other.restoring(inParts).forEach(Runnable::run);
        assertEquals(engine.position(), other.position());
        while (engine.canStep()) {
            assertEquals(engine.step().bits(0), other.step().bits(0));
        }
    }

    private static PrequentialEngine restored(PrequentialEngine saved, byte[] bytes) {
        Snapshot snapshot = new Snapshot();
        saved.save(snapshot);
        PrequentialEngine other = engine(Recipes.everything(), bytes);
        other.restore(snapshot);
        return other;
    }

    @Test
    void aRunThatIsToldWhereDocumentsBeginIsNotPrequential() {
        for (BosPlacement beginning : BosPlacement.values()) {
            if (beginning == BosPlacement.NEVER) {
                continue;
            }
            ByteStream stream = new ByteStream("two");
            stream.append(speech(1, 8), 0, 8);
            stream.beginDocument();
            stream.append(speech(2, 8), 0, 8);
            PrequentialEngine engine = new PrequentialEngine(beginning(beginning), JavaBackend.alone(), stream);
            engine.step();
            engine.step();
            assertTrue(engine.prequential(), "every stream has a beginning");
            engine.step();
            assertEquals(beginning == BosPlacement.STREAM, engine.prequential());
        }
    }

    private static OnlineConfig beginning(BosPlacement beginning) {
        OnlineConfig stream = Recipes.plain().config();
        return new OnlineConfig(
                stream.model(),
                stream.optimizer(),
                stream.context(),
                stream.stride(),
                stream.trainOn(),
                beginning,
                stream.selectiveBackprop(),
                stream.experienceReplay(),
                stream.adaptiveRate(),
                stream.cache(),
                stream.mixture(),
                stream.fixedShare(),
                stream.seed());
    }

    @Test
    void aRunWhoseStepsWereCutByHowBytesArrivedIsNotPrequential() {
        PrequentialEngine engine = engine(Recipes.plain(), speech(1, 40));
        engine.step();
        engine.step(3);
        assertTrue(engine.prequential(), "the stream might end here");
        engine.step();
        assertFalse(engine.prequential());
    }

    @Test
    void whatIsNotFiniteStopsTheStepAndLeavesWhatWasRecorded() {
        PrequentialEngine engine = engine(Recipes.plain(), speech(1, 100));
        engine.step();
        double before = engine.meter().codeLengthBytes();
        engine.learner().weights().blocks.get(0).up.set(1, 2, Float.NaN);
        NonFiniteException thrown = assertThrows(NonFiniteException.class, engine::step);
        assertEquals(
                "the loss of row 0 is NaN: first the weight blocks.0.up became NaN at row 1, column 2",
                thrown.getMessage());
        assertEquals(before, engine.meter().codeLengthBytes());
        assertEquals(4, engine.position());
    }

    @Test
    void eventsSayWhereMechanismsActed() {
        PrequentialEngine engine = engine(Recipes.everything(), speech(1, 403));
        run(engine);
        EventLog events = engine.events();
        Map<EventLog.Kind, Long> counts = new EnumMap<>(EventLog.Kind.class);
        for (int i = 0; i < events.size(); i++) {
            counts.merge(events.kind(i), 1L, Long::sum);
            assertEquals(0, events.position(i) % 4, "events happen where steps begin");
        }
        assertEquals(engine.counters().skipped(), counts.get(EventLog.Kind.SKIPPED));
        assertEquals(engine.counters().boosted(), counts.get(EventLog.Kind.BOOSTED));
        assertEquals(engine.counters().clipped(), counts.get(EventLog.Kind.CLIPPED));
        assertEquals(engine.counters().replayed() / 2, counts.get(EventLog.Kind.REPLAYED));
        events.clear();
        assertEquals(0, events.size());
    }

    @Test
    void theLatestWindowCanBeLookedBackAt() {
        PrequentialEngine engine = engine(Recipes.everything(), speech(1, 100));
        assertThrows(IllegalStateException.class, engine::lookBack);
        float[] undisturbed = losses(Recipes.everything(), speech(1, 100));
        float[] losses = new float[100];
        while (engine.canStep()) {
            StepResult result = engine.step();
            System.arraycopy(result.losses(), 0, losses, (int) result.position(), result.count());
            assertEquals(engine.window().length(), engine.lookBack().length);
        }
        assertArrayEquals(undisturbed, losses);
    }

    @Test
    void aWindowMustFitTheModel() {
        OnlineConfig good = Recipes.plain().config();
        Exception thrown = assertThrows(
                IllegalArgumentException.class,
                () -> new OnlineConfig(
                        good.model(),
                        good.optimizer(),
                        5,
                        4,
                        good.trainOn(),
                        good.beginning(),
                        good.selectiveBackprop(),
                        good.experienceReplay(),
                        good.adaptiveRate(),
                        good.cache(),
                        good.mixture(),
                        good.fixedShare(),
                        1));
        assertEquals("context 5 and stride 4 together must not exceed contextLength 8", thrown.getMessage());
    }

    @Test
    void aHeadThatStartsAtZeroCostsExactlyEightBitsAtFirst() {
        float[] losses = losses(Recipes.plain().zeroHead(), speech(1, 4));
        assertArrayEquals(new float[] {LN_256, LN_256, LN_256, LN_256}, losses);
    }

    private static PrequentialEngine engine(Recipes recipe, byte[] bytes) {
        return new PrequentialEngine(recipe.config(), JavaBackend.alone(), ByteStream.of("text", bytes));
    }

    private static void run(PrequentialEngine engine) {
        while (engine.canStep()) {
            engine.step();
        }
    }

    private static float[] losses(Recipes recipe, byte[] bytes) {
        float[] losses = new float[bytes.length];
        collect(engine(recipe, bytes), losses);
        return losses;
    }

    private static void collect(PrequentialEngine engine, float[] losses) {
        while (engine.canStep()) {
            StepResult result = engine.step();
            System.arraycopy(result.losses(), 0, losses, (int) result.position(), result.count());
        }
    }

    /** Words in random order. */
    private static byte[] speech(long seed, int length) {
        String[] words = {"the ", "cat ", "sat ", "on ", "a ", "mat. ", "dog ", "and "};
        Rng rng = Rng.seeded(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(words[rng.nextInt(words.length)]);
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), length);
    }

    private static byte[] randomizedFrom(byte[] bytes, int first) {
        byte[] changed = bytes.clone();
        Rng rng = Rng.seeded(first);
        for (int i = first; i < bytes.length; i++) {
            changed[i] = (byte) (bytes[i] ^ (1 + rng.nextInt(255)));
        }
        return changed;
    }
}
