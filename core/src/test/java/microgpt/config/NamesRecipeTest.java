package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import org.junit.jupiter.api.Test;

class NamesRecipeTest {
    private static NamesConfig preset(Map<String, String> changes) throws IOException {
        return NamesRecipe.parse(Files.readString(Path.of("../configs/microgpt-names.json")), "names.json", changes);
    }

    @Test
    void thePresetIsMicrogptPy() throws IOException {
        assertEquals(NamesConfig.DEFAULT, preset(Map.of()));
        assertEquals(NamesConfig.DEFAULT, NamesRecipe.parse("{}", "nothing", Map.of()));
    }

    @Test
    void keysCanBeSet() throws IOException {
        NamesConfig changed = preset(Map.of("arithmetic", "float32", "model.d_model", "32"));
        assertEquals(Arithmetic.FLOAT32, changed.arithmetic());
        assertEquals(32, changed.shape().dModel());
    }

    @Test
    void whatCannotBeIsNamed() {
        assertEquals("names.json: dModel 16 must be a multiple of nHeads 3", complaint("model.n_heads", "3"));
        assertEquals(
                "names.json:unknown key \"width\" in \"model\", expected one of n_layers, n_heads, d_model, "
                        + "context_length; did you mean \"d_model\"?",
                complaint("model.width", "3"));
    }

    @Test
    void aBatchThatNoMemoryHoldsIsRefused() {
        assertEquals(
                "names.json: batch 2147483647 must be from 1 to 1048576", complaint("training.batch", "2147483647"));
    }

    private static String complaint(String key, String value) {
        ConfigException refusal = assertThrows(ConfigException.class, () -> preset(Map.of(key, value)));
        return String.valueOf(refusal.getMessage());
    }
}
