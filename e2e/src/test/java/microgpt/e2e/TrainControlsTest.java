package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Controls of the page that trains by batches, each of which does what it says. */
@ExtendWith(LabExtension.class)
final class TrainControlsTest {
    @Test
    void theRecipeIsTakenAsJson(Lab lab) {
        TrainLab train = new TrainLab(lab).open(TrainLab.TINY);
        lab.openAllPanels();
        String json = train.at("training-json").inputValue();
        train.at("training-json").fill(json.replaceAll("\"max_steps\": *60", "\"max_steps\": 40"));
        train.at("json-use").click();
        assertThat(train.at("json-error")).isEmpty();
        lab.page().waitForCondition(() -> lab.page().url().contains("max_steps=40"));
        train.at("training-json").fill("{\"max_steps\": ");
        train.at("json-use").click();
        assertThat(train.at("json-error")).containsText(Pattern.compile("the training:1:\\d+"));
        train.at("training-json").fill(json.replace("max_steps", "most_steps"));
        train.at("json-use").click();
        assertThat(train.at("json-error")).containsText("max_steps");
        assertTrue(lab.page().url().contains("max_steps=40"), "what cannot be used changes nothing");
        train.start().waitForEnd();
        assertThat(train.at("step")).hasAttribute("data-step", "40");
    }

    @Test
    void theBrowserIsAskedToKeepWhatIsSaved(Lab lab) {
        lab.page().addInitScript("""
                navigator.storage.persist = async () => { globalThis.askedToPersist = true; return true; };""");
        new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd();
        lab.page().waitForFunction("() => globalThis.askedToPersist === true");
    }

    @Test
    void runsOfDifferingRecipesAreComparedOverTheirCommonSteps(Lab lab) {
        TrainLab train = new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd();
        train.at("stop").click();
        train.waitForMood("ready");
        lab.page().navigate("about:blank");
        train.open(TrainLab.TINY.replace("max_steps=60", "max_steps=40") + "&learning_rate=0.01")
                .start()
                .waitForEnd();
        train.at("stop").click();
        train.waitForMood("ready");
        Locator cards = train.at("saved-run");
        assertThat(cards).hasCount(2);
        cards.first().getByTestId("compare").check();
        cards.last().getByTestId("compare").check();
        assertThat(train.at("comparison-table")).containsText("learning_rate");
        assertThat(train.at("comparison-table")).containsText("0.01");
        assertThat(train.at("comparison-table")).containsText("max_steps");
        assertTrue(inked(train.at("comparison-chart")), "two curves are drawn");
    }

    /** Whether anything is drawn. */
    private static boolean inked(Locator chart) {
        return (boolean) chart.evaluate("""
                chart => {
                  const canvas = chart.tagName === 'CANVAS' ? chart : chart.querySelector('canvas');
                  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  return pixels.some(value => value > 0);
                }""");
    }
}
