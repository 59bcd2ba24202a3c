package microgpt.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microgpt.json.Json;
import microgpt.json.JsonFields;
import org.junit.jupiter.api.Test;

class WorthTextTest {
    private static final Path STATIC = Path.of("../static");
    private static final String FILE = """
            {"_": "Written by hand", "preset": "online.tiny", "text": "phases.json", "bytes": 20000, "seeds": 2,
             "whole": 2.5, "deviation": 0.0124, "transformer": 3, "transformer_deviation": 0.1,
             "plain": 4, "plain_deviation": 0, "parts": [
              {"name": "replay", "key": "a.b", "with": 2.5, "without": 2.6, "transformer_with": 3,
               "transformer_without": 3.25, "alone": 3.5},
              {"name": "rich counts", "key": "c.d", "with": 2.5004, "without": 2.5, "transformer_with": 3,
               "transformer_without": 3},
              {"name": "clipping", "key": "e.f", "with": 2.6, "without": 2.5, "alone": 4.25},
              {"name": "what diverged", "key": "g.h"}]}""";

    private final WorthText worth = new WorthText(FILE);

    @Test
    void aPartIsWorthTheScoreWithItLessTheScoreWithoutIt() {
        assertEquals("transformer −0.250, whole −0.100, alone −0.500", worth.of("replay"));
        assertEquals("whole +0.100, alone +0.250", worth.of("clipping"));
    }

    @Test
    void whatRoundsToNothingHasNoSign() {
        assertEquals("transformer 0.000, whole 0.000", worth.of("rich counts"));
    }

    @Test
    void whatWasNotMeasuredIsSaid() {
        assertEquals("not measured", worth.of("what diverged"));
        assertEquals("not measured", worth.of("something else"));
    }

    @Test
    void whatWasMeasuredOnIsSaid() {
        assertEquals(
                "Measured on the first 20,000 bytes of the built-in stream phases.json with the preset online.tiny, 2 seeds"
                        + " (± is their standard deviation). As it is the preset needs 2.500 ± 0.012 bits per byte, its"
                        + " transformer by itself 3.000 ± 0.100, a plain model 4.000 ± 0.000.",
                worth.about());
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WorthText("{\"parts\": 3}"));
        assertThrows(IllegalArgumentException.class, () -> new WorthText("{\"parts\": [3]}"));
        assertThrows(IllegalArgumentException.class, () -> new WorthText("<html>"));
    }

    @Test
    void thePageHasAPlaceForEveryPartOfTheFileAndNoFigureOfItsOwn() throws IOException {
        String json = Files.readString(STATIC.resolve("worth.json"));
        WorthText shipped = new WorthText(json);
        String page = Files.readString(STATIC.resolve("index.html"));
        int start = page.indexOf("data-part=\"worth\"");
        String section = page.substring(start, page.indexOf("</details>", start));
        assertFalse(section.matches("(?s).*\\d.*"), "figures come from the file");
        Set<String> shown = new TreeSet<>();
        Matcher place = Pattern.compile("data-worth=\"([^\"]+)\"").matcher(section);
        while (place.find()) {
            shown.add(place.group(1));
            assertTrue(shipped.of(place.group(1)).startsWith("transformer "), place.group(1));
        }
        Set<String> measured = new TreeSet<>();
        JsonFields file = new JsonFields(Json.object(json));
        for (Object part : file.array("parts")) {
            measured.add(new JsonFields((JsonObject) part).text("name"));
        }
        assertEquals(measured, shown);
        assertTrue(file.text("_").startsWith("Written by: java -jar "), "how to make it again");
        assertTrue(shipped.about().contains(file.text("preset")));
    }

    @Test
    void noHelpSaysWhatSomethingIsWorthInFigures() throws IOException {
        Catalogue catalogue = Catalogue.parse(Files.readString(STATIC.resolve("lab.json")));
        for (Catalogue.Group group : catalogue.settings()) {
            for (Catalogue.Setting setting : group.settings()) {
                assertFalse(setting.help().matches(".*\\d bits.*|.*\\d per byte.*"), setting.help());
            }
        }
    }
}
