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
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

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
        assertTrue(printed.toString(StandardCharsets.UTF_8).startsWith("GET / cost 3"), printed::toString);
    }

    @Test
    void theReadmeShowsTheseExamples() throws IOException {
        String source = unindented(Files.readString(SOURCE));
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(2, examples.size());
        for (String example : examples) {
            assertTrue(source.contains(unindented(example)), example);
        }
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
