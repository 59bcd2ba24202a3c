package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipe: changed live, changed with a restart, refused, and carried by the link. */
@ExtendWith(LabExtension.class)
final class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "experience_replay.enabled, count-replayed, experience_replay.enabled=false",
        "adaptive_rate.enabled, count-boosted, adaptive_rate.dead_band=0.01",
        "selective_backprop.enabled, count-skipped, selective_backprop.threshold_bits=7.9"
    })
    void aMechanismSwitchedOnWhileRunningActs(String key, String counter, String recipe, Lab lab) {
        openSlowly(lab, recipe).waitForPosition(500);
        assertThat(lab.at(counter)).hasText("0");
        field(lab, key).check();
        assertThat(lab.at(counter)).not().hasText("0");
        assertThat(lab.at("play")).containsText("Pause");
    }

    @Test
    void aMechanismSwitchedOffInTheBarWhileRunningStops(Lab lab) {
        openSlowly(lab, "seed=1").waitForPosition(500);
        assertThat(lab.at("count-replayed")).not().hasText("0");
        lab.pause();
        Locator replay = lab.at("switch-experience_replay.enabled");
        assertThat(replay).isInViewport();
        assertThat(lab.at("chart")).isInViewport();
        replay.click();
        assertThat(replay).hasAttribute("aria-pressed", "false");
        assertThat(field(lab, "experience_replay.enabled")).not().isChecked();
        String replayed = lab.settled("count-replayed").innerText();
        lab.play().waitForPosition(lab.position() + 2_000).pause();
        assertThat(lab.settled("count-replayed")).hasText(replayed);
    }

    @Test
    void aClipThatClipsIsCounted(Lab lab) {
        lab.open("preset=online.tiny").waitForPosition(200);
        edit(lab, "optimizer.clip", "0.001");
        assertThat(lab.at("count-clipped")).not().hasText("0");
    }

    @Test
    void aRunThatDivergesIsNamedAndGoesBackAtOnePress(Lab lab) {
        lab.open("preset=online.tiny").waitForPosition(2_000);
        String rate = field(lab, "optimizer.learning_rate").inputValue();
        edit(lab, "optimizer.learning_rate", "5");
        assertThat(lab.at("diverged-text")).containsText("The run diverged: at byte");
        assertThat(lab.at("diverged")).isInViewport();
        lab.at("go-back").click();
        assertThat(lab.at("diverged-text")).containsText("learns at a rate of " + rate);
        assertThat(field(lab, "optimizer.learning_rate")).hasValue(rate);
        assertFalse(lab.page().url().contains("learning_rate"), lab.page().url());
        assertThat(lab.at("play")).containsText("Pause");
        lab.at("diverged-close").click();
        assertThat(lab.at("diverged")).isHidden();
    }

    @Test
    void aChangedShapeWaitsForARestart(Lab lab) {
        lab.openAtRest("preset=online.tiny").step();
        String before = lab.at("parameters").innerText();
        edit(lab, "model.d_model", "32");
        assertThat(lab.at("pending")).containsText("restart");
        assertThat(lab.at("parameters")).hasText(before);
        String estimate = lab.at("preflight").innerText();
        lab.at("restart").click();
        lab.waitForPosition(1);
        assertThat(lab.at("parameters")).not().hasText(before);
        assertTrue(estimate.startsWith(lab.at("parameters").innerText()), estimate);
        assertThat(lab.at("pending")).isEmpty();
    }

    @Test
    void aModelThatNoTabCanHoldIsRefusedWithItsSizeAndASmallerOneStarts(Lab lab) {
        lab.openAtRest("preset=online.tiny");
        edit(lab, "model.n_layers", "5");
        edit(lab, "model.d_model", "4096");
        assertThat(lab.at("preflight")).containsText("MB");
        lab.at("restart").click();
        assertThat(lab.at("settings-note")).containsText(Pattern.compile("needs memory of \\d+ MB.* can have \\d+ MB"));
        lab.step();
        edit(lab, "model.n_layers", "1");
        edit(lab, "model.d_model", "32");
        lab.at("restart").click();
        lab.waitForPosition(1);
        assertThat(lab.at("settings-note")).isEmpty();
    }

    @Test
    void anImpossibleValueIsRefusedByNameAndValue(Lab lab) {
        lab.openAtRest("").step();
        for (String[] wrong : new String[][] {
            {"model.d_model", "130", "“Heads”"},
            {"model.d_model", "wide", "“Width”"},
            {"protocol.stride", "0", "stride"},
            {"protocol.stride", "1000", "stride"},
            {"optimizer.learning_rate", "-1", "-1"}
        }) {
            String good = field(lab, wrong[0]).inputValue();
            edit(lab, wrong[0], wrong[1]);
            assertThat(lab.at("settings-error")).containsText(wrong[1]);
            assertThat(lab.at("settings-error")).containsText(Pattern.compile(wrong[2], Pattern.CASE_INSENSITIVE));
            assertThat(lab.at("restart")).isDisabled();
            assertThat(field(lab, wrong[0])).hasAttribute("aria-invalid", "true");
            assertThat(lab.at("setting-" + wrong[0] + "-error")).containsText(wrong[1]);
            lab.step();
            edit(lab, wrong[0], good);
            assertThat(lab.at("settings-error")).isEmpty();
            assertThat(field(lab, wrong[0])).hasAttribute("aria-invalid", "false");
        }
    }

    @Test
    void everySettingIsExplained(Lab lab) {
        lab.openAtRest("");
        open(lab);
        Locator fields = lab.at("settings").locator("[name]");
        Locator explanations = lab.at("settings").locator("button.why");
        assertNotEquals(0, fields.count());
        assertEquals(fields.count(), explanations.count());
        explanations.first().click();
        assertThat(lab.at("settings").locator(".help").first()).isVisible();
    }

    @Test
    void theLinkReplaysTheSameLossesToTheDigit(Lab lab) {
        lab.openAtRest("preset=online.tiny&plan=phases.short");
        edit(lab, "optimizer.learning_rate", "0.01");
        edit(lab, "seed", "42");
        lab.at("restart").click();
        lab.waitForEnd();
        String bits = finalBits(lab);
        String link = lab.page().url();
        assertTrue(link.contains("seed=42") && link.contains("optimizer.learning_rate=0.01"), link);
        lab.page().navigate("about:blank");
        lab.page().navigate(link);
        assertThat(lab.at("play")).isEnabled();
        lab.at("play").click(); // it may end before one could see it run
        lab.waitForEnd();
        assertEquals(bits, finalBits(lab));
    }

    @Test
    void backToThePresetUndoesEveryEdit(Lab lab) {
        lab.openAtRest("preset=online.tiny").step();
        String rate = field(lab, "optimizer.learning_rate").inputValue();
        edit(lab, "optimizer.learning_rate", "0.123");
        edit(lab, "model.d_model", "wide");
        assertThat(lab.at("settings-error")).not().isEmpty();
        lab.at("revert").click();
        assertThat(field(lab, "optimizer.learning_rate")).hasValue(rate);
        assertThat(lab.at("settings-error")).isEmpty();
        assertThat(lab.at("pending")).isEmpty();
        assertFalse(lab.page().url().contains("learning_rate"), lab.page().url());
        lab.step();
        lab.settled("bits-whole"); // drawn together with the rate
        double inForce = Double.parseDouble(lab.at("learning-rate").innerText());
        assertTrue(inForce <= Double.parseDouble(rate), inForce + " of at most " + rate);
    }

    @Test
    void aPresetBringsItsOwnModel(Lab lab) {
        lab.openAtRest("").step();
        String small = lab.at("parameters").innerText();
        open(lab);
        lab.at("preset").selectOption("online.tiny");
        assertThat(lab.at("parameters")).not().hasText(small);
        assertTrue(lab.page().url().contains("preset=online.tiny"), lab.page().url());
    }

    /** The mean of the whole run, once the figures have caught up with its end. */
    private static String finalBits(Lab lab) {
        assertThat(lab.at("phase-table").locator("tbody tr"))
                .hasCount(lab.at("ribbon").locator("li").count());
        String bits = lab.wholeBits();
        assertThat(lab.at("status"))
                .containsText(String.format(Locale.ROOT, "bytes at %.2f bits each", Double.parseDouble(bits)));
        return bits;
    }

    /** At a speed that leaves the stream unfinished while the reader turns knobs. */
    private static Lab openSlowly(Lab lab, String recipe) {
        lab.open("preset=online.tiny&" + recipe);
        lab.at("speed").fill("60");
        return lab;
    }

    private static void open(Lab lab) {
        lab.at("settings-panel").evaluate("panel => { panel.open = true; }");
    }

    private static Locator field(Lab lab, String key) {
        open(lab);
        return lab.at("settings").locator("[name='" + key + "']");
    }

    private static void edit(Lab lab, String key, String value) {
        Locator field = field(lab, key);
        field.fill(value);
        field.press("Tab");
    }
}
