package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reader takes a run back, changes a setting there, and returns to what it was. */
@ExtendWith(LabExtension.class)
final class TravelTest {
    @Test
    void aRunIsTakenBackBranchesOffAndReturns(Lab lab) {
        lab.openAtRest("plan=phases.short&preset=online.tiny");
        lab.at("play").click();
        lab.waitForEnd();
        long end = lab.position();
        String bits = lab.at("bits-whole").getAttribute("data-value");

        assertThat(lab.at("time")).isVisible(); // by the second program
        assertThat(lab.at("time-slider")).isEnabled();
        lab.at("time-slider").focus();
        lab.page().keyboard().press("PageDown");
        assertThat(lab.at("time")).hasAttribute("aria-busy", "false");
        assertThat(lab.at("time-value")).containsText(" of ");
        assertTrue(lab.position() < end * 0.92 && lab.position() > end * 0.85, "stands at " + lab.position());
        assertThat(lab.at("courses-hint")).containsText("to the bit");

        lab.at("settings-panel").evaluate("panel => { panel.open = true; }");
        lab.page().locator("[id='setting-experience_replay.enabled']").uncheck();
        lab.at("play").click();
        lab.waitForEnd();
        assertThat(lab.at("course")).hasCount(2);
        assertThat(lab.at("course").last())
                .containsText(Pattern.compile("experience replay off.*\\d bits per byte (more|fewer)", Pattern.DOTALL));
        lab.assertNoSeriousBarriers();

        lab.at("course").first().locator("button").click();
        assertThat(lab.page().locator("[id='setting-experience_replay.enabled']"))
                .isChecked();
        assertThat(lab.at("bits-whole")).hasAttribute("data-value", bits);
        assertEquals(end, lab.position());
    }
}
