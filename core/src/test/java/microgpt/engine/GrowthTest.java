package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.BatchRecipe;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.numeric.Rng;
import org.junit.jupiter.api.Test;

/**
 * What a run of many steps adds to the heap: next to nothing. {@code -DgrowthSteps=1000000} makes ten times as many steps as
 * usual.
 */
class GrowthTest {
    private static final int STEPS = Integer.getInteger("growthSteps", 100_000);

    /** What the heap may hold more after all steps than after a tenth of them: a few pages of a stream. */
    private static final long MOST_GROWTH = 128 * 1024;

    private static final String[] WORDS = {"the ", "cat ", "sat ", "on ", "a ", "mat. ", "dog ", "and ", "\n"};

    @Test
    void aStreamWithoutEndIsReadInAFlatHeap() throws IOException {
        OnlineRecipe recipe = OnlineRecipe.parse(read("online.tiny.json"), "tiny")
                .withAll(Map.ofEntries(
                        Map.entry("model.d_model", "4"),
                        Map.entry("model.n_heads", "1"),
                        Map.entry("model.d_mlp", "4"),
                        Map.entry("model.context_length", "4"),
                        Map.entry("protocol.context", "0"),
                        Map.entry("protocol.stride", "4"),
                        Map.entry("protocol.beginning", "every_document"),
                        Map.entry("experience_replay.windows", "1"),
                        Map.entry("experience_replay.capacity", "500"),
                        Map.entry("experience_replay.alpha", "0.5"),
                        Map.entry("selective_backprop.enabled", "true"),
                        Map.entry("selective_backprop.rule", "percentile"),
                        Map.entry("adaptive_rate.enabled", "true"),
                        Map.entry("mixture.enabled", "false"))); // its tables are taken at the start
        ByteStream stream = new ByteStream("endless").readOnce();
        PrequentialEngine engine = new PrequentialEngine(recipe.online(), JavaBackend.alone(), stream);
        Rng rng = Rng.seeded(1);
        Runnable step = () -> {
            while (!engine.canStep()) {
                byte[] word = WORDS[rng.nextInt(WORDS.length)].getBytes(StandardCharsets.US_ASCII);
                stream.append(word, 0, word.length);
                if (word[0] == '\n') {
                    stream.beginDocument();
                }
            }
            engine.step();
        };
        assertFlat(step);
        assertEquals(STEPS, engine.steps());
        assertEquals(4L * STEPS, engine.meter().bytes());
        assertFalse(stream.isWhole());
        assertTrue(engine.heldBytes() <= engine.config().mostHeldBytes(), engine.heldBytes() + " bytes");
    }

    @Test
    void trainingWithLooksRunsInAFlatHeap() throws IOException {
        BatchConfig config = BatchRecipe.parse(
                        read("model.byte-tinygpt-v0.json"), "model", read("training.json"), "training")
                .withAll(Map.of(
                        "n_layers", "1",
                        "n_heads", "1",
                        "d_model", "4",
                        "d_mlp", "4",
                        "context_length", "4",
                        "batch_size", "1",
                        "eval_interval", "5",
                        "eval_batches", "1",
                        "max_steps", Integer.toString(STEPS)))
                .batches();
        ByteStream text = ByteStream.of("text", "a rose is a rose. ".repeat(20).getBytes(StandardCharsets.US_ASCII));
        BatchTrainer trainer = new BatchTrainer(
                config, JavaBackend.alone(), text, DatasetManifest.of("text", text, config.trainSplit(), 1));
        Runnable step = () -> {
            while (trainer.advance() != BatchTrainer.Event.STEP) {}
        };
        assertFlat(step);
        assertEquals(STEPS, trainer.history().updates());
        assertEquals(STEPS / 5, trainer.history().looks());
    }

    private static void assertFlat(Runnable step) {
        repeat(step, STEPS / 10);
        long early = heapBytes();
        repeat(step, STEPS - STEPS / 10);
        long growth = heapBytes() - early;
        assertTrue(growth < MOST_GROWTH, "the heap has grown by " + growth + " bytes");
    }

    private static void repeat(Runnable step, int times) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }

    /** What is held after collecting: the least of some readings, since other threads make garbage of their own. */
    private static long heapBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("../configs/" + file));
    }
}
