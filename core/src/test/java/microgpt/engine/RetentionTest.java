package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import microgpt.compute.JavaBackend;
import microgpt.corpus.BosPlacement;
import microgpt.corpus.ByteStream;
import microgpt.mechanism.ExperienceReplay;
import microgpt.numeric.Rng;
import microgpt.numeric.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run holds of a stream that is read once, and that it learns the same from it. */
class RetentionTest {
    private static final int LENGTH = 36_000;

    private final ByteStream whole = new ByteStream("whole");
    private final ByteStream once = new ByteStream("once").readOnce();
    private final Rng rng = Rng.seeded(5);

    @ParameterizedTest
    @EnumSource(
            value = BosPlacement.class,
            names = {"STREAM", "EVERY_DOCUMENT"})
    void aStreamReadOnceCostsWhatAWholeOneCosts(BosPlacement beginning) {
        OnlineConfig config = config(beginning, 50);
        PrequentialEngine expected = engine(config, whole);
        PrequentialEngine found = engine(config, once);
        while (expected.position() < LENGTH) {
            grow(expected.position());
            assertEquals(step(expected), step(found), () -> "at " + found.position());
            assertTrue(found.heldBytes() <= found.config().mostHeldBytes(), found.heldBytes() + " bytes");
            if (expected.steps() % 1000
                    == 0) { // more, fewer, and more again, before, while and after windows are copied
                OnlineConfig changed = config(beginning, expected.steps() % 2000 == 0 ? 50 : 70);
                expected.tune(changed);
                found.tune(changed);
            }
        }
        assertTrue(found.counters().replayed() > 1000);
        assertFalse(once.isWhole());
        assertTrue(whole.isWhole(), "others may read it");
        assertEquals(
                expected.meter().score(Predictor.ORDER_2).mean(),
                found.meter().score(Predictor.ORDER_2).mean());
    }

    @Test
    void aRunOnWhatIsLeftOfItsStreamIsSavedAndGoesOnAlike() {
        OnlineConfig config = config(BosPlacement.EVERY_DOCUMENT, 50);
        PrequentialEngine run = engine(config, once);
        while (run.position() < LENGTH) {
            grow(run.position());
            run.step();
        }
        Snapshot saved = new Snapshot();
        run.save(saved);
        once.save(saved.part("stream"));
        ByteStream left = ByteStream.restored(saved.part("stream"));
        PrequentialEngine resumed = engine(config, left);
        resumed.restore(saved);
        float[] weights = run.learner().weights().all().toArray();
        resumed.learner().weights().all().memory().write(0, weights, 0, weights.length);
        byte[] more = new byte[4000];
        for (ByteStream each : List.of(once, left)) {
            each.append(more, 0, more.length);
        }
        while (run.canStep()) {
            assertEquals(step(run), step(resumed));
        }
        assertEquals(
                run.meter().score(Predictor.ORDER_2).mean(),
                resumed.meter().score(Predictor.ORDER_2).mean());
        assertEquals(
                run.meter().score(Predictor.PPM).bits(),
                resumed.meter().score(Predictor.PPM).bits());
        assertEquals(run.meter().whole(), resumed.meter().whole());

        Snapshot withoutWindows = new Snapshot();
        saved.arrays().forEach((name, array) -> {
            if (!name.contains("copies")) {
                withoutWindows.arrays().put(name, array);
            }
        });
        Exception thrown = assertThrows(
                IllegalArgumentException.class,
                () -> engine(config, ByteStream.restored(saved.part("stream"))).restore(withoutWindows));
        assertEquals(
                "the windows to replay must be saved, or be in the stream, which no longer holds its beginning",
                thrown.getMessage());
    }

    @Test
    void aRunSavedBeforeAnythingWasGivenUpHasNoWindowsInItsFile() {
        PrequentialEngine run = engine(config(BosPlacement.STREAM, 50), once);
        grow(0);
        run.step();
        Snapshot saved = new Snapshot();
        run.save(saved);
        assertTrue(saved.arrays().keySet().stream()
                .noneMatch(name ->
                        name.contains("copies") || name.startsWith("meter.order") || name.startsWith("meter.ppm.p")));
    }

    /** Some words more on both streams, in documents, for a step at {@code position}. */
    private void grow(long position) {
        String[] words = {"the ", "cat ", "sat ", "on ", "a ", "mat. ", "dog ", "and "};
        while (whole.size() < position + 7 || rng.nextInt(3) > 0) {
            byte[] word = words[rng.nextInt(words.length)].getBytes(StandardCharsets.US_ASCII);
            for (ByteStream each : List.of(whole, once)) {
                if (word[0] == 't') {
                    each.beginDocument();
                }
                each.append(word, 0, word.length);
            }
        }
    }

    private static List<Float> step(PrequentialEngine engine) {
        StepResult result = engine.step();
        List<Float> losses = new ArrayList<>();
        for (int i = 0; i < result.count(); i++) {
            losses.add(result.losses()[i]);
        }
        return losses;
    }

    private static PrequentialEngine engine(OnlineConfig config, ByteStream stream) {
        return new PrequentialEngine(config, JavaBackend.alone(), stream);
    }

    private static OnlineConfig config(BosPlacement beginning, int capacity) {
        OnlineConfig usual = Recipes.everything()
                .replay(new ExperienceReplay.Settings(true, 2, capacity, 1))
                .mixture(Recipes.NO_MIXTURE)
                .config();
        return new OnlineConfig(
                usual.model(),
                usual.optimizer(),
                1,
                7,
                usual.trainOn(),
                beginning,
                usual.selectiveBackprop(),
                usual.experienceReplay(),
                usual.adaptiveRate(),
                usual.cache(),
                usual.mixture(),
                usual.fixedShare(),
                usual.seed());
    }
}
