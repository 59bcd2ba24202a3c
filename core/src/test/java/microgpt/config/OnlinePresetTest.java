package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OnlinePresetTest {
    private static final String ONE = """
            {"id": "a", "label": "A", "file": "a.json", "description": "It is a.", "default": true}""";

    @Test
    void aListIsReadInOrder() {
        String other = ONE.replace("\"a\"", "\"b\"").replace("true", "false");
        var presets = OnlinePreset.parseList("{\"presets\": [" + other + "," + ONE + "]}", "presets.json");
        assertEquals("b", presets.get(0).id());
        assertEquals(new OnlinePreset("a", "A", "a.json", "It is a.", true), presets.get(1));
    }

    @Test
    void exactlyOneIsTheDefault() {
        assertThrows(ConfigException.class, () -> OnlinePreset.parseList("{\"presets\": []}", "presets.json"));
        assertThrows(
                ConfigException.class,
                () -> OnlinePreset.parseList("{\"presets\": [" + ONE + "," + ONE + "]}", "presets.json"));
    }

    @Test
    void whatIsMissingIsNamed() {
        Exception thrown = assertThrows(
                ConfigException.class,
                () -> OnlinePreset.parseList(
                        "{\"presets\": [" + ONE.replace("\"file\"", "\"fill\"") + "]}", "presets.json"));
        assertEquals("presets.json: presets[0]: missing key \"file\", expected a text", thrown.getMessage());
    }
}
