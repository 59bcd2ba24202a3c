package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import microgpt.names.NamesConfig;
import microgpt.step.NameWriting;
import microgpt.step.Snapshot;
import microgpt.step.Step;
import microgpt.step.Stepper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that steps through a GPT shows the numbers that the engine computes on the JVM, bit for bit. */
@ExtendWith(LabExtension.class)
final class StepPageTest {
    private static final String EVERY_NUMBER = """
            column => [...document.querySelectorAll(`[data-testid=detail-rows] td:nth-child(${column})`)]
                .map(cell => Number(cell.dataset.value))""";
    private static final String NUMBERS_BEGIN_WITH = """
            ([column, first, count]) => {
              const cells = document.querySelectorAll(`[data-testid=detail-rows] td:nth-child(${column})`);
              return cells.length === count && Number(cells[0].dataset.value) === first;
            }""";

    @Test
    void oneTrainingStepShowsTheNumbersOfTheEngine(Lab lab) throws IOException {
        Stepper engine = open(lab);
        assertThat(lab.at("stat-documents")).hasText(Integer.toString(engine.documents()));
        assertThat(lab.at("stat-vocabulary"))
                .hasText(Integer.toString(engine.characters().size()));
        forward(lab, engine);
        Step step = forward(lab, engine);
        Locator cells = lab.at("row").nth(1).locator("td");
        assertThat(cells.nth(0)).hasText("1");
        assertThat(cells.nth(1)).containsText("BOS");
        assertThat(cells.nth(2)).hasText(Integer.toString(step.token()));
        assertThat(cells.nth(4)).hasText(Integer.toString(step.target()));
        assertEquals(step.loss(), Double.parseDouble(cells.nth(5).getAttribute("data-value")));
        Snapshot seen = step.snapshot();
        assertBox(lab, "Loss", seen, "loss", 0, 1);
        assertBox(lab, "Softmax", seen, "probabilities", 0, 27);
        assertBox(lab, "Sum", seen, "embedded", 0, 16);
        assertBox(lab, "Key", seen, "blocks.0.qkv", 16, 16);
        assertBox(lab, "Head 3", seen, "blocks.0.attention.3", 0, 2);
        assertBox(lab, "ReLU", seen, "blocks.0.activated", 0, 64);
    }

    @Test
    void oneNameIsDrawnTokenByTokenAsTheEngineDrawsIt(Lab lab) throws IOException {
        Stepper engine = open(lab);
        forward(lab, engine);
        NameWriting writing = engine.write();
        while (writing.goesOn()) {
            NameWriting.Drawn drawn = writing.step(0.5);
            lab.at("draw").click();
            assertThat(lab.at("draw-note")).hasAttribute("data-token", Integer.toString(drawn.token()));
            lab.page()
                    .waitForFunction(
                            "draw => Number(document.querySelector('[data-testid=draw-note]').dataset.draw) === draw",
                            drawn.draw());
        }
        assertThat(lab.at("names").locator("li")).hasAttribute("data-name", writing.text());
        lab.at("write").click();
        assertThat(lab.at("names").locator("li")).hasCount(21);
    }

    @Test
    void runningStopsAtThePlannedStepsAndResetForgets(Lab lab) throws IOException {
        Stepper engine = open(lab);
        lab.at("steps").fill("30");
        lab.at("steps").press("Enter");
        lab.at("pace").selectOption("0");
        lab.at("run").click();
        assertThat(lab.at("stat-step")).hasText("30 / 30");
        assertThat(lab.at("forward")).isDisabled();
        lab.at("reset").click();
        assertThat(lab.at("stat-step")).hasText("0 / 30");
        engine.tune(30, 0.01);
        forward(lab, engine);
    }

    @Test
    void aChangedWeightChangesTheGuess(Lab lab) throws IOException {
        Stepper engine = open(lab);
        forward(lab, engine);
        openAllPanels(lab);
        lab.at("weights-matrix").selectOption("0");
        lab.at("weights-row").fill(Integer.toString(engine.characters().bos()));
        lab.at("weights-row").press("Enter");
        assertThat(lab.at("weights-count")).hasText("16 of 4,192");
        lab.at("weights-window").locator(".weight").first().click();
        lab.at("weight-edit").fill("1.5");
        lab.at("weight-set").click();
        engine.edit(engine.characters().bos() * 16, 1.5);
        assertBox(lab, "Loss", engine.again().snapshot(), "loss", 0, 1);
    }

    @Test
    void theReadersOwnNamesAreLearnedByAsManyLayersAndHeadsAsWanted(Lab lab) throws IOException {
        open(lab);
        openAllPanels(lab);
        lab.at("lines").fill("ada\nbob\n");
        lab.at("layers").fill("2");
        lab.at("heads").fill("8");
        lab.at("load").click();
        assertThat(lab.at("stat-documents")).hasText("2");
        assertThat(lab.at("stat-vocabulary")).hasText("5");
        assertThat(lab.page().locator(".heads .box")).hasCount(16);
        assertEquals(true, lab.page().evaluate("""
                        () => [...document.querySelectorAll('.network .block')].every(
                            block => [...block.querySelectorAll('.box')].every(
                                box => box.getBoundingClientRect().right <= block.getBoundingClientRect().right + 1))"""));
        lab.at("heads").fill("3");
        lab.at("load").click();
        assertThat(lab.at("banner-text")).containsText("16 must be a multiple of nHeads 3");
    }

    @Test
    void theWalkEndsWhereItBegan(Lab lab) throws IOException {
        forward(lab, open(lab));
        lab.at("walk-next").click();
        assertThat(lab.at("walk-note")).hasText("Forward: Token is computed.");
        lab.at("walk-back").click();
        lab.at("walk-back").click();
        assertThat(lab.at("walk-note")).hasText("Backward: the gradient has come to Token.");
        lab.at("walk-all").click();
        assertThat(lab.page().locator(".box.current")).hasCount(0);
    }

    @Test
    void anExpressionIsTakenStepByStep(Lab lab) throws IOException {
        open(lab);
        lab.at("expression").fill("x*x - 1");
        lab.at("input-x").fill("3");
        assertThat(lab.at("expression-rows").locator("tr").last()).containsText("8.0000");
        lab.at("expression-restart").click();
        lab.at("expression-next").click();
        assertThat(lab.at("expression-note")).hasText("x is given: 3.00.");
        lab.at("expression").fill("x*");
        assertThat(lab.at("expression-note")).containsText("at character 3 stands the end");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noSeriousBarrierIsLeft(ColorScheme scheme, Lab lab) throws IOException {
        lab.colors(scheme);
        forward(lab, open(lab));
        lab.at("draw").click();
        openAllPanels(lab);
        List<String> barriers = new AxeBuilder(lab.page())
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), barriers);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void noWidthNeedsSidewaysScrolling(int width, Lab lab) throws IOException {
        lab.width(width);
        forward(lab, open(lab));
        lab.at("draw").click();
        openAllPanels(lab);
        assertEquals(true, lab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static void openAllPanels(Lab lab) {
        lab.page().evaluate("() => document.querySelectorAll('details').forEach(panel => { panel.open = true; })");
    }

    private static Stepper open(Lab lab) throws IOException {
        lab.page().navigate(lab.site() + "step.html");
        assertThat(lab.at("status")).hasAttribute("data-mood", "ready");
        return new Stepper(Files.readString(LabExtension.built().resolve("names.txt")), NamesConfig.DEFAULT);
    }

    /** One step on both sides. */
    private static Step forward(Lab lab, Stepper engine) {
        Step step = engine.forward();
        lab.at("forward").click();
        assertThat(lab.at("stat-step")).hasAttribute("data-step", Integer.toString(step.number()));
        return step;
    }

    private static void assertBox(Lab lab, String title, Snapshot seen, String part, int from, int count) {
        lab.at("network")
                .locator(".box", new Locator.LocatorOptions().setHasText(title))
                .first()
                .click();
        assertColumn(lab, title, 2, seen.values(part), from, count);
        assertColumn(lab, title, 3, seen.gradients(part), from, count);
    }

    private static void assertColumn(Lab lab, String title, int column, double[] expected, int from, int count) {
        lab.page().waitForFunction(NUMBERS_BEGIN_WITH, List.of(column, expected[from], count));
        List<?> shown = (List<?>) lab.page().evaluate(EVERY_NUMBER, column);
        for (int i = 0; i < count; i++) {
            assertEquals(expected[from + i], ((Number) shown.get(i)).doubleValue(), title + " " + i);
        }
    }
}
