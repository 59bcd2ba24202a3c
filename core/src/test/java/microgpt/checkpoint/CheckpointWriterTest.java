package microgpt.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import microgpt.engine.BatchTrainer;
import microgpt.engine.PrequentialEngine;
import microgpt.model.NonFiniteException;
import microgpt.model.Weights;
import org.junit.jupiter.api.Test;

/** {@link Checkpoint#resume} refuses what is not finite, and a new file may take the place of one that is good. */
class CheckpointWriterTest {
    private static final Path CONFIGS = Path.of("../configs");
    private static final Map<String, String> SMALL = Map.of(
            "n_layers", "2",
            "n_heads", "2",
            "d_model", "8",
            "d_mlp", "32",
            "context_length", "16",
            "batch_size", "2",
            "eval_batches", "1",
            "max_steps", "2");

    private final ByteStream stream =
            ByteStream.of("text", "the cat sat on the mat. ".repeat(20).getBytes(StandardCharsets.US_ASCII));

    @Test
    void aRunByBatchesWithAWeightOrAMomentThatIsNoNumberIsNotWritten() throws IOException {
        BatchRecipe recipe = BatchRecipe.parse(
                        Files.readString(CONFIGS.resolve("model.byte-tinygpt-v0.json")),
                        "model",
                        Files.readString(CONFIGS.resolve("training.json")),
                        "training")
                .withAll(SMALL);
        DatasetManifest manifest = DatasetManifest.of("verse.txt", stream, 0.9, 42);
        BatchTrainer run = new BatchTrainer(recipe.batches(), JavaBackend.alone(), stream, manifest);
        while (!run.isDone()) {
            run.advance();
        }
        run.learner().moments().second().wte.set(2, 3, Float.POSITIVE_INFINITY);
        Exception moment = assertThrows(NonFiniteException.class, () -> Checkpoint.of(recipe, run));
        assertEquals(
                "the mean square gradient of wte became Infinity at row 2, column 3, and no run can go on from that",
                moment.getMessage());
        Weights weights = run.learner().weights();
        weights.blocks.get(1).qkv.set(0, 1, Float.NaN);
        Exception weight = assertThrows(NonFiniteException.class, () -> Checkpoint.of(recipe, run));
        assertTrue(String.valueOf(weight.getMessage()).startsWith("the weight blocks.1.qkv became NaN"));
        assertThrows(NonFiniteException.class, () -> Checkpoint.ofWeights(recipe, weights));
    }

    @Test
    void anOnlineRunWhoseAverageIsNoNumberIsNotWritten() throws IOException {
        OnlineRecipe recipe = OnlineRecipe.parse(Files.readString(CONFIGS.resolve("online.tiny.json")), "tiny");
        PrequentialEngine run = new PrequentialEngine(recipe.online(), JavaBackend.alone(), stream);
        run.step();
        Weights average = run.learner().predicting();
        average.wte.set(0, 0, Float.NaN);
        Exception e = assertThrows(NonFiniteException.class, () -> Checkpoint.of(recipe, run, stream));
        assertTrue(String.valueOf(e.getMessage()).startsWith("the averaged weight wte became NaN"), e.getMessage());
        assertThrows(NonFiniteException.class, () -> Checkpoint.ofWeights(recipe, average));
    }
}
