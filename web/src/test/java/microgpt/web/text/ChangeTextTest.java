package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTextTest {
    @Test
    void aSettingIsNamedSoThatItIsKnownWithoutItsGroup() {
        Catalogue catalogue = new Catalogue(
                List.of(),
                Map.of(),
                List.of(
                        new Catalogue.Group("Learning", List.of(setting("optimizer.clip", "Gradient clipping"))),
                        new Catalogue.Group(
                                "Experience replay",
                                List.of(
                                        setting("replay.enabled", "On"),
                                        setting("replay.windows", "Windows per step")))));
        assertEquals(
                Map.of(
                        "optimizer.clip",
                        "Gradient clipping",
                        "replay.enabled",
                        "Experience replay",
                        "replay.windows",
                        "Experience replay: windows per step"),
                ChangeText.names(catalogue));
    }

    @Test
    void switchesAreOnAndOff() {
        assertEquals("Mixture on → off", ChangeText.change("Mixture", "true", "false"));
        assertEquals("Learning rate 0.003 → 0.01", ChangeText.change("Learning rate", "0.003", "0.01"));
    }

    private static Catalogue.Setting setting(String key, String label) {
        return new Catalogue.Setting(key, label, "", "");
    }
}
