package microgpt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    private static final String TINY = "../configs/online.tiny.json";
    private static final String SMALL_ROOM = "mixture.megabytes=1";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(
            new ByteArrayInputStream(new byte[0]), new PrintStream(out, true, StandardCharsets.UTF_8), System.err);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("text.txt"), "to be, or not to be. ".repeat(20));
    }

    @Test
    void aRowForEachOfOursAndForEachProgramAndAColumnForEachText() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "that is the question");
        List<String> rows = compare(
                "--counts", "mini,rich", "--megabytes", "1", "--bytes", "10,100", file.toString(), other.toString());
        assertEquals(
                "| bits per byte | text.txt, first 10 bytes | text.txt, first 100 bytes | other.txt, first 10 bytes"
                        + " | other.txt, 20 bytes | bytes per second |",
                rows.get(0));
        assertEquals("|---|---:|---:|---:|---:|---:|", rows.get(1));
        assertTrue(rows.get(2).startsWith("| counts alone, mini | "), rows.get(2));
        assertTrue(rows.get(3).startsWith("| counts alone, rich | "), rows.get(3));
        assertEquals(2 + 2 + Program.ALL.size(), rows.indexOf(""));
        for (String row : rows.subList(0, rows.indexOf(""))) {
            assertEquals(7, row.chars().filter(letter -> letter == '|').count(), row);
        }
        assertTrue(rows.stream()
                .anyMatch(row -> row.matches("- counts alone, mini: a file of .* has about \\d+ bytes.*")));
    }

    @Test
    void aProgramThatIsAbsentIsAWord() throws IOException {
        List<String> rows = compare("--bytes", "10,100", file.toString());
        assertEquals("| gzip -9 | not installed | not installed | – |", rows.get(2));
        assertEquals("| paq8px -8 | not installed | not installed | – |", rows.get(7));
    }

    @Test
    void oursIsWhatLearnPrints() throws IOException, JsonParserException {
        String row = compare("--config", TINY, "--set", SMALL_ROOM, "--bytes", "300", file.toString())
                .get(2);
        out.reset();
        Learn.run(console, List.of("--config", TINY, "--set", SMALL_ROOM, "--bytes", "300", file.toString()));
        double learned =
                JsonParser.object().from(out.toString(StandardCharsets.UTF_8)).getDouble("bits_per_byte");
        String start = String.format(Locale.ROOT, "| `online.tiny` | %.3f | ", learned);
        assertTrue(row.startsWith(start), row + " must start with " + start);
    }

    @Test
    void aPlanIsATextToo() throws IOException {
        String row =
                compare("--plan", "../configs/phases.json", "--bytes", "50").get(0);
        assertEquals("| bits per byte | phases.json, first 50 bytes | bytes per second |", row);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatFailsIsAWordAndOneThatWorksIsMeasuredByTheFileThatItMakes() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        program(programs.resolve("gzip"), "head -c 5 text; echo gzip of tests");
        program(programs.resolve("xz"), "exit 3");
        program(programs.resolve("zpaq"), "printf 123 > packed.zpaq; printf zpaq\\\\n");
        List<String> rows = compare(List.of(programs), "--bytes", "24", file.toString());
        assertEquals("| gzip -9 | 6.333 | – |", rows.get(2), "19 bytes of 24");
        assertEquals("| bzip2 -9 | not installed | – |", rows.get(3));
        assertEquals("| xz -9e | failed | – |", rows.get(4));
        assertEquals("| zpaq -m5 | 1.000 | – |", rows.get(6), "3 bytes of 24: what it prints is no part");
        assertTrue(rows.contains("- zpaq -m5: zpaq"), String.join("\n", rows));
        assertFalse(rows.stream().anyMatch(row -> row.startsWith("- bzip2")));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertEquals(
                "expected at least one FILE or --plan, found none",
                assertThrows(UsageException.class, this::compare).getMessage());
        assertEquals(
                "--counts expects one of mini, lean, rich, best, full, found huge",
                assertThrows(UsageException.class, () -> compare("--counts", "mini,huge", file.toString()))
                        .getMessage());
        assertEquals(
                "--bytes expects a whole number of at least 1, found ",
                assertThrows(UsageException.class, () -> compare("--bytes", "10,", file.toString()))
                        .getMessage());
        assertEquals(
                "expected a file to read, found no nowhere",
                assertThrows(UsageException.class, () -> compare("nowhere")).getMessage());
    }

    private static void program(Path at, String script) throws IOException {
        Files.writeString(at, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> compare(String... args) throws IOException {
        return compare(List.of(folder.resolve("nothing")), args);
    }

    private List<String> compare(List<Path> folders, String... args) throws IOException {
        out.reset();
        Compare.run(console, List.of(args), folders);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
