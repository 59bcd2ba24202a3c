package microgpt.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFileComesBackByteByByte() throws IOException, JsonParserException {
        byte[] text = "to be, or not to be. ".repeat(200).getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(folder.resolve("text"), text);
        String coded = folder.resolve("coded").toString();
        String back = folder.resolve("back").toString();
        assertEquals(0, run("compress", "--counts", "mini", "--megabytes", "1", file.toString(), "-o", coded));
        JsonObject line = JsonParser.object().from(out.toString(StandardCharsets.UTF_8));
        assertEquals(Files.size(Path.of(coded)), line.getLong("file_bytes"));
        assertTrue(line.getInt("code_bytes") <= line.getDouble("code_length_bytes") * 1.0001 + 16);
        assertTrue(line.getLong("file_bytes") < 200, "four thousand bytes of one sentence");
        assertEquals(0, run("decompress", coded, "-o", back));
        assertArrayEquals(text, Files.readAllBytes(Path.of(back)));
    }

    @Test
    void aTransformerAndItsMixtureGiveAFileBackToo() throws IOException, JsonParserException {
        byte[] text = "to be, or not to be. ".repeat(20).getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(folder.resolve("text"), text);
        String coded = folder.resolve("coded").toString();
        String back = folder.resolve("back").toString();
        String recipe = "../configs/online.tiny.json";
        assertEquals(
                0,
                run("compress", "--config", recipe, "--set", "mixture.megabytes=1", file.toString(), "-o", coded),
                err::toString);
        JsonObject line = JsonParser.object().from(out.toString(StandardCharsets.UTF_8));
        assertTrue(line.getInt("code_bytes") <= line.getDouble("code_length_bytes") * 1.0001 + 16);
        assertTrue(line.getInt("code_bytes") < 60, "four hundred bytes of one sentence");
        assertEquals(0, run("decompress", coded, "-o", back), err::toString);
        assertArrayEquals(text, Files.readAllBytes(Path.of(back)));
    }

    @Test
    void anEmptyFileComesBackToo() throws IOException {
        String file = Files.write(folder.resolve("text"), new byte[0]).toString();
        assertEquals(0, run("compress", "--megabytes", "1", file, "-o", file + ".c"));
        assertEquals(0, run("decompress", file + ".c", "-o", file + ".b"));
        assertEquals(0, Files.size(Path.of(file + ".b")));
    }

    @Test
    void aDamagedFileIsRefusedAndNothingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "not a coded text");
        Path back = folder.resolve("back");
        assertEquals(2, run("decompress", file.toString(), "-o", back.toString()));
        assertEquals(
                "not a coded text: expected it to begin with the bytes b5 47 50 43\n",
                err.toString(StandardCharsets.UTF_8));
        assertFalse(Files.exists(back));
    }

    @Test
    void badArgumentsAreRefused() throws IOException {
        String file = Files.writeString(folder.resolve("text"), "text").toString();
        refused("expected --out, found none", "compress", file);
        refused(
                "--counts expects rich or lean or mini or best or full, found huge",
                "compress",
                "--counts",
                "huge",
                file,
                "-o",
                "x");
        refused(
                "megabytes must be a power of two from 1 to 1024, found 3",
                "compress",
                "--megabytes",
                "3",
                file,
                "-o",
                "x");
        refused("expected a file to read, found no nowhere", "decompress", "nowhere", "-o", "x");
    }

    private void refused(String message, String... args) {
        err.reset();
        assertEquals(2, run(args));
        assertEquals(message + "\n", err.toString(StandardCharsets.UTF_8));
    }

    private int run(String... args) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Main.run(console, args);
    }
}
