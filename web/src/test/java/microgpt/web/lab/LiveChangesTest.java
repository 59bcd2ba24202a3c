package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import microgpt.config.OnlineRecipe;
import microgpt.web.text.Catalogue;
import org.junit.jupiter.api.Test;

class LiveChangesTest {
    private final OnlineRecipe tiny = OnlineRecipe.parse(read("configs/online.tiny.json"), "online.tiny.json");
    private final LiveChanges changes = new LiveChanges(Catalogue.parse(read("static/lab.json")));

    @Test
    void eachChangeIsToldFromWhatToWhatBesideTheOneBefore() {
        changes.begin(tiny);
        OnlineRecipe without = tiny.with("experience_replay.enabled", "false");
        assertEquals("Experience replay on → off", changes.become(without.toJson()));
        assertEquals("", changes.become(without.toJson()));
        OnlineRecipe other = tiny.withAll(Map.of("experience_replay.windows", "5", "optimizer.learning_rate", "0.5"));
        assertEquals(
                "Learning rate " + tiny.value("optimizer.learning_rate")
                        + " → 0.5, Experience replay off → on, Experience " + "replay: windows per step "
                        + tiny.value("experience_replay.windows") + " → 5",
                changes.become(other.toJson()));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("..").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
