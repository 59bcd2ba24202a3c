package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that trains by batches: a run from its start to its verdict, and what is seen of it. */
@ExtendWith(LabExtension.class)
final class TrainPageTest {
    private static final Pattern NUMBER = Pattern.compile("-?\\d.*");

    @Test
    void aRunIsWatchedFromStartToVerdictAndGoesOn(Lab lab) throws IOException {
        TrainLab train = new TrainLab(lab).open(TrainLab.TINY);
        train.start().waitForEnd().waitForStep(60);
        for (String figure :
                new String[] {"validation-loss", "perplexity", "gap", "rate-now", "gradient-norm", "elapsed"}) {
            assertThat(train.at(figure)).hasAttribute("data-value", NUMBER);
        }
        assertTrue(Double.parseDouble(train.at("training-loss").getAttribute("data-value")) < 5.5, "the loss falls");
        assertThat(train.at("milestones")).containsText("Best validation loss so far");
        assertThat(train.at("verdict-text")).containsText("still falling");
        assertThat(train.at("loss-summary")).containsText("After 60 steps");
        assertAReadOutAndFiles(train);

        assertNoBarriers(train);

        train.at("verdict-next").click();
        train.waitForStep(90).waitForMood("done");
        assertThat(train.at("step")).hasText("90 of 90");
        train.at("more-steps").fill("10");
        train.at("go-on").click();
        train.waitForStep(100).waitForMood("done");
    }

    private static void assertNoBarriers(TrainLab train) {
        train.lab().assertNoSeriousBarriers();
    }

    private static void assertAReadOutAndFiles(TrainLab train) throws IOException {
        Locator.HoverOptions place = new Locator.HoverOptions().setPosition(300, 100);
        train.at("loss-chart").hover(place);
        assertThat(train.at("loss-readout")).containsText(Pattern.compile("\\d\\.\\d.* nats per byte"));
        train.page().keyboard().press("b");
        assertThat(train.at("unit-bits")).isChecked();
        train.at("loss-chart").hover(place);
        assertThat(train.at("loss-readout")).containsText(Pattern.compile("\\d\\.\\d.* bits per byte"));
        assertThat(train.at("loss-summary")).containsText("Uniform: 8.00");
        train.page().keyboard().press("l");
        assertThat(train.at("log-axes")).isChecked();
        Download svg = train.page().waitForDownload(() -> train.at("loss-svg").click());
        assertTrue(Files.readString(svg.path()).contains("bits per byte"));
        Download png = train.page().waitForDownload(() -> train.at("loss-png").click());
        assertEquals((byte) 0x89, Files.readAllBytes(png.path())[0]);
    }

    @Test
    void aRunIsPausedTunedResumedAndStopped(Lab lab) {
        TrainLab train = new TrainLab(lab).open(TrainLab.TINY + "00000");
        train.start().pause();
        assertThat(train.at("run")).containsText("Run");
        train.at("learning-rate").fill("0.001");
        train.at("learning-rate").press("Enter");
        long before = train.step();
        train.page().keyboard().press("Escape");
        train.resume().waitForStep(before + 5).waitForMood("running");
        assertThat(train.at("rate-now")).hasAttribute("data-value", "0.001");
        train.pause();
        train.at("stop").click();
        train.waitForMood("ready");
        assertThat(train.at("run")).containsText("Start");
        assertThat(train.at("stop")).isHidden();
    }

    @Test
    void aLinkIsReadAndWrittenAndHelpIsAtHand(Lab lab) {
        lab.width(360);
        TrainLab train = new TrainLab(lab).open("preset=tiny&text=verse&max_steps=70");
        assertEquals("#v=4&preset=tiny&text=verse&max_steps=70", train.page().evaluate("location.hash"));
        assertThat(train.at("hint")).isVisible();
        train.page().keyboard().press("?");
        assertThat(train.at("help-dialog")).isVisible();
        train.at("help-close").click();
        assertThat(train.at("help-dialog")).isHidden();
        assertEquals(true, train.page().evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }
}
