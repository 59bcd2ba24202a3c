package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import microgpt.names.NamesConfig;
import microgpt.step.DivergedException;
import microgpt.step.NameWriting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every control of the page that steps through a GPT does what it says. */
@ExtendWith(LabExtension.class)
final class StepControlsTest {
    @Test
    void runningStopsWhenToldAndAtThePlannedSteps(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.at("pace").selectOption("10");
        page.at("run").click();
        assertThat(page.at("run")).hasText("Stop");
        page.at("row").first().waitFor();
        page.at("run").click();
        assertThat(page.at("run")).hasText("Run");
        int taken = (int) page.number(page.at("stat-step"), "data-step");
        for (int i = 0; i < taken; i++) {
            page.engine().forward();
        }
        page.forward();
        page.at("steps").fill(Integer.toString(taken + 40));
        page.at("steps").press("Enter");
        page.at("pace").selectOption("0");
        page.at("run").click();
        assertThat(page.at("stat-step")).hasText((taken + 40) + " / " + (taken + 40));
        assertThat(page.at("forward")).isDisabled();
        assertThat(page.at("run")).isDisabled();
    }

    @Test
    void theLearningRateCountsFromTheNextStepOnAndResetForgetsAll(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.openPanels();
        page.forward();
        page.at("rate").fill("5");
        page.at("rate").press("Enter");
        assertThat(page.at("rate")).hasAttribute("aria-invalid", "true");
        assertThat(page.at("rate"))
                .hasAccessibleDescription(
                        "The learning rate must be a number from 0 to 1, not “5”; what was in force stays.");
        assertThat(page.at("rate")).hasValue("5");
        page.forward();
        page.at("rate").fill("0.07");
        page.at("rate").press("Enter");
        page.at("steps").fill("20");
        page.at("steps").press("Enter");
        assertThat(page.at("rate")).hasAttribute("aria-invalid", "false");
        page.engine().tune(20, 0.07);
        page.forward();
        page.forward();
        page.at("log").scrollIntoViewIfNeeded();
        assertThat(page.at("log")).containsText("step 4");
        page.at("write").click();
        assertThat(page.at("names").locator("li")).hasCount(20);
        page.at("layers").fill("2"); // typed, but not built
        page.at("heads").fill("3");
        page.at("reset").click();
        assertThat(page.at("stat-step")).hasText("0 / 20");
        assertThat(page.at("stat-parameters")).hasText("4,192");
        page.at("log").scrollIntoViewIfNeeded();
        assertThat(page.at("log")).hasText("371 documents, 27 tokens, 4,192 parameters");
        assertThat(page.at("names").locator("li")).hasCount(0);
        assertThat(page.at("row")).hasCount(0);
        assertThat(page.at("row-ahead").locator("td").nth(2)).hasText("26");
        assertThat(page.at("chart-summary")).containsText("No step has been taken yet");
    }

    @Test
    void aRunThatDivergesStopsAndSaysWhyAndManyStepsAreThrownAwayOnlyIfWanted(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.engine().tune(1000, 0.3);
        DivergedException diverged = assertThrows(DivergedException.class, () -> {
            while (!page.engine().isDone()) {
                page.engine().forward();
            }
        });
        page.at("rate").fill("0.3");
        page.at("rate").press("Enter");
        page.at("pace").selectOption("0");
        page.at("run").click();
        assertThat(page.at("status")).containsText("Step " + diverged.step() + " was not taken");
        assertThat(page.at("status")).containsText("The learning rate of 0.3 is the likely reason");
        assertThat(page.at("run")).hasText("Run");
        assertThat(page.at("stat-step")).hasAttribute("data-step", Integer.toString(diverged.step() - 1));
        page.at("diverged-lower").click();
        assertThat(page.at("stat-step")).hasAttribute("data-step", "0");
        assertThat(page.at("diverged")).isHidden();
        assertThat(page.at("rate")).hasValue("0.01");
        page.at("steps").fill("120");
        page.at("steps").press("Enter");
        page.at("run").click();
        assertThat(page.at("stat-step")).hasText("120 / 120");
        page.at("status").click(); // away from the field
        page.page().keyboard().press("r");
        assertThat(page.at("lose-text")).containsText("has taken 120 steps");
        page.at("lose-no").click();
        assertThat(page.at("lose-dialog")).isHidden();
        assertThat(page.at("stat-step")).hasText("120 / 120");
        page.at("reset").click();
        page.at("lose-yes").click();
        assertThat(page.at("stat-step")).hasText("0 / 120");
    }

    @Test
    void theReadersOwnNamesAreLearnedByHeartAndMarkedAsBeingInTheData(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        NamesConfig.Learning usual = NamesConfig.DEFAULT.learning();
        page.load(
                "ab\nab\ncd",
                NamesConfig.DEFAULT.with(new NamesConfig.Learning(
                        usual.learningRate(), usual.beta1(), usual.beta2(), usual.epsilon(), 90, 1)));
        page.at("pace").selectOption("0");
        page.at("run").click();
        assertThat(page.at("stat-step")).hasText("90 / 90");
        for (int i = 0; i < 90; i++) {
            page.engine().forward();
        }
        List<String> names = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < 20; i++) {
            NameWriting writing = page.engine().write();
            while (writing.goesOn()) {
                writing.step(0.7);
            }
            names.add(0, writing.text());
            known += page.engine().knows(writing.text()) ? 1 : 0;
        }
        page.at("temperature").fill("0.7");
        page.at("write").click();
        assertThat(page.at("names-note")).hasText("20 names, " + known + " of which in the data.");
        assertEquals(
                names,
                page.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('[data-testid=names] li')].map(name => name.dataset.name)"));
        assertThat(page.at("names").locator(".known")).hasCount(known);
        assertThat(page.at("names").locator(".known").first()).containsText("in the data");
    }

    @Test
    void aFileOfNamesReplacesThoseInThePage(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        byte[] file = "zoë\nyan\nxia\n".getBytes(StandardCharsets.UTF_8);
        page.at("file").setInputFiles(new FilePayload("names.txt", "text/plain", file));
        assertThat(page.at("stat-documents")).hasText("3");
        assertThat(page.at("stat-vocabulary")).hasText("9");
        assertThat(page.at("lines")).hasValue("zoë\nyan\nxia\n");
        page.openPanels();
        page.at("builtin").click();
        assertThat(page.at("stat-documents"))
                .hasText(Integer.toString(page.engine().documents()));
        page.forward();
    }

    @Test
    void keysDoWhatTheHelpSheetSays(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.page().keyboard().press("ArrowRight");
        assertThat(page.at("stat-step")).hasAttribute("data-step", "1");
        page.page().keyboard().press("g");
        assertThat(page.at("draw-text")).containsText("BOS");
        page.at("pace").selectOption("2");
        page.at("status").click(); // away from the field
        page.page().keyboard().press(" ");
        assertThat(page.at("run")).hasText("Stop");
        page.page().keyboard().press(" ");
        assertThat(page.at("run")).hasText("Run");
        page.page().keyboard().press("r");
        assertThat(page.at("stat-step")).hasAttribute("data-step", "0");
        page.page().keyboard().press("?");
        assertThat(page.at("help-dialog")).isVisible();
        page.page().keyboard().press("Escape");
        assertThat(page.at("help-dialog")).isHidden();
    }

    @Test
    void stripsMapsAndTheChartAreReadByKeyboard(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.forward();
        page.forward();
        page.page().locator(".box").nth(2).focus();
        page.page().keyboard().press("ArrowRight");
        page.page().keyboard().press("ArrowRight");
        assertThat(page.at("network-readout")).containsText("Token embedding [1] =");
        page.at("maps").focus();
        page.page().keyboard().press("ArrowDown");
        page.page().keyboard().press("ArrowDown");
        page.page().keyboard().press("ArrowRight");
        assertThat(page.at("maps-readout")).containsText("Layer 0, head 0: at position 1");
        page.at("chart").focus();
        page.page().keyboard().press("ArrowLeft");
        page.page().keyboard().press("ArrowLeft");
        assertThat(page.at("chart-readout")).containsText("Step 1: loss");
        assertThat(page.at("stat-step")).hasAttribute("data-step", "2");
    }

    /** Another size would empty the picture, and move all that is below it. */
    @Test
    void thePictureOfAttentionIsAsHighForAShortNameAsForALongOne(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.at("maps").scrollIntoViewIfNeeded();
        List<Integer> heights = new ArrayList<>();
        for (int position = 0; position < 5; position++) {
            page.forward();
            // the words about the picture follow it
            Pattern read = Pattern.compile("at position " + position + ";");
            assertThat(page.at("maps")).hasAttribute("aria-label", read);
            heights.add((int) page.at("maps").evaluate("canvas => canvas.clientHeight"));
        }
        assertEquals(1, Set.copyOf(heights).size(), heights.toString());
    }
}
