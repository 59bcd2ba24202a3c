package microgpt.web.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import microgpt.config.OnlineRecipe;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
    private final SettingNames names = new SettingNames(Presets.offers().catalogue());

    @Test
    void aSwitchIsCalledWhatItSwitches() {
        assertEquals("Experience replay", names.name("experience_replay.enabled"));
        assertEquals("Experience replay: Windows per step", names.name("experience_replay.windows"));
        assertEquals("Learning rate", names.name("optimizer.learning_rate"));
    }

    @Test
    void everyKeyHasANameOfItsOwn() {
        assertEquals(OnlineRecipe.KEYS.size(), new HashSet<>(names.all().values()).size());
    }

    @Test
    void valuesAreWords() {
        assertEquals("off", names.value("experience_replay.enabled", "false"));
        assertEquals("relu squared", names.value("model.activation", "relu_squared"));
        assertEquals("0.003", names.value("optimizer.learning_rate", "0.003"));
    }
}
