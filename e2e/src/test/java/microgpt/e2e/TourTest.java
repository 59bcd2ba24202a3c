package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tour of the laboratory, and that for teachers. */
@ExtendWith(LabExtension.class)
final class TourTest {
    @Test
    void aTourTellsOfTheRunAndAnExperimentChangesIt(Lab lab) {
        lab.openFlatOut("");
        assertThat(lab.at("tour-open")).isEnabled();
        lab.at("tour-open").click();
        lab.at("tour-begin").click();
        Locator next = lab.at("tour-next");
        assertThat(next).isFocused();
        next.click();
        lab.at("tour-back").click(); // from now on it goes on only when it is told to
        lab.assertNoSeriousBarriers();
        for (int stop = 1; stop < 8; stop++) {
            assertThat(lab.at("tour-count")).containsText(stop + " of 8");
            next.click();
        }
        lab.page().keyboard().press("Escape");
        assertThat(lab.at("tour")).isHidden();
        assertThat(lab.at("tour-open")).isFocused();
        lab.at("tour-open").click();
        lab.at("tour-teach").click();
        Locator replay = lab.page().locator("[name='experience_replay.enabled']");
        assertThat(replay).isChecked();
        lab.at("tour-act").click();
        assertThat(replay).not().isChecked();
        assertThat(lab.at("tour-text")).containsText("bytes before cost");
        lab.at("tour-act").click();
        assertThat(replay).isChecked();
        lab.at("tour-close").click();
        assertThat(lab.at("tour")).isHidden();
    }
}
