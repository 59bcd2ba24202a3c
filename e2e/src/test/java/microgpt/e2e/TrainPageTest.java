package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that trains by batches. */
@ExtendWith(LabExtension.class)
final class TrainPageTest {
    @Test
    void aRunOfTheLinkTrainsToItsEndAndGoesOn(Lab lab) {
        TrainLab train =
                new TrainLab(lab).open(TrainLab.TINY).start().waitForEnd().waitForStep(60);
        assertThat(train.at("validation-loss")).hasAttribute("data-value", Pattern.compile("[0-5]\\..*"));
        assertTrue(Double.parseDouble(train.at("training-loss").getAttribute("data-value")) < 5.5, "the loss falls");
        train.at("more-steps").fill("10");
        train.at("go-on").click();
        train.waitForStep(70).waitForMood("done");
        assertThat(train.at("run-list").getByRole(AriaRole.LISTITEM)).hasCount(1);
    }
}
