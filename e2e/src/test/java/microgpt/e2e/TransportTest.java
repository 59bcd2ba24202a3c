package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Play, pause, step, reset, speed: by mouse and by keyboard. */
@ExtendWith(LabExtension.class)
final class TransportTest {
    @Test
    void aStepAdvancesByTheStride(Lab lab) {
        lab.openAtRest("protocol.stride=16").step();
        assertEquals(16, lab.position());
        lab.step().step();
        assertEquals(48, lab.position());
        assertThat(lab.at("status")).hasAttribute("data-mood", "paused");
    }

    @Test
    void aPauseHoldsAndAResumeContinues(Lab lab) {
        lab.openAtRest("").play().waitForPosition(200).pause();
        long held = lab.position();
        lab.step();
        long stride = lab.position() - held;
        assertTrue(stride > 0 && stride <= 128, "one step read " + stride + " bytes");
        lab.play().waitForPosition(held + 10 * stride).pause();
        assertEquals(0, (lab.position() - held) % stride, "the run stops between steps");
    }

    @Test
    void aResetForgetsAndRepeats(Lab lab) {
        lab.openAtRest("").step().step().step();
        String bits = lab.wholeBits();
        long position = lab.position();
        lab.at("reset").click();
        lab.waitForRest();
        lab.step().step().step();
        assertEquals(position, lab.position());
        assertEquals(bits, lab.wholeBits());
    }

    @Test
    void aRunOfHalfAMinuteIsThrownAwayOnlyIfTheReaderSaysSo(Lab lab) {
        lab.openAtRest("").play().waitForPosition(1);
        lab.page().evaluate("""
                () => {
                  const now = performance.now.bind(performance);
                  performance.now = () => now() + 45_000;
                }""");
        lab.waitForPosition(lab.position() + 100);
        lab.pause();
        long before = lab.position();
        lab.page().keyboard().press("r");
        assertThat(lab.at("lose-text")).containsText(String.format(Locale.ROOT, "%,d bytes", before));
        lab.page().keyboard().press("Escape");
        assertThat(lab.at("lose-dialog")).isHidden();
        assertEquals(before, lab.position());
        lab.at("reset").click();
        lab.at("lose-yes").click();
        lab.waitForRest();
    }

    @Test
    void theSlowestSpeedIsTwentyBytesASecond(Lab lab) {
        lab.openAtRest("");
        lab.at("speed").fill("0");
        assertThat(lab.at("speed-value")).containsText("20 bytes/s");
        long begun = System.nanoTime();
        lab.play().waitForPosition(1);
        long stride = lab.position();
        lab.waitForPosition(3 * stride);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertTrue(seconds > 1.5, "three steps took " + seconds + " s");
        lab.at("speed").fill("100");
        assertThat(lab.at("speed-value")).containsText("flat out: ");
        lab.waitForPosition(50 * stride);
    }

    @Test
    void theKeyboardDoesItAll(Lab lab) {
        lab.openAtRest("");
        lab.page().keyboard().press("ArrowRight");
        lab.waitForPosition(1);
        lab.page().keyboard().press("Space");
        assertThat(lab.at("play")).containsText("Pause");
        lab.waitForPosition(500);
        lab.page().keyboard().press("Space");
        lab.waitForPause();
        assertNotEquals(0, lab.position());
        lab.at("speed").focus();
        lab.page().keyboard().press("r");
        lab.waitForRest();
        String notch = lab.at("speed").inputValue();
        lab.page().keyboard().press("ArrowRight"); // is the slider's
        assertThat(lab.at("speed")).not().hasValue(notch);
        assertEquals(0, lab.position());
        lab.page().keyboard().press("Space");
        lab.waitForPosition(1);
        lab.page().keyboard().press("Space");
        lab.waitForPause();
        lab.page().keyboard().press("?");
        assertThat(lab.at("help-dialog")).isVisible();
        assertThat(lab.page().locator("#help-title")).isFocused(); // the sheet is read from its top
        lab.page().keyboard().press("Escape");
        assertThat(lab.at("help-dialog")).isHidden();
    }

    @Test
    void everyControlCanBeReachedByTab(Lab lab) {
        lab.openAtRest("");
        Set<String> unreached =
                new TreeSet<>(Set.of("play", "step", "reset", "speed", "sample", "help", "theme", "copy-link"));
        for (int tabs = 0; tabs < 60 && !unreached.isEmpty(); tabs++) {
            lab.page().keyboard().press("Tab");
            String focused = (String) lab.page().evaluate("document.activeElement.dataset.testid ?? ''");
            if (unreached.remove(focused)) {
                assertNotEquals(
                        "none",
                        lab.at(focused).evaluate("e => getComputedStyle(e).outlineStyle"),
                        focused + " shows focus");
            }
        }
        assertEquals(Set.of(), unreached);
        lab.at("play").focus();
        lab.page().keyboard().press("Enter");
        assertThat(lab.at("play")).containsText("Pause");
    }
}
