package microgpt.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.compute.JavaBackend;
import microgpt.config.BatchRecipe;
import microgpt.config.OnlineRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.engine.Predictor;
import microgpt.engine.PrequentialEngine;
import microgpt.engine.StepResult;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final String VERSE = "the cat sat on the mat. a dog lay by the log. ";

    @Test
    void aRunByBatchesGoesOnWithTheSameLossesToTheBit() throws IOException {
        BatchRecipe recipe = tinyRecipe();
        BatchTrainer whole = trainer(recipe);
        finish(whole);
        for (int parts : new int[] {0, 3, 8}) {
            BatchTrainer stopped = trainer(recipe);
            for (int i = 0; i < parts; i++) {
                stopped.advance();
            }
            Checkpoint checkpoint = Checkpoint.read("run", Checkpoint.of(recipe, stopped));
            BatchTrainer resumed = checkpoint.resume(JavaBackend.alone(), "renamed", text(VERSE));
            finish(resumed);
            assertEquals(losses(whole), losses(resumed), "after part " + parts);
            assertArrayEquals(weights(whole), weights(resumed));
        }
    }

    @Test
    void aFileThatTakesItsTextAlongIsOtherwiseTheSame() throws IOException {
        BatchRecipe recipe = tinyRecipe();
        byte[] bytes = Checkpoint.of(recipe, trainer(recipe));
        Checkpoint alone = Checkpoint.read("run", bytes);
        assertNull(alone.text());
        byte[] verse = VERSE.repeat(10).getBytes(StandardCharsets.US_ASCII);
        Checkpoint both = Checkpoint.read("run", alone.withText(verse));
        assertArrayEquals(verse, both.text());
        assertArrayEquals(bytes, both.withoutText());
        Checkpoint wrong = Checkpoint.read("run", alone.withText(new byte[] {1}));
        assertThrows(BadFileException.class, wrong::text);
    }

    @Test
    void anOnlineRunWithEveryMechanismGoesOnWithTheSameLossesToTheBit() throws IOException {
        OnlineRecipe recipe = OnlineRecipe.parse(Files.readString(Path.of("../configs/online.tiny.json")), "tiny")
                .withAll(Map.of(
                        "selective_backprop.enabled",
                        "true",
                        "selective_backprop.rule",
                        "percentile",
                        "experience_replay.alpha",
                        "1",
                        "experience_replay.capacity",
                        "40",
                        "adaptive_rate.enabled",
                        "true"));
        ByteStream stream = text(VERSE);
        PrequentialEngine whole = new PrequentialEngine(recipe.online(), JavaBackend.alone(), stream);
        List<Float> expected = losses(whole);
        PrequentialEngine stopped = new PrequentialEngine(recipe.online(), JavaBackend.alone(), stream);
        List<Float> found = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            add(stopped.step(), found);
        }
        byte[] bytes = Checkpoint.of(recipe, stopped, stream);
        PrequentialEngine resumed = Checkpoint.read("run", bytes).resume(JavaBackend.alone(), stream);
        assertEquals(stopped.counters(), resumed.counters());
        found.addAll(losses(resumed));
        assertEquals(expected, found);
        assertEquals(whole.meter().whole(), resumed.meter().whole());
        assertEquals(whole.meter().fast(), resumed.meter().fast());
        assertEquals(
                whole.meter().score(Predictor.ORDER_2).mean(),
                resumed.meter().score(Predictor.ORDER_2).mean());
        assertEquals(
                whole.meter().score(Predictor.PPM).bits(),
                resumed.meter().score(Predictor.PPM).bits());
        assertEquals(
                whole.meter().visits().get(0).now(),
                resumed.meter().visits().get(0).now());
        assertEquals(whole.counters(), resumed.counters());
        assertTrue(resumed.counters().skipped() > 0 && resumed.counters().replayed() > 0);
    }

    @Test
    void anotherTextIsRefused() throws IOException {
        BatchRecipe recipe = tinyRecipe();
        byte[] bytes = Checkpoint.of(recipe, trainer(recipe));
        Checkpoint checkpoint = Checkpoint.read("run", bytes);
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> checkpoint.resume(JavaBackend.alone(), "other.txt", text(VERSE.replace("cat", "cow"))));
        assertTrue(
                String.valueOf(e.getMessage()).contains("\"other.txt\" of 460 bytes is not the one"), e.getMessage());
        OnlineRecipe online = OnlineRecipe.parse(Files.readString(Path.of("../configs/online.seed.json")), "seed");
        PrequentialEngine engine = new PrequentialEngine(online.online(), JavaBackend.alone(), text(VERSE));
        engine.step();
        Checkpoint other = Checkpoint.read("run", Checkpoint.of(online, engine, text(VERSE)));
        assertThrows(
                IllegalArgumentException.class,
                () -> other.resume(JavaBackend.alone(), text(VERSE.replace("cat", "cow"))));
    }

    @Test
    void weightsAloneHaveTheNamesAndShapesOfNanoGpt() throws IOException {
        BatchRecipe recipe = tinyRecipe();
        BatchTrainer run = trainer(recipe);
        byte[] bytes = Checkpoint.ofWeights(recipe, run.learner().predicting());
        TensorFile file = TensorFile.read("model", bytes);
        assertEquals("pt", file.text("format"));
        assertEquals(List.of(256, 8), shape(file, "transformer.wte.weight"));
        assertEquals(List.of(16, 8), shape(file, "transformer.wpe.weight"));
        assertEquals(List.of(24, 8), shape(file, "transformer.h.1.attn.c_attn.weight"));
        assertEquals(List.of(24), shape(file, "transformer.h.1.attn.c_attn.bias"));
        assertEquals(List.of(32, 8), shape(file, "transformer.h.0.mlp.c_fc.weight"));
        assertEquals(List.of(8, 32), shape(file, "transformer.h.0.mlp.c_proj.weight"));
        assertEquals(List.of(8), shape(file, "transformer.ln_f.weight"));
        assertEquals(2 + 12 * 2 + 2, file.entries().size()); // a tied head is not stored twice
        Checkpoint read = Checkpoint.read("model", bytes);
        assertEquals(Checkpoint.Kind.WEIGHTS, read.kind());
        assertEquals(recipe.batches().model(), read.model());
        assertArrayEquals(weights(run), read.weights(JavaBackend.alone()).all().toArray());
        Exception e = assertThrows(BadFileException.class, () -> read.resume(JavaBackend.alone(), "text", text(VERSE)));
        assertEquals("model: holds weights, expected batches", e.getMessage());
    }

    @Test
    void aFileFromElsewhereIsNamed() {
        TensorFile file = new TensorFile();
        file.put("lm_head.weight", List.of(1), new float[] {1});
        Exception e = assertThrows(BadFileException.class, () -> Checkpoint.read("gpt2.safetensors", file.toBytes()));
        assertEquals(
                "gpt2.safetensors: not a file of microgpt: it does not say how its weights are used", e.getMessage());
    }

    private static List<Integer> shape(TensorFile file, String name) {
        TensorFile.Entry entry = file.get(name);
        return entry == null ? List.of() : entry.shape();
    }

    private static BatchRecipe tinyRecipe() throws IOException {
        return BatchRecipe.parse(
                        Files.readString(Path.of("../configs/model.byte-tinygpt-v0.json")),
                        "model",
                        Files.readString(Path.of("../configs/training.json")),
                        "training")
                .withAll(Map.of(
                        "n_layers",
                        "2",
                        "n_heads",
                        "2",
                        "d_model",
                        "8",
                        "d_mlp",
                        "32",
                        "context_length",
                        "16",
                        "batch_size",
                        "10",
                        "eval_interval",
                        "2",
                        "eval_batches",
                        "1",
                        "max_steps",
                        "5"));
    }

    private static BatchTrainer trainer(BatchRecipe recipe) {
        ByteStream text = text(VERSE);
        return new BatchTrainer(
                recipe.batches(), JavaBackend.alone(), text, DatasetManifest.of("verse.txt", text, 0.9, 42));
    }

    private static ByteStream text(String verse) {
        return ByteStream.of("text", verse.repeat(10).getBytes(StandardCharsets.US_ASCII));
    }

    private static void finish(BatchTrainer run) {
        while (!run.isDone()) {
            run.advance();
        }
    }

    private static float[] weights(BatchTrainer run) {
        return run.learner().weights().all().toArray();
    }

    private static List<Double> losses(BatchTrainer run) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < run.history().columns(); i++) {
            losses.add(run.history().training(i));
        }
        for (int i = 0; i < run.history().looksKept(); i++) {
            losses.add(run.history().validation(i));
        }
        return losses;
    }

    private static List<Float> losses(PrequentialEngine run) {
        List<Float> losses = new ArrayList<>();
        while (run.canStep()) {
            add(run.step(), losses);
        }
        return losses;
    }

    private static void add(StepResult result, List<Float> losses) {
        for (int i = 0; i < result.count(); i++) {
            losses.add(result.losses()[i]);
        }
    }
}
