package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Light and dark, narrow and wide, for all readers. */
@ExtendWith(LabExtension.class)
final class LookTest {
    private static final String PICTURES = "pictures";

    @Test
    void noSeriousBarrierIsLeft(Lab lab) {
        lab.open("plan=phases.short&preset=online.tiny").waitForEnd();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            lab.colors(scheme).openAllPanels();
            lab.assertNoSeriousBarriers();
        }
    }

    @Test
    void noWidthNeedsSidewaysScrolling(Lab lab) {
        lab.width(360).open("plan=phases.short&preset=online.tiny").waitForEnd();
        for (int width : new int[] {360, 768, 1280, 1920}) {
            lab.width(width).openAllPanels();
            assertEquals(List.of(), lab.tooWide(), width + " px");
        }
    }

    @Test
    void theThemeFollowsTheSystemUntilTheReaderChooses(Lab lab) {
        lab.colors(ColorScheme.LIGHT).openAtRest("");
        String light = background(lab);
        lab.colors(ColorScheme.DARK);
        String dark = background(lab);
        assertNotEquals(light, dark);
        lab.at("theme").click();
        lab.page().waitForCondition(() -> background(lab).equals(light));
        lab.page().reload();
        assertThat(lab.at("play")).isEnabled();
        assertEquals(light, background(lab));
    }

    /** Pictures for the README and for review: {@code -Dpictures=FOLDER -Dtest=LookTest}. */
    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "360,LIGHT", "360,DARK"})
    @EnabledIfSystemProperty(named = PICTURES, matches = ".+", disabledReason = "-Dpictures=FOLDER takes them")
    void pictures(int width, ColorScheme scheme, Lab lab) {
        lab.width(width).colors(scheme).open("").waitForPosition(12_000);
        String name = "lab-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        Path folder = Path.of(System.getProperty(PICTURES, "."));
        lab.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        lab.openAllPanels();
        lab.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + "-whole.png"))
                        .setFullPage(true));
    }

    private static String background(Lab lab) {
        return (String) lab.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
