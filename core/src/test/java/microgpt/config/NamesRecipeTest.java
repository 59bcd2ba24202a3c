package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import org.junit.jupiter.api.Test;

class NamesRecipeTest {
    private static NamesConfig preset(Map<String, String> changes) throws IOException {
        return NamesRecipe.parse(Files.readString(Path.of("../configs/microgpt-names.json")), "names.json")
                .withAll(changes)
                .names();
    }

    @Test
    void thePresetIsMicrogptPy() throws IOException {
        assertEquals(NamesConfig.DEFAULT, preset(Map.of()));
        assertEquals(NamesConfig.DEFAULT, NamesRecipe.parse("{}", "nothing").names());
    }

    @Test
    void keysCanBeSet() throws IOException {
        NamesConfig changed = preset(Map.of("arithmetic", "float32", "model.d_model", "32"));
        assertEquals(Arithmetic.FLOAT32, changed.arithmetic());
        assertEquals(32, changed.shape().dModel());
    }

    @Test
    void whatCannotBeIsNamed() {
        assertEquals("dModel 16 must be a multiple of nHeads 3", complaint("model.n_heads", "3"));
        assertEquals(
                "unknown key \"width\" in \"model\", expected one of n_layers, n_heads, d_model, "
                        + "context_length; did you mean \"d_model\"?",
                complaint("model.width", "3"));
    }

    @Test
    void aBatchThatNoMemoryHoldsIsRefused() {
        assertEquals("batch 2147483647 must be from 1 to 1048576", complaint("training.batch", "2147483647"));
    }

    @Test
    void whatCannotBeInAFileIsSaidWithItsPlace() {
        ConfigException unknown = assertThrows(
                ConfigException.class, () -> NamesRecipe.parse("{\n \"model\": {\"width\": 3}}", "names.json"));
        assertTrue(
                String.valueOf(unknown.getMessage()).startsWith("names.json:2:12: unknown key"), unknown.getMessage());
        assertEquals("model.width", unknown.key());
    }

    @Test
    void whatDiffersFromThePresetCanBeSetAgain() {
        NamesRecipe usual = NamesRecipe.parse("{}", "nothing");
        NamesRecipe changed = usual.with("training.steps", "500").with("model.d_model", "32");
        assertEquals(Map.of("model.d_model", "32", "training.steps", "500"), changed.changesFrom(usual));
        assertEquals(List.of("model.d_model"), changed.needingRestart(usual));
        assertEquals(changed.names(), usual.withAll(changed.changesFrom(usual)).names());
    }

    private static String complaint(String key, String value) {
        ConfigException refusal = assertThrows(ConfigException.class, () -> preset(Map.of(key, value)));
        return String.valueOf(refusal.getMessage());
    }
}
