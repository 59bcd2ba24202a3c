package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import microgpt.Mutations;
import microgpt.Mutations.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes and menus that were spoilt: each is still one that can be written and read again, or is refused. */
class ConfigMutationTest {
    private static final int MEMORY = 8 << 20;
    private static final String MODEL = file("model.byte-tinygpt-v0.json");
    private static final String TRAINING = file("training.json");

    @Test
    void aSpoiltOnlineRecipeIsReadOrRefused() throws Exception {
        check(
                ConfigMutationTest::online,
                file("online.seed.json"),
                file("online.tiny.json"),
                file("online.small.json"));
    }

    @Test
    void aSpoiltRecipeForNamesIsReadOrRefused() throws Exception {
        check(ConfigMutationTest::names, file("microgpt-names.json"), "{}");
    }

    @Test
    void aSpoiltModelIsReadOrRefused() throws Exception {
        check(bytes -> batches(text(bytes), TRAINING), MODEL);
    }

    @Test
    void aSpoiltTrainingIsReadOrRefused() throws Exception {
        check(bytes -> batches(MODEL, text(bytes)), TRAINING);
    }

    @Test
    void aSpoiltMenuIsReadOrRefused() throws Exception {
        check(bytes -> OnlinePreset.parseList(text(bytes), "x.json"), file("presets.json"));
        check(ConfigMutationTest::trainingPresets, file("training.presets.json"));
    }

    @Test
    void aSpoiltValueIsSetOrRefused() throws Exception {
        OnlineRecipe recipe = OnlineRecipe.parse(file("online.tiny.json"), "tiny");
        check(bytes -> recipe.with("optimizer.learning_rate", text(bytes)), "0.01", "1e-3");
        check(bytes -> recipe.with("schedule.warmup", text(bytes)), "10");
        check(bytes -> recipe.with("protocol.beginning", text(bytes)), "never", "every_document");
        BatchRecipe batches = BatchRecipe.parse(MODEL, "model", TRAINING, "training");
        check(bytes -> batches.withAll(Map.of("betas", text(bytes))), "[0.9, 0.95]");
        Mutations names = Mutations.ofTexts(List.of("gpt \"2\""), ConfigException.class, MEMORY);
        names.check(
                bytes -> { // any text will do
                    String name = text(bytes);
                    String json = batches.withAll(Map.of("model_name", name)).modelJson();
                    assertEquals(
                            name,
                            BatchRecipe.parse(json, "model", TRAINING, "training")
                                    .value("model_name"));
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 100_000})
    void bracketsInsideBracketsAreRefusedEverywhere(int depth) {
        for (String deep : List.of("[".repeat(depth), "{\"a\":".repeat(depth), "{\"_\":" + "[".repeat(depth))) {
            Mutations none = Mutations.ofTexts(List.of(), ConfigException.class, MEMORY);
            byte[] bytes = deep.getBytes(StandardCharsets.UTF_8);
            for (Reader reader : List.<Reader>of(
                    ConfigMutationTest::online,
                    ConfigMutationTest::names,
                    bad -> batches(text(bad), TRAINING),
                    bad -> batches(MODEL, text(bad)),
                    bad -> OnlinePreset.parseList(text(bad), "x.json"),
                    bad -> BatchPreset.parseList(text(bad), "x.json"))) {
                String refusal = none.refusalOf(bytes, reader);
                assertTrue(refusal.endsWith("brackets must not nest deeper than 64"), refusal);
            }
            OnlineRecipe recipe = OnlineRecipe.parse(file("online.tiny.json"), "tiny");
            String refusal = none.refusalOf(bytes, bad -> recipe.with("seed", text(bad)));
            assertTrue(refusal.startsWith("key \"seed\" must be a whole number, found \""), refusal);
            assertTrue(refusal.length() < 200, refusal);
        }
    }

    @Test
    void aKeyIsNoGroup() {
        Mutations none = Mutations.ofTexts(List.of(), ConfigException.class, MEMORY);
        byte[] group = "{\"seed\": {\"n_heads\": 4}}".getBytes(StandardCharsets.UTF_8);
        for (Reader reader : List.<Reader>of(
                ConfigMutationTest::online, ConfigMutationTest::names, bad -> batches(MODEL, text(bad)))) {
            String refusal = none.refusalOf(group, reader);
            assertTrue(refusal.endsWith("key \"seed\" must be a whole number, found an object"), refusal);
        }
    }

    @Test
    void aBatchOfMoreWindowsThanCanBeCountedIsRefused() {
        Exception refusal = assertThrows(
                ConfigException.class,
                () -> BatchRecipe.parse(MODEL, "model", TRAINING, "training")
                        .withAll(Map.of("eval_batches", "2147483647", "batch_size", "2")));
        assertEquals(
                "evalBatches 2147483647 of batchSize 2 windows each must be at most 1073741824 windows",
                refusal.getMessage());
    }

    private static void check(Reader reader, String... samples) throws Exception {
        assertTrue(Mutations.ofTexts(List.of(samples), ConfigException.class, MEMORY)
                        .check(reader)
                        .refused()
                > 0);
    }

    private static void online(byte... bytes) {
        OnlineRecipe recipe = OnlineRecipe.parse(text(bytes), "x.json");
        assertEquals(
                recipe.online(), OnlineRecipe.parse(recipe.toJson(), "again").online());
        assertTrue(recipe.online().memoryBytes() > 0);
    }

    private static void names(byte... bytes) {
        NamesRecipe.parse(text(bytes), "x.json").with("seed", "1");
    }

    private static void batches(String model, String training) {
        BatchRecipe recipe = BatchRecipe.parse(model, "model", training, "training");
        BatchRecipe again = BatchRecipe.parse(recipe.modelJson(), "model", recipe.trainingJson(), "training");
        assertEquals(recipe.batches(), again.batches());
        assertTrue(recipe.batches().memoryBytes() > 0);
    }

    /** What a preset changes is checked when it is chosen. */
    private static void trainingPresets(byte... bytes) {
        BatchRecipe recipe = BatchRecipe.parse(MODEL, "model", TRAINING, "training");
        for (BatchPreset preset : BatchPreset.parseList(text(bytes), "x.json")) {
            recipe.withAll(preset.changes());
        }
    }

    private static String text(byte... bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("../configs", name));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
