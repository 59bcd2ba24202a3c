package microgpt.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import microgpt.engine.OnlineConfig;
import microgpt.model.Position;
import org.junit.jupiter.api.Test;

class OnlineRecipeTest {
    private static final Path CONFIGS = Path.of("../configs");

    @Test
    void everyPresetIsReadAndWrittenBackTheSame() throws IOException {
        List<OnlinePreset> presets = OnlinePreset.parseList(read("presets.json"), "presets.json");
        assertTrue(presets.size() >= 3);
        for (OnlinePreset preset : presets) {
            OnlineRecipe recipe = OnlineRecipe.parse(read(preset.file()), preset.file());
            OnlineRecipe again = OnlineRecipe.parse(recipe.toJson(), "written");
            assertEquals(recipe.online(), again.online());
            assertEquals(Map.of(), again.changesFrom(recipe));
            assertEquals(recipe.toJson(), again.toJson());
        }
    }

    @Test
    void thePresetsHaveTheParametersTheySay() throws IOException {
        assertEquals(11_552, parameters("online.seed.json"));
        assertEquals(7_312, parameters("online.tiny.json"));
        assertEquals(115_264, parameters("online.small.json"));
    }

    private static int parameters(String file) throws IOException {
        return OnlineRecipe.parse(read(file), file).online().model().parameterCount();
    }

    @Test
    void writtenJsonIsTheFileButForItsComment() throws IOException {
        String file = read("online.tiny.json");
        String withoutComment = file.replaceFirst("  \"_\": .*\n", "");
        assertEquals(withoutComment, tiny().toJson());
    }

    @Test
    void valuesArriveInTheRecord() throws IOException {
        OnlineConfig online = tiny().online();
        assertEquals(Position.RELATIVE, online.model().position());
        assertEquals(16, online.model().dModel());
        assertEquals(0.006, online.optimizer().learningRate());
        assertEquals(3, online.experienceReplay().windows());
        assertEquals(OnlineConfig.TrainOn.WINDOW, online.trainOn());
    }

    @Test
    void everyKeyChangesTheRecord() throws IOException {
        OnlineRecipe tiny = tiny();
        Set<String> without = new HashSet<>();
        for (ConfigKey key : OnlineRecipe.KEYS) {
            if (!canChangeAlone(tiny, key)) {
                without.add(key.dotted());
            }
        }
        assertEquals(
                Set.of("model.norm_bias", "optimizer.weight_decay", "optimizer.momentum"),
                without,
                "these need another norm, or another optimizer");
    }

    private static boolean canChangeAlone(OnlineRecipe recipe, ConfigKey key) {
        boolean changed = false;
        for (String other : others(key, recipe.value(key.dotted()))) {
            OnlineRecipe varied;
            try {
                varied = recipe.with(key.dotted(), other);
            } catch (ConfigException e) {
                varied = recipe;
            }
            if (varied != recipe) {
                assertNotEquals(recipe.online(), varied.online(), key.dotted());
                assertEquals(Map.of(key.dotted(), other), varied.changesFrom(recipe));
                changed = true;
            }
        }
        return changed;
    }

    private static List<String> others(ConfigKey key, String value) {
        return switch (key.type()) {
            case TEXT, NUMBERS -> List.of();
            case FLAG -> List.of(value.equals("true") ? "false" : "true");
            case CHOICE ->
                key.choices().stream().filter(choice -> !choice.equals(value)).toList();
            case WHOLE ->
                Stream.of(16, 4, 1, -1)
                        .map(more -> Long.toString(Long.parseLong(value) + more))
                        .toList();
            case NUMBER ->
                Stream.of(0.3, 0.002)
                        .map(more -> Double.toString(Double.parseDouble(value) * 0.5 + more))
                        .toList();
        };
    }

    @Test
    void aMisspeltKeyIsNamedWithItsPlaceAndTheNearestKnownOne() throws IOException {
        String json = read("online.tiny.json").replace("\"n_layers\"", "\"n_layer\"");
        String message = complaint(json);
        assertTrue(
                message.startsWith("x.json:7:5: unknown key \"n_layer\" in \"model\", expected one of vocab_size, "));
        assertTrue(message.endsWith("; did you mean \"n_layers\"?"), message);
    }

    @Test
    void aMisspeltGroupIsNamedLikewise() throws IOException {
        String message = complaint(read("online.tiny.json").replace("\"protocol\"", "\"protocoll\""));
        assertTrue(message.contains("unknown key \"protocoll\", expected one of model, init, optimizer"), message);
        assertTrue(message.endsWith("did you mean \"protocol\"?"), message);
    }

    @Test
    void aGroupIsNoKey() throws IOException {
        String message = refusal(tiny(), "adaptive_rate", "5").getMessage();
        assertEquals("adaptive_rate is a group, expected one of its keys", message);
        String inJson = complaint(read("online.tiny.json").replaceFirst("\"init\": \\{[^}]*}", "\"init\": null"));
        assertTrue(inJson.endsWith(": init is a group, expected one of its keys"), inJson);
    }

    @Test
    void aDottedKeyIsNoKeyInJson() throws IOException {
        String message = complaint(read("online.tiny.json").replace("\"seed\": 1", "\"the.seed\": 1"));
        assertTrue(message.contains("unknown key \"the.seed\", expected one of model, init, "), message);
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        String json = read("online.tiny.json").replace("    \"stride\": 16,\n", "");
        assertEquals("x.json:48:3: missing key \"protocol.stride\", expected a whole number", complaint(json));
    }

    @Test
    void aWrongTypeIsNamedWithWhatWasFound() throws IOException {
        String tiny = read("online.tiny.json");
        assertEquals(
                "x.json:7:5: key \"model.n_layers\" must be a whole number, found \"two\"",
                complaint(tiny.replace("\"n_layers\": 1", "\"n_layers\": \"two\"")));
        assertEquals(
                "x.json:7:5: key \"model.n_layers\" must be a whole number, found 1.5",
                complaint(tiny.replace("\"n_layers\": 1", "\"n_layers\": 1.5")));
        assertEquals(
                "x.json:19:5: key \"model.linear_bias\" must be true or false, found null",
                complaint(tiny.replace("\"linear_bias\": false", "\"linear_bias\": null")));
        assertEquals(
                "x.json:11:5: key \"model.position\" must be one of none, learned, relative, found \"relativ\";"
                        + " did you mean \"relative\"?",
                complaint(tiny.replace("\"relative\"", "\"relativ\"")));
        assertEquals(
                "x.json: key \"model.n_layers\" must be a whole number of at most 2147483647, found 9999999999",
                complaint(tiny.replace("\"n_layers\": 1", "\"n_layers\": 9999999999")));
    }

    @Test
    void anImpossibleValueIsNamedByTheRecordThatRefusesIt() throws IOException {
        assertEquals(
                "x.json: dModel 18 must be a multiple of nHeads 4",
                complaint(read("online.tiny.json").replace("\"d_model\": 16", "\"d_model\": 18")));
    }

    @Test
    void textThatIsNotJsonIsNamedWithItsPlace() {
        assertTrue(complaint("{\n  \"seed\": 1,,\n}").startsWith("x.json:2:"), complaint("{\n  \"seed\": 1,,\n}"));
        assertEquals("x.json:1:1: expected a JSON object", complaint("[]"));
        assertTrue(complaint("").startsWith("x.json:"));
    }

    @Test
    void aKeyGivenTwiceIsNamed() throws IOException {
        String json =
                read("online.tiny.json").replace("    \"stride\": 16,\n", "    \"stride\": 16,\n    \"stride\": 8,\n");
        assertEquals("x.json:51:5: key \"protocol.stride\" is given twice", complaint(json));
    }

    @Test
    void changesAreListedInOrderAndComparedAsNumbers() throws IOException {
        OnlineRecipe tiny = tiny();
        OnlineRecipe changed = tiny.with("seed", "7")
                .with("optimizer.learning_rate", "6e-3")
                .with("model.d_mlp", "32")
                .with("experience_replay.enabled", "false");
        assertEquals(
                List.of("model.d_mlp", "experience_replay.enabled", "seed"),
                List.copyOf(changed.changesFrom(tiny).keySet()));
        assertEquals("7", changed.changesFrom(tiny).get("seed"));
        assertEquals(List.of("model.d_mlp", "seed"), changed.needingRestart(tiny));
        assertEquals("6e-3", changed.value("optimizer.learning_rate"));
        assertEquals(changed.online(), tiny.withAll(changed.changesFrom(tiny)).online());
    }

    @Test
    void severalKeysCanChangeTogetherThatMakeNoSenseOneByOne() throws IOException {
        OnlineRecipe tiny = tiny();
        assertThrows(ConfigException.class, () -> tiny.with("optimizer.momentum", "0.9"));
        OnlineRecipe changed = tiny.withAll(Map.of("optimizer.momentum", "0.9", "optimizer.kind", "sgd"));
        assertEquals(0.9, changed.online().optimizer().momentum());
    }

    @Test
    void whatIsSetMustBeAKnownKeyOfTheRightType() throws IOException {
        OnlineRecipe tiny = tiny();
        assertTrue(String.valueOf(refusal(tiny, "model.n_layer", "2").getMessage())
                .endsWith("did you mean \"n_layers\"?"));
        assertEquals(
                "key \"model.n_layers\" must be a whole number, found \"two\"",
                refusal(tiny, "model.n_layers", "two").getMessage());
        for (String notANumber : List.of("", "NaN", "1e999", "0x10", "1,5", "Infinity", "{}", "true", "1d")) {
            assertThrows(ConfigException.class, () -> tiny.with("optimizer.learning_rate", notANumber), notANumber);
        }
        assertThrows(ConfigException.class, () -> tiny.value("learning_rate"));
    }

    private static ConfigException refusal(OnlineRecipe recipe, String key, String value) {
        return assertThrows(ConfigException.class, () -> recipe.with(key, value));
    }

    @Test
    void whatShapesMemoryNeedsARestartAndWhatLearnsDoesNot() {
        for (ConfigKey key : OnlineRecipe.KEYS) {
            switch (key.group()) {
                case "model", "init", "" -> assertFalse(key.live(), key.dotted());
                case "protocol" -> assertEquals(key.name().equals("train_on"), key.live(), key.dotted());
                case "cache" -> assertEquals(!key.name().equals("window"), key.live(), key.dotted());
                case "mixture" -> assertEquals(key.name().equals("enabled"), key.live(), key.dotted());
                default -> assertTrue(key.live(), key.dotted());
            }
        }
    }

    private static OnlineRecipe tiny() throws IOException {
        return OnlineRecipe.parse(read("online.tiny.json"), "online.tiny.json");
    }

    private static String complaint(String json) {
        return String.valueOf(assertThrows(ConfigException.class, () -> OnlineRecipe.parse(json, "x.json"))
                .getMessage());
    }

    private static String read(String file) throws IOException {
        return Files.readString(CONFIGS.resolve(file));
    }
}
