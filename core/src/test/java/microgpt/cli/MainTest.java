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
import microgpt.OnlineGpt;
import microgpt.config.OnlineRecipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String TINY = "../configs/online.tiny.json";
    private static final String TEXT = "to be, or not to be. ".repeat(20);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void standardInputIsLearnedAndTotalled() throws JsonParserException {
        assertEquals(0, run(TEXT, "learn", "--config", TINY, "--every", "100", "-"));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(5, lines.size(), "four on the way, and the totals");
        assertEquals(112, JsonParser.object().from(lines.get(0)).getInt("position"));
        JsonObject totals = JsonParser.object().from(lines.get(4));
        assertEquals(420, totals.getInt("bytes"));
        assertEquals(27, totals.getInt("steps"));
        assertEquals(7312, totals.getInt("parameters"));
        assertEquals(totals.getDouble("bits_per_byte") * 420 / 8, totals.getDouble("code_length_bytes"), 1e-9);
        assertTrue(totals.getDouble("bits_per_byte") < 8);
        assertTrue(totals.getInt("replayed") > 0);
    }

    @Test
    void aFileIsLearnedLikeStandardInputAndLossesArePrintedToTheLastBit(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("text.txt");
        Files.writeString(file, TEXT);
        run("", "learn", "--config", TINY, "--losses", "--bytes", "100", file.toString());
        String fromFile = withoutTotals();
        out.reset();
        run(TEXT, "learn", "--config", TINY, "--losses", "--bytes", "100", "-");
        assertEquals(fromFile, withoutTotals());
        assertEquals(7, fromFile.lines().count());
        String first = fromFile.substring(fromFile.indexOf('[') + 1, fromFile.indexOf(',', fromFile.indexOf('[')));
        assertEquals(first, Float.toString(Float.parseFloat(first)));
    }

    private String withoutTotals() {
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf("{\"bytes\""));
    }

    @Test
    void aKeyCanBeSet() throws JsonParserException {
        run(TEXT, "learn", "--config", TINY, "--set", "experience_replay.enabled=false", "--set", "seed=3", "-");
        JsonObject totals = JsonParser.object().from(out.toString(StandardCharsets.UTF_8));
        assertEquals(0, totals.getInt("replayed"));
    }

    @Test
    void whatWasLearnedCanBeWrittenOnByWhoIsCharged() throws JsonParserException {
        run(TEXT, "learn", "--config", TINY, "--sample", "21", "-");
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size());
        JsonObject sample = JsonParser.object().from(lines.get(0));
        assertEquals("mixture", sample.getString("by"));
        assertTrue(sample.getString("sample").startsWith("to be, or not to be"), sample.toString());
        assertEquals(21, sample.getString("sample").length());
        assertEquals(420, JsonParser.object().from(lines.get(1)).getInt("bytes"));
    }

    @Test
    void aSavedRunWritesAsTheLibraryDoes(@TempDir Path folder) throws IOException {
        OnlineGpt gpt = new OnlineGpt(OnlineRecipe.parse(Files.readString(Path.of(TINY)), TINY));
        gpt.observe(TEXT);
        Path saved = folder.resolve("run");
        Files.write(saved, gpt.save());
        String file = saved.toString();
        assertEquals(0, run("", "sample", "--checkpoint", file, "--length", "30", "--top-k", "0", "--seed", "5"));
        String written = out.toString(StandardCharsets.UTF_8);
        assertEquals(new String(gpt.sample(30, 0.8, 0, 1, 5), StandardCharsets.UTF_8), written.strip());
        out.reset();
        run("", "sample", "--checkpoint", file, "--prompt", "or not", "--length", "8", "--temperature", "0");
        assertEquals(" to be", out.toString(StandardCharsets.UTF_8).substring(0, 6));
    }

    @Test
    void anEmptyStreamHasTotals() throws JsonParserException {
        assertEquals(0, run("", "learn", "--config", TINY, "-"));
        JsonObject totals = JsonParser.object().from(out.toString(StandardCharsets.UTF_8));
        assertEquals(0, totals.getInt("bytes"));
        assertTrue(totals.isNull("bits_per_byte"));
    }

    @Test
    void badArgumentsExitWithTwoAndOneLine() {
        refused(
                "expected a command, one of learn, ablate, compare, names, train, sample, evaluate, export, compress, decompress, found nothing; try --help");
        refused(
                "expected a command, one of learn, ablate, compare, names, train, sample, evaluate, export, compress, decompress, found lern; try --help",
                "lern");
        refused("expected --config, found none", "learn", "-");
        refused("expected one FILE or -, found none", "learn", "--config", TINY);
        refused(
                "--every expects a whole number of at least 1, found 0",
                "learn",
                "--config",
                TINY,
                "--every",
                "0",
                "-");
        refused(
                "--every expects a whole number of at least 1, found x",
                "learn",
                "--config",
                TINY,
                "--every",
                "x",
                "-");
        refused("--config expects a value, found the end of the line", "learn", "--config");
        refused("--set expects key=value, found seed", "learn", "--config", TINY, "--set", "seed", "-");
        refused("--config expects a file, found no nowhere.json", "learn", "--config", "nowhere.json", "-");
        refused("expected a file to read, found no nowhere.txt", "learn", "--config", TINY, "nowhere.txt");
        refused(
                "unknown option --confg, expected one of --config, --set, --every, --bytes, --sample, --losses, --help; did"
                        + " you mean --config?",
                "learn",
                "--confg",
                TINY);
        refused(
                "key \"seed\" must be a whole number, found \"one\"",
                "learn",
                "--config",
                TINY,
                "--set",
                "seed=one",
                "-");
    }

    private void refused(String message, String... args) {
        err.reset();
        assertEquals(2, run("", args));
        assertEquals(message, err.toString(StandardCharsets.UTF_8).strip());
        assertEquals(0, out.size());
    }

    @Test
    void helpIsThereForTheProgramAndForEachCommand() {
        for (String[] args :
                new String[][] {{"--help"}, {"learn", "--help"}, {"ablate", "--help"}, {"compare", "--help"}}) {
            out.reset();
            assertEquals(0, run("", args));
            assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("usage: "));
        }
    }

    private int run(String input, String... args) {
        return Main.run(
                new Console(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                args);
    }
}
