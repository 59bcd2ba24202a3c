package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The model as it is drawn, a look inside it, and what it remembers of each text. */
@ExtendWith(LabExtension.class)
final class ModelTest {
    private static final String SHORT = "plan=phases.short&preset=online.tiny";

    @Test
    void theModelIsDrawnAsItLearnsAndItsPartsOpen(Lab lab) {
        lab.openFlatOut(SHORT).waitForEnd();
        Locator diagram = lab.at("model-diagram");
        diagram.scrollIntoViewIfNeeded();
        assertThat(lab.at("model-note")).containsText(Pattern.compile("1 layer of width 16, \\d+ heads? each"));
        assertThat(diagram.locator("button")).hasCount(8);
        assertThat(diagram).containsText(Pattern.compile("next: .+ \\d+ %"));
        assertThat(lab.at("byte-map-note")).containsText(Pattern.compile("\\d+ of 256 bytes were read so far"));

        diagram.locator("[data-name='blocks.0.up']").click();
        assertThat(lab.at("model-detail-title")).hasText("blocks.0.up");
        assertThat(lab.at("model-detail-text")).containsText(Pattern.compile("\\d+ × 16 = [\\d,]+ weights, norm \\d"));
        lab.at("model-detail-picture").focus();
        lab.page().keyboard().press("ArrowRight");
        assertThat(lab.at("model-detail-readout")).containsText(Pattern.compile("row 0, column 0: −?\\d"));
        String weight = lab.at("model-detail-readout").innerText();
        lab.page().keyboard().press("ArrowDown");
        assertThat(lab.at("model-detail-readout")).containsText("row 1, column 0");
        assertNotEquals(weight, lab.at("model-detail-readout").innerText());

        diagram.locator("[data-name='blocks.0.attention']").click();
        assertThat(lab.at("model-detail-heads").locator("canvas"))
                .hasAttribute("aria-label", Pattern.compile("Layer 1, head 1 looks most at"));
        lab.at("model-detail-close").click();
        assertThat(lab.at("model-detail")).isHidden();

        lab.at("byte-map").focus();
        lab.page().keyboard().press("ArrowRight");
        assertThat(lab.at("byte-map-readout")).containsText(Pattern.compile("Nearest by cosine: .+ −?\\d\\.\\d\\d"));

        Locator table = lab.at("forgetting-table");
        lab.at("forgetting-card").scrollIntoViewIfNeeded();
        int phases = lab.at("ribbon").locator("li").count();
        assertThat(table.locator("tbody tr")).hasCount(phases + 1);
        assertThat(table.locator("tbody tr").first().locator("td").first()).hasText(Pattern.compile("[78]\\.\\d\\d"));
        assertThat(lab.at("backward-transfer")).containsText(Pattern.compile("[−+]?\\d\\.\\d\\d bits per byte"));
        lab.assertNoSeriousBarriers();
        lab.width(360);
        lab.assertNothingIsTooWide();
    }
}
