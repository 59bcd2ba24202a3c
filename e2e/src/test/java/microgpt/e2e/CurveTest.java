package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the reader does with the curve, while a run runs and at its end. */
@ExtendWith(LabExtension.class)
final class CurveTest {
    @Test
    void aChangeIsMarkedTheEndSumsUpAndBothCanBeShared(Lab lab) throws IOException {
        lab.openAtRest("plan=phases.short&preset=online.tiny").step().step();
        long changedAt = lab.position();
        lab.at("settings-panel").evaluate("panel => { panel.open = true; }");
        lab.page().locator("[id='setting-experience_replay.enabled']").uncheck();
        assertThat(lab.at("verdict")).isHidden();
        lab.play().waitForEnd();
        aChangeIsReadWithTheKeys(lab, changedAt);
        aPartIsLookedAt(lab);
        aTableIsSaved(lab);
        assertThat(lab.at("status"))
                .containsText(Pattern.compile("\\d bits each, learning included: .*than gzip, .*PPM"));
        assertThat(lab.at("verdict-text")).isEmpty(); // its one return is too short to tell
        lab.at("verdict-share").click();
        assertThat(lab.at("share-link")).hasValue(Pattern.compile(".*plan=phases\\.short.*"));
        assertEquals(
                List.of(1200, 630), lab.at("share-picture").evaluate("picture => [picture.width, picture.height]"));
        lab.assertNoSeriousBarriers();
        lab.at("share-close").click();
        lab.at("verdict-talk").click();
        lab.until("document.activeElement.matches('[data-part=talk-field], [data-part=sample-prompt]')");
        lab.at("verdict-stream").click();
        assertThat(lab.at("bar-stream")).isFocused();
        long end = lab.position();
        lab.at("verdict-more").click();
        assertThat(lab.at("verdict")).isHidden();
        lab.waitForPosition(end + 100);
    }

    private static void aChangeIsReadWithTheKeys(Lab lab, long changedAt) {
        lab.at("chart").focus();
        lab.page().keyboard().press("ArrowUp");
        assertThat(lab.at("chart-readout"))
                .containsText(Pattern.compile("Byte " + changedAt
                        + ": Experience replay on → off\\. Bits per byte: \\d\\.\\d\\d before, \\d\\.\\d\\d over the"));
        lab.page().keyboard().press("ArrowRight");
        assertThat(lab.at("chart-readout")).containsText("At byte ");
    }

    private static void aPartIsLookedAt(Lab lab) {
        Locator chart = lab.at("chart");
        chart.scrollIntoViewIfNeeded();
        BoundingBox box = chart.boundingBox();
        double y = box.y + box.height / 2;
        lab.page().mouse().move(box.x + box.width * 0.4, y);
        lab.page().mouse().down();
        lab.page().mouse().move(box.x + box.width * 0.6, y);
        lab.page().mouse().up();
        assertThat(lab.at("chart-whole")).isVisible();
        lab.page().keyboard().press("Escape");
        assertThat(lab.at("chart-whole")).isHidden();
    }

    private static void aTableIsSaved(Lab lab) throws IOException {
        lab.page().locator("[data-part=chart-save] summary").click();
        Download table = lab.page().waitForDownload(() -> lab.at("chart-csv").click());
        List<String> lines = Files.readAllLines(table.path());
        assertTrue(lines.get(0).startsWith("bytes,"), lines.get(0));
        assertTrue(lines.get(lines.size() - 1).startsWith(lab.position() + ","), lines.get(lines.size() - 1));
    }
}
