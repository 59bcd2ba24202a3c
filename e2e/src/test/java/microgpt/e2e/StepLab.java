package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import microgpt.names.CharacterModel.Matrix;
import microgpt.names.NamesConfig;
import microgpt.step.PrincipalAxes;
import microgpt.step.Step;
import microgpt.step.Stepper;

/** The page that steps through a GPT in a browser, and the same engine on the JVM, which takes the same steps. */
final class StepLab {
    private static final String OPEN_BOX = """
            () => [document.querySelector('[data-testid=detail] h3').textContent,
              ...[...document.querySelectorAll('[data-testid=detail-rows] tr')].flatMap(row =>
                [...row.children].slice(1).map(cell => cell.dataset.value + ' ' + cell.textContent))]""";

    private final Lab lab;
    private Stepper engine;

    private StepLab(Lab lab, Stepper engine) {
        this.lab = lab;
        this.engine = engine;
    }

    static StepLab open(Lab lab) throws IOException {
        lab.page().navigate(lab.site() + "step.html");
        assertThat(lab.at("status")).hasAttribute("data-mood", "ready");
        return new StepLab(
                lab, new Stepper(Files.readString(LabExtension.built().resolve("names.txt")), NamesConfig.DEFAULT));
    }

    Page page() {
        return lab.page();
    }

    Locator at(String testId) {
        return lab.at(testId);
    }

    Stepper engine() {
        return engine;
    }

    /** Builds another model on both sides. */
    void load(String names, NamesConfig config) {
        engine = new Stepper(names, config);
        page().evaluate("() => { document.querySelector('[data-testid=data-panel]').open = true; }");
        at("lines").fill(names);
        at("layers").fill(Integer.toString(config.shape().nLayers()));
        at("heads").fill(Integer.toString(config.shape().nHeads()));
        at("width").fill(Integer.toString(config.shape().dModel()));
        at("steps").fill(Integer.toString(config.learning().steps()));
        at("load").click();
        assertThat(at("stat-documents")).hasText(Integer.toString(engine.documents()));
    }

    /** One step on both sides, which cost the same. */
    Step forward() {
        Step step = engine.forward();
        at("forward").click();
        assertThat(at("stat-step")).hasAttribute("data-step", Integer.toString(step.number()));
        int row = step.place().position();
        eventually(
                "loss",
                List.of(step.loss()),
                () -> List.of(number(at("row").nth(row).locator("td").nth(5), "data-value")));
        return step;
    }

    /** The number in an attribute, which a number read by people rounds. */
    double number(Locator of, String attribute) {
        return Double.parseDouble(of.getAttribute(attribute));
    }

    void openPanels() {
        page().evaluate("() => document.querySelectorAll('details').forEach(panel => { panel.open = true; })");
    }

    /** Whatever is drawn is drawn some frames later. */
    <T> void eventually(String what, T expected, Supplier<T> shown) {
        try {
            page().waitForCondition(() -> expected.equals(shown.get()));
        } catch (TimeoutError e) {
            assertEquals(expected, shown.get(), what);
        }
    }

    /** Opens a box and compares all its numbers. */
    void assertBox(String box, String title, double[] values, double... gradients) {
        at("network")
                .locator(".box", new Locator.LocatorOptions().setHasText(box))
                .first()
                .click();
        assertOpen(title, values, gradients);
    }

    /** The box of this title is open, with exactly these numbers; no gradients stand for a pass forward. */
    void assertOpen(String title, double[] values, double... gradients) {
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            expected.add(values[i]);
            expected.add(gradients.length == 0 ? Double.NaN : gradients[i]);
        }
        eventually(title, new Opened(title, expected), this::opened);
    }

    private record Opened(String title, List<Double> numbers) {}

    private Opened opened() {
        List<?> shown = (List<?>) page().evaluate(OPEN_BOX);
        List<Double> numbers = new ArrayList<>();
        for (Object cell : shown.subList(1, shown.size())) {
            String[] exactAndRounded = cell.toString().split(" ", 2);
            boolean none = exactAndRounded[0].equals("undefined");
            double exact = none ? Double.NaN : Double.parseDouble(exactAndRounded[0]);
            numbers.add(exact);
            if (!none) {
                String rounded = exactAndRounded[1].replace("−", "-").replace(",", "");
                assertEquals(exact, Double.parseDouble(rounded), 0.51e-6);
            }
        }
        return new Opened(shown.get(0).toString(), numbers);
    }

    /** A list of numbers from the browser. */
    static List<Double> numbers(Object list) {
        return ((List<?>) list)
                .stream().map(each -> ((Number) each).doubleValue()).toList();
    }

    /** The axes along which the engine's token embeddings differ most. */
    PrincipalAxes axes() {
        Matrix table = engine.matrices().get(0);
        double[][] wte = new double[table.rows()][table.columns()];
        for (int row = 0; row < wte.length; row++) {
            for (int column = 0; column < table.columns(); column++) {
                wte[row][column] = table.get(row, column);
            }
        }
        return PrincipalAxes.of(wte, 2);
    }

    /** What the page should say of them. */
    String embeddingOrder() {
        PrincipalAxes axes = axes();
        return "from left to right: " + along(axes, 0) + "; from bottom to top: " + along(axes, 1);
    }

    private String along(PrincipalAxes axes, int axis) {
        return String.join(
                " ",
                IntStream.range(0, axes.coordinates().length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(token -> axes.coordinates()[token][axis]))
                        .map(token -> label(token))
                        .toList());
    }

    String label(int token) {
        return token == engine.characters().bos() ? "BOS" : engine.characters().text(token);
    }
}
