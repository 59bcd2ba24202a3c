package microgpt.web.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import microgpt.config.ConfigKey;
import microgpt.config.OnlineRecipe;
import org.junit.jupiter.api.Test;

class AlternativeTest {
    @Test
    void keysThatMakeSenseByThemselvesHaveOne() throws IOException {
        OnlineRecipe recipe = preset("online.small");
        Set<String> without = new TreeSet<>();
        for (ConfigKey key : OnlineRecipe.KEYS) {
            if (Alternative.of(recipe, key).isEmpty()) {
                without.add(key.dotted());
            }
        }
        assertEquals(
                Set.of("model.norm_bias", "model.output_size", "optimizer.momentum", "optimizer.weight_decay"),
                without);
    }

    @Test
    void aSwitchIsToggledAndANumberDoubledIfItCanBe() throws IOException {
        OnlineRecipe recipe = preset("online.small");
        assertEquals("false", of(recipe, "experience_replay.enabled"));
        assertEquals("0.006", of(recipe, "optimizer.learning_rate"));
        assertEquals("0.45", of(recipe, "optimizer.average_decay"));
        assertEquals("4", of(recipe, "model.n_layers"));
        assertFalse(of(recipe, "mixture.counts").equals("rich"));
    }

    private static String of(OnlineRecipe recipe, String dotted) {
        for (ConfigKey key : OnlineRecipe.KEYS) {
            if (key.dotted().equals(dotted)) {
                return Alternative.of(recipe, key);
            }
        }
        throw new AssertionError(dotted);
    }

    private static OnlineRecipe preset(String name) throws IOException {
        return OnlineRecipe.parse(Files.readString(Path.of("../configs/" + name + ".json")), name);
    }
}
