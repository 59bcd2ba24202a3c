package microgpt.web.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microgpt.names.NamesConfig;
import microgpt.step.PositionRecord;
import microgpt.step.Stepper;
import org.junit.jupiter.api.Test;

class ComputationGraphTest {
    private static final Path ENGINE = Path.of("../core/src/main/java/microgpt/scalar");

    @Test
    void everyBoxShowsAPartThatTheEngineComputes() {
        PositionRecord snapshot = snapshot(2, 4, 16);
        Set<String> shown = new TreeSet<>();
        for (Box box : ComputationGraph.of(2, 4, 16)) {
            if (box.hasNumbers()) {
                int size = snapshot.values(box.part()).length;
                assertTrue(box.length() < 0 || box.from() + box.length() <= size, box.title());
                shown.add(box.part());
            }
        }
        Set<String> computed = new TreeSet<>(snapshot.names());
        computed.removeIf(name -> name.contains(".map.") || name.contains(".scores."));
        assertEquals(computed, shown);
    }

    @Test
    void boxesStandInTheOrderOfComputation() {
        List<String> computed = snapshot(1, 2, 8).names();
        int reached = -1;
        for (Box box : ComputationGraph.of(1, 2, 8)) {
            if (box.hasNumbers()) {
                int at = computed.indexOf(box.part());
                assertTrue(at >= reached, box.title());
                reached = at;
            }
        }
    }

    @Test
    void everyLineQuotedStandsInTheEngine() throws IOException {
        StringBuilder source = new StringBuilder();
        for (String file : new String[] {"ScalarGpt", "Vectors", "Value"}) {
            source.append(Files.readString(ENGINE.resolve(file + ".java")));
        }
        String engine = source.toString().replaceAll("\\s+", "");
        for (Box box : ComputationGraph.of(1, 1, 4)) {
            for (String line : box.java().lines().toList()) {
                assertTrue(engine.contains(line.replaceAll("\\s+", "")), line);
            }
        }
    }

    @Test
    void everyBoxHasASectionOfTheMathematicsAndEveryButtonThereABox() throws IOException {
        String page = Files.readString(Path.of("../static/step.html"));
        List<Box> boxes = ComputationGraph.of(1, 4, 16);
        for (Box box : boxes) {
            assertTrue(page.contains("id=\"" + box.rule().section() + "\""), box.title());
            for (String formula : (box.rule().forward() + ";" + box.rule().backward()).split(";", -1)) {
                Formula.parse(formula);
            }
        }
        Matcher buttons = Pattern.compile("data-box=\"([^\"]+)\"").matcher(page);
        Set<Box> led = new HashSet<>();
        while (buttons.find()) {
            String name = buttons.group(1);
            Box first =
                    boxes.stream().filter(box -> box.isCalled(name)).findFirst().orElseThrow();
            led.add(first);
        }
        for (Box box : boxes) {
            assertTrue(led.stream().anyMatch(other -> other.rule().equals(box.rule())), box.title());
        }
    }

    private static PositionRecord snapshot(int layers, int heads, int width) {
        NamesConfig config = NamesConfig.DEFAULT.with(new NamesConfig.Shape(layers, heads, width, 8));
        return new Stepper("ada", config).forward().snapshot();
    }
}
