package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import microgpt.names.CharacterModel.Matrix;
import microgpt.names.NamesConfig;
import microgpt.step.PositionRecord;
import microgpt.step.Stepper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of weights shows what the engine on the JVM has, however large it is. */
@ExtendWith(LabExtension.class)
final class StepWeightsTest {
    private static final String TABLE = """
            () => [...document.querySelectorAll('.weight:not([hidden])')].map(row =>
                [row.dataset.parameter, row.dataset.value, row.dataset.gradient].map(Number))""";

    @Test
    void afterAStepEveryMatrixHasTheWeightsAndGradientsOfTheEngine(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.forward();
        page.forward();
        page.openPanels();
        page.at("weights-window").scrollIntoViewIfNeeded(); // what is out of sight is not drawn
        page.at("weights-sort").selectOption("gradient");
        Stepper engine = page.engine();
        int first = 0;
        for (int i = 0; i < engine.matrices().size(); i++) {
            Matrix matrix = engine.matrices().get(i);
            int numbers = matrix.rows() * matrix.columns();
            page.at("weights-matrix").selectOption(Integer.toString(i));
            page.eventually(matrix.name(), steepest(engine, first, numbers), () -> table(page));
            first += numbers;
        }
    }

    private static List<List<Double>> steepest(Stepper engine, int first, int numbers) {
        double[] weights = engine.weights();
        double[] gradients = engine.gradients();
        return IntStream.range(first, first + numbers)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(gradients[i])))
                .limit(20)
                .map(i -> List.of((double) i, weights[i], gradients[i]))
                .toList();
    }

    private static List<List<Double>> table(StepLab page) {
        return ((List<?>) page.page().evaluate(TABLE))
                .stream().map(StepLab::numbers).toList();
    }

    @Test
    void aHundredThousandWeightsAreSortedOnlyWhenLookedAtAndCanBeChanged(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.load("ada\nbob\ncarl\n", NamesConfig.DEFAULT.with(new NamesConfig.Shape(2, 4, 64, 16)));
        assertThat(page.at("stat-parameters")).hasText("100,352");
        page.forward();
        String order = page.embeddingOrder(); // only the weights after the step have it
        page.eventually(
                "axes",
                true,
                () -> page.at("embedding").getAttribute("aria-label").contains(order));
        assertThat(page.at("weights-count")).hasText("");
        page.openPanels();
        page.at("weights-window").scrollIntoViewIfNeeded(); // what is out of sight is not drawn
        page.at("weights-sort").selectOption("gradient");
        assertThat(page.at("weights-count")).hasText("100,352 of 100,352");
        Stepper engine = page.engine();
        page.eventually("steepest", steepest(engine, 0, 100_352), () -> table(page));
        page.at("weights-sort").selectOption("number");
        page.at("weights-window").evaluate("window => { window.scrollTop = window.scrollHeight; }");
        page.eventually("last", 100_351.0, () -> table(page).get(19).get(0));
        page.at("weights-matrix").selectOption("0");
        page.at("weights-row").fill(Integer.toString(engine.characters().bos()));
        page.at("weights-row").press("Enter");
        assertThat(page.at("weights-count")).hasText("64 of 100,352");
        page.at("weights-window").locator(".weight").first().click();
        page.at("weight-edit").fill("abc");
        page.at("weight-set").click();
        assertThat(page.at("weight-edit-error"))
                .hasText("The weight must be a number, not “abc”; what was in force stays.");
        assertThat(page.at("weight-edit")).hasValue("abc");
        page.at("weight-edit").fill("1.5");
        page.at("weight-set").click();
        engine.edit(engine.characters().bos() * 64, 1.5);
        PositionRecord again = engine.again().snapshot();
        page.assertBox("Loss", "Loss", again.values("loss"), 1.0);
    }
}
