package microgpt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {
    private static final String NAMES = "src/test/resources/microgpt/names-64.txt";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Main.run(console, args);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void namesAreLearnedAndWritten() throws JsonParserException {
        assertEquals(0, run("names", "--seed", "42", "--steps", "3", "--samples", "2", NAMES));
        assertEquals(6, lines().size());
        assertEquals("{\"docs\":64,\"vocabulary\":23,\"parameters\":4064}", lines().get(0));
        JsonObject first = JsonParser.object().from(lines().get(1));
        assertEquals(1, first.getInt("step"));
        assertEquals(3.11950823208584, first.getDouble("loss"), 1e-12);
        assertEquals(2, JsonParser.object().from(lines().get(5)).getInt("sample"));
        assertTrue(JsonParser.object().from(lines().get(5)).isString("text"));
    }

    @Test
    void floatsLearnAlmostAlike() throws JsonParserException {
        assertEquals(0, run("names", "--engine", "float32", "--steps", "1", "--samples", "1", NAMES));
        assertEquals(3.11950823208584, JsonParser.object().from(lines().get(1)).getDouble("loss"), 1e-5);
    }

    @Test
    void aRecipeCanBeGivenAndChanged() {
        assertEquals(
                0,
                run(
                        "names",
                        "--config",
                        "../configs/microgpt-names.json",
                        "--set",
                        "model.n_layers=2",
                        "--set",
                        "training.steps=1",
                        "--samples",
                        "1",
                        NAMES));
        assertEquals("{\"docs\":64,\"vocabulary\":23,\"parameters\":7136}", lines().get(0));
        assertEquals(3, lines().size());
    }

    @Test
    void badArgumentsExitWithTwoAndOneLine(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "\n \n");
        refused("--engine expects scalar or float32, found fast", "names", "--engine", "fast", NAMES);
        refused("--seed expects a whole number, found x", "names", "--seed", "x", NAMES);
        refused("expected a file to read, found no nowhere.txt", "names", "nowhere.txt");
        refused("dModel 16 must be a multiple of nHeads 5", "names", "--set", "model.n_heads=5", NAMES);
        refused("expected one FILE, found none", "names");
        refused(empty + ": no text to learn: every line is empty", "names", empty.toString());
    }

    private void refused(String message, String... args) {
        err.reset();
        assertEquals(2, run(args));
        assertEquals(message + "\n", err.toString(StandardCharsets.UTF_8));
    }
}
