package microgpt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import microgpt.json.Json;
import microgpt.json.JsonFields;
import microgpt.predict.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblateTest {
    private static final String TINY = "../configs/online.tiny.json";
    private static final String PLAN = "../configs/phases.json";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void anAblationIsATableWhoseFiguresStandInAFile() throws IOException {
        Path json = folder.resolve("worth.json");
        List<String> lines = ablate(
                "--config",
                TINY,
                "--set",
                "mixture.megabytes=1",
                "--bytes",
                "64",
                "--seeds",
                "2",
                "--plan",
                PLAN,
                "--json",
                json.toString());
        assertEquals("|---|---|---|---|---|", lines.get(1));
        assertTrue(lines.get(2).startsWith("| as it is | "), lines.get(2));
        for (String row : List.of(
                "without mixture",
                "without experience replay",
                "with adaptive rate",
                "with lean counts",
                "with rich counts",
                "plain, and mixture",
                "plain, and adaptive rate")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("| " + row + " | ")), row);
        }
        int otherCounts = Size.values().length - 1;
        assertEquals(2 + 1 + Part.ALL.size() + otherCounts + 1 + Part.ALL.size(), lines.size());
        JsonFields file = new JsonFields(Json.object(Files.readString(json)));
        assertEquals("online.tiny", file.text("preset"));
        assertEquals("phases.json", file.text("text"));
        assertEquals(64, file.whole("bytes", 1, 1000));
        assertEquals(2, file.whole("seeds", 1, 1000));
        assertTrue(file.text("_").startsWith("Written by: java -jar core/target/microgpt.jar ablate --config " + TINY));
        assertTrue(lines.get(2).startsWith("| as it is | " + rounded(file.number("whole"))), lines.get(2));
        List<String> names = new ArrayList<>();
        for (Object each : file.array("parts")) {
            JsonFields part = new JsonFields((JsonObject) each);
            names.add(part.text("name"));
            assertEquals(2, part.text("key").split("\\.", -1).length);
            assertTrue(part.number("with") > 0 && part.number("without") > 0);
            assertTrue(part.number("transformer_with") > 0 && part.number("transformer_without") > 0);
            assertEquals(!part.text("key").equals(Part.COUNTS), part.has("alone"), part.text("name"));
            boolean hasIt = lines.stream().anyMatch(line -> line.startsWith("| without " + part.text("name") + " |"));
            assertEquals(file.number("whole"), part.number(hasIt ? "with" : "without"), part.text("name"));
        }
        assertEquals(Part.ALL.size() + otherCounts, names.size());
        assertTrue(names.containsAll(List.of("mixture", "lean counts", "rich counts", "experience replay")));
    }

    @Test
    void whereNothingIsMixedInTheWholeIsTheTransformerAndCountsHaveNoSize() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "to be, or not to be. ");
        Path json = folder.resolve("worth.json");
        List<String> lines = ablate(
                "--config",
                TINY,
                "--set",
                "mixture.enabled=false",
                "--set",
                "mixture.megabytes=1",
                "--seeds",
                "1",
                "--json",
                json.toString(),
                text.toString());
        JsonFields file = new JsonFields(Json.object(Files.readString(json)));
        assertEquals(file.number("transformer"), file.number("whole"));
        assertEquals(file.number("transformer_deviation"), file.number("deviation"));
        assertFalse(lines.stream().anyMatch(line -> line.contains(" counts |")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("| with mixture |")));
    }

    private static String rounded(double bits) {
        return String.format(Locale.ROOT, "%.3f", bits);
    }

    private List<String> ablate(String... args) throws IOException {
        Ablate.run(
                new Console(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        System.err),
                List.of(args));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
