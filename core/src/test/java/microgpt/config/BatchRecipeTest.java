package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.engine.BatchConfig;
import microgpt.optim.OptimizerConfig;
import microgpt.optim.Schedule;
import org.junit.jupiter.api.Test;

class BatchRecipeTest {
    @Test
    void theTwoFilesSayWhatByteTinygptIs() throws IOException {
        BatchConfig batches = recipe().batches();
        assertEquals(842_496, batches.model().parameterCount());
        assertEquals(16, batches.batchSize());
        assertEquals(10_000, batches.maxSteps());
        assertEquals(42, batches.seed());
        assertEquals(
                new OptimizerConfig(
                        OptimizerConfig.Kind.ADAMW,
                        3e-4,
                        0.9,
                        0.95,
                        1e-8,
                        0.1,
                        0,
                        1,
                        0,
                        new Schedule(Schedule.Kind.CONSTANT, 0, 10_000, 0)),
                batches.optimizer());
    }

    @Test
    void everyPresetHasItsNumberOfParameters() throws IOException {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        for (BatchPreset preset : BatchPreset.parseList(read("training.presets.json"), "presets")) {
            parameters.put(
                    preset.id(),
                    recipe().withAll(preset.changes()).batches().model().parameterCount());
        }
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("tiny", 70_464);
        expected.put("small", 366_432);
        expected.put("medium", 838_400);
        expected.put("byte-tinygpt-v0", 842_496);
        expected.put("large", 2_743_296);
        expected.put("xl", 6_416_896);
        expected.put("huge", 9_608_704);
        expected.put("massive", 25_039_872);
        expected.put("mega", 25_138_176);
        expected.put("behemoth", 473_244_160);
        assertEquals(expected, parameters);
    }

    @Test
    void memoryIsKnownBeforeItIsAskedFor() throws IOException {
        long small = recipe().batches().memoryBytes();
        assertTrue(small > 16L * 842_496 && small < 64_000_000, "bytes " + small);
        BatchPreset behemoth =
                BatchPreset.parseList(read("training.presets.json"), "presets").get(9);
        assertTrue(recipe().withAll(behemoth.changes()).batches().memoryBytes() > 16L * 473_244_160);
    }

    @Test
    void changesReachEitherFileAndAreWrittenBack() throws IOException {
        BatchRecipe changed = recipe().withAll(
                        Map.of("d_model", "64", "betas", "[0.8, 0.9]", "schedule", "cosine", "warmup_steps", "9"));
        assertEquals(64, changed.batches().model().dModel());
        assertEquals(0.8, changed.batches().optimizer().beta1());
        BatchRecipe again = BatchRecipe.parse(changed.modelJson(), "m", changed.trainingJson(), "t");
        assertEquals(changed.batches(), again.batches());
        assertEquals("byte-tinygpt-v0", again.value("model_name"));
    }

    @Test
    void whatCannotBeIsNamed() throws IOException {
        String model = read("model.byte-tinygpt-v0.json");
        String training = read("training.json");
        assertEquals(
                "m.json:10:3: key \"tie_embeddings\" must be true or false, found 1",
                complaint(model.replace("true", "1"), training));
        assertEquals(
                "m.json, t.json: key \"dropout\" must be 0: there is no dropout; found 0.2",
                complaint(model.replace("0.0", "0.2"), training));
        assertEquals(
                "m.json, t.json: key \"betas\" must be a list of 2 numbers, found [0.9]",
                complaint(model, training.replace(", 0.95", "")));
        assertTrue(complaint(model, training.replace("grad_clip", "gradient_clip"))
                .contains("did you mean \"grad_clip\"?"));
        Exception e = assertThrows(ConfigException.class, () -> recipe().withAll(Map.of("n_layer", "3")));
        assertTrue(String.valueOf(e.getMessage()).endsWith("did you mean \"n_layers\"?"), e.getMessage());
    }

    private static String complaint(String model, String training) {
        return String.valueOf(
                assertThrows(ConfigException.class, () -> BatchRecipe.parse(model, "m.json", training, "t.json"))
                        .getMessage());
    }

    private static BatchRecipe recipe() throws IOException {
        return BatchRecipe.parse(read("model.byte-tinygpt-v0.json"), "m", read("training.json"), "t");
    }

    private static String read(String name) throws IOException {
        return Files.readString(Path.of("../configs", name));
    }
}
