package microgpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import microgpt.config.OnlineRecipe;
import microgpt.names.NamesConfig;
import org.junit.jupiter.api.Test;

/** The examples of this module's README, which stand here word for word, and run. */
class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/microgpt/ReadmeTest.java");
    private static final Pattern FENCE = Pattern.compile("```(java)?\n");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void namesAreLearned() {
        MicroGpt gpt = new MicroGpt(NamesConfig.DEFAULT.withSeed(7));
        gpt.load("ada\nalan\nbarbara\ngrace\nkatherine\nmargaret");
        for (int i = 0; i < 50; i++) {
            MicroGpt.Trained trained = gpt.train();
            out.println(trained.step() + ": " + trained.loss());
        }
        out.println(gpt.generate(0.5).text());
        MicroGpt twin = MicroGpt.restored(gpt.save()); // goes on exactly alike
        assertEquals(gpt.train(), twin.train());
        assertEquals(51, printed.toString(StandardCharsets.UTF_8).lines().count());
    }

    @Test
    void aStreamIsObserved() throws IOException {
        String json = Files.readString(Path.of("../configs/online.tiny.json"));
        List<String> lines = List.of("GET /", "GET /");
        OnlineGpt gpt = new OnlineGpt(OnlineRecipe.parse(json, "online.tiny.json"));
        for (String line : lines) {
            double cost = 0;
            for (float bits : gpt.observe(line)) {
                cost += bits;
            }
            out.println(line + " cost " + cost + " bits");
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).startsWith("GET / cost 4"), printed::toString);
    }

    @Test
    void theReadmeShowsTheseExamples() throws IOException {
        String source = unindented(Files.readString(SOURCE));
        String[] parts = FENCE.split(Files.readString(Path.of("README.md")), -1);
        assertEquals(5, parts.length, "two examples between three texts");
        for (int i = 1; i < parts.length; i += 2) {
            assertTrue(source.contains(unindented(parts[i])), parts[i]);
        }
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
