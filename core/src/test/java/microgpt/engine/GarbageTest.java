package microgpt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.BatchRecipe;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steps leave for the garbage collector, counted by the JVM to the byte: nothing. */
class GarbageTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 4;
    /** Repeated, so that the models that count know every context by heart before anything is measured. */
    private static final String TEXT = "the cat sat on the mat. a dog lay by the log. ";

    /** What a run keeps of its windows may grow; here it is full before. */
    private static final int CAPACITY = 128;

    @ParameterizedTest
    @CsvSource({"online.seed.json, 200", "online.tiny.json, 200", "online.small.json, 8"})
    void theShippedRecipesLeaveNone(String recipe, int steps) throws IOException {
        assertEquals(0, garbage(recipe(recipe), steps));
    }

    @Test
    void allMechanismsAtOnceLeaveNone() throws IOException {
        Map<String, String> on = Map.of(
                "selective_backprop.enabled",
                "true",
                "selective_backprop.rule",
                "percentile",
                "experience_replay.alpha",
                "0.5",
                "adaptive_rate.enabled",
                "true",
                "optimizer.kind",
                "adamw");
        assertEquals(0, garbage(recipe("online.tiny.json").withAll(on), 200));
    }

    @Test
    void trainingByBatchesLeavesNone() throws IOException {
        Map<String, String> small = Map.of("n_layers", "1", "context_length", "32", "batch_size", "5");
        BatchConfig config = BatchRecipe.parse(
                        read("model.byte-tinygpt-v0.json"), "model", read("training.json"), "training")
                .withAll(small)
                .batches();
        ByteStream text = text(2000);
        BatchTrainer trainer = new BatchTrainer(
                config, JavaBackend.alone(), text, DatasetManifest.of("text", text, config.trainSplit(), 1));
        Runnable update = () -> {
            while (trainer.advance() != BatchTrainer.Event.STEP) {} // its parts, forward and back
        };
        repeat(update, 2);
        assertEquals(0, allocated(update, ROUNDS));
        assertEquals(2 + ROUNDS, trainer.steps());
    }

    private static long garbage(OnlineRecipe recipe, int steps) {
        OnlineConfig config = recipe.with("experience_replay.capacity", String.valueOf(CAPACITY))
                .online();
        int warmUp = CAPACITY / config.stride() + 16;
        PrequentialEngine engine =
                new PrequentialEngine(config, JavaBackend.alone(), text((warmUp + steps) * config.stride()));
        Runnable step = engine::step;
        repeat(step, warmUp);
        return allocated(step, steps);
    }

    /** The least of some rounds: now and then the JVM itself puts an object on a thread. */
    private static long allocated(Runnable work, int times) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            repeat(work, times / ROUNDS);
            least = Math.min(least, THREAD.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static ByteStream text(int length) {
        byte[] bytes = TEXT.repeat(length / TEXT.length() + 1).getBytes(StandardCharsets.US_ASCII);
        return ByteStream.of("text", bytes);
    }

    private static OnlineRecipe recipe(String file) throws IOException {
        return OnlineRecipe.parse(read(file), file);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("../configs/" + file));
    }
}
