package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the laboratory shows of those who predict: the transformer, its cache, the counts, and the mixture of them. */
@ExtendWith(LabExtension.class)
final class MixtureTest {
    private static final String EVERYONE =
            "plan=phases.short&preset=online.tiny&cache.enabled=true&fixed_share.enabled=true";

    @Test
    void everyoneWhoPredictsIsDrawnNamedAndComparedByteByByte(Lab lab) {
        lab.openFlatOut(EVERYONE).waitForEnd();
        point(lab.at("chart"), 0.5);
        assertThat(lab.at("chart-readout"))
                .containsText(Pattern.compile("transformer with cache \\d.*transformer alone \\d.*counts alone \\d"
                        + ".*fixed share \\d.*its regret bound \\d"
                        + ".*PPM \\(order 5\\) \\d.*order-2 baseline \\d.*order-0 baseline \\d"));
        for (String curve : List.of("show-counts", "show-ppm")) {
            String before = picture(lab.at("chart"));
            lab.at(curve).click(); // shown or hidden, whatever it was not
            lab.page().waitForCondition(() -> !picture(lab.at("chart")).equals(before));
        }
        lab.at("shares").scrollIntoViewIfNeeded();
        assertThat(lab.at("shares-now")).containsText(Pattern.compile("transformer \\d+.*%, counts \\d+.*%"));
        point(lab.at("stream"), 0.1);
        assertThat(lab.at("stream-readout"))
                .containsText(Pattern.compile("by the cache .* %, by the transformer .* %, by the counts .* %"));
        String surprise = picture(lab.at("stream"));
        lab.at("stream-colour").selectOption("best");
        assertThat(lab.at("stream-best")).containsText(Pattern.compile("transformer \\d.*%.*counts \\d.*%"));
        lab.page()
                .waitForFunction(
                        "([canvas, old]) => canvas.toDataURL() !== old",
                        List.of(lab.at("stream").elementHandle(), surprise));
        assertEquals(3, lab.at("neighbours").locator("li").count());
        lab.assertNoSeriousBarriers();
    }

    @Test
    void aTransformerAloneIsDrawnAsTheRunItself(Lab lab) {
        lab.openFlatOut("plan=phases.short&preset=online.tiny&mixture.enabled=false")
                .waitForEnd();
        assertThat(lab.at("show-slow")).isVisible();
        assertThat(lab.at("show-counts")).isHidden();
        assertThat(lab.at("show-transformer")).isHidden();
        assertThat(lab.at("shares")).isHidden();
        assertThat(lab.at("remembered")).isHidden();
        lab.at("stream-colour").selectOption("best");
        assertThat(lab.at("stream-best")).containsText("switch the mixture on");
    }

    @Test
    void theMixtureIsSwitchedOnWhileItRuns(Lab lab) {
        lab.open("preset=online.tiny&mixture.enabled=false").waitForPosition(200);
        lab.at("settings-panel").locator("summary").first().click();
        lab.at("settings").locator("[name='mixture.enabled']").check();
        lab.at("chart").scrollIntoViewIfNeeded();
        assertThat(lab.at("show-counts")).isVisible();
        assertThat(lab.at("play")).containsText("Pause");
    }

    private static void point(Locator picture, double across) {
        BoundingBox box = picture.boundingBox();
        picture.hover(new Locator.HoverOptions().setPosition(box.width * across, box.height * 0.1));
    }

    private static String picture(Locator canvas) {
        return (String) canvas.evaluate("canvas => canvas.toDataURL()");
    }
}
