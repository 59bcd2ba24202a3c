package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever shows a complaint can mark the field that it is about. */
class ConfigExceptionTest {
    @ParameterizedTest
    @CsvSource({
        "batch_size, many, batch_size",
        "batch_size, 3000000000, batch_size",
        "betas, [0.9], betas",
        "schedule, cosin, schedule",
        "dropout, 0.1, dropout",
        "min_learning_rate, 5, min_learning_rate",
        "learning_rate, 1e-9, min_learning_rate",
        "sed, 3, sed",
        "n_heads, 5, ''"
    })
    void itNamesTheOneKeyThatItIsAbout(String key, String value, String named) throws IOException {
        BatchRecipe recipe = recipe().with("min_learning_rate", "0.0001");
        ConfigException refusal = assertThrows(ConfigException.class, () -> recipe.with(key, value));
        assertEquals(named, refusal.key());
    }

    @ParameterizedTest
    @CsvSource({"model.widht, 3, model.widht", "modle.d_model, 3, modle.d_model", "model, 3, model", "sede, 3, sede"})
    void itNamesAnUnknownKeyAsItWasGiven(String key, String value, String named) {
        NamesRecipe recipe = NamesRecipe.parse("{}", "names.json");
        ConfigException refusal = assertThrows(ConfigException.class, () -> recipe.with(key, value));
        assertEquals(named, refusal.key());
    }

    @Test
    void theFileInFrontLeavesTheKey() {
        String json = "{\"training\": {\"steps\": \"all\"}}";
        ConfigException refusal = assertThrows(ConfigException.class, () -> NamesRecipe.parse(json, "names.json"));
        assertEquals("training.steps", refusal.key());
        String steps = "{\"training\": {\"steps\": 3000000000}}";
        assertEquals(
                "training.steps",
                assertThrows(ConfigException.class, () -> NamesRecipe.parse(steps, "names.json"))
                        .key());
    }

    private static BatchRecipe recipe() throws IOException {
        Path configs = Path.of("../configs");
        return BatchRecipe.parse(
                Files.readString(configs.resolve("model.byte-tinygpt-v0.json")),
                "model",
                Files.readString(configs.resolve("training.json")),
                "training");
    }
}
