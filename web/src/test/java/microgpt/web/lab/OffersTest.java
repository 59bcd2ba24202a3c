package microgpt.web.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OffersTest {
    @Test
    void theDefaultsAreThoseOfTheFiles() throws IOException {
        Offers offers = Offers.parse(read("static/lab.json"), read("configs/presets.json"), "presets.json");
        assertEquals("online.small", offers.defaultPreset().id());
        assertTrue(offers.hasPlan(offers.defaultPlan()));
        assertFalse(offers.hasPlan("no such plan"));
    }

    @Test
    void aPresetIsFoundByItsId() throws IOException {
        Offers offers = Offers.parse(read("static/lab.json"), read("configs/presets.json"), "presets.json");
        assertEquals(
                "online.tiny.json",
                Objects.requireNonNull(offers.preset("online.tiny")).file());
        assertNull(offers.preset("online.gigantic"));
    }

    @Test
    void nothingToReadIsNoOffer() throws IOException {
        String presets = read("configs/presets.json");
        assertThrows(
                IllegalArgumentException.class,
                () -> Offers.parse("{\"plans\": [], \"settings\": []}", presets, "presets.json"));
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("..").resolve(file));
    }
}
