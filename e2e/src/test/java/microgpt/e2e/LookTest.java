package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Light and dark, narrow and wide, for all readers. */
@ExtendWith(LabExtension.class)
final class LookTest {
    private static final String PICTURES = "pictures";

    @Test
    void noSeriousBarrierIsLeft(Lab lab) {
        lab.openFlatOut("plan=phases.short&preset=online.tiny").waitForEnd();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            lab.colors(scheme).openAllPanels();
            lab.assertNoSeriousBarriers();
        }
    }

    @Test
    void noWidthNeedsSidewaysScrolling(Lab lab) {
        lab.width(360).openFlatOut("plan=phases.short&preset=online.tiny").waitForEnd();
        for (int width : new int[] {360, 768, 1280, 1920}) {
            lab.width(width).openAllPanels();
            assertEquals(List.of(), lab.tooWide(), width + " px");
        }
    }

    /** A list with nothing but its present choice would be no wider. */
    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void thePresentChoiceOfEachSettingIsShownWhole(int width, Lab lab) {
        lab.width(width).openAtRest("");
        lab.openAllPanels();
        assertThat(lab.page().locator(".setting select").first()).isVisible();
        Object cut = lab.page().evaluate("""
                () => [...document.querySelectorAll('.setting select')].filter(list => {
                  const free = list.cloneNode(false);
                  free.append(list.selectedOptions[0].cloneNode(true));
                  free.style.width = 'max-content';
                  free.style.maxWidth = 'none';
                  free.style.position = 'absolute';
                  list.after(free);
                  const isCut = free.offsetWidth > list.offsetWidth;
                  free.remove();
                  return isCut;
                }).map(list => list.selectedOptions[0].text + ' ' + list.offsetWidth)""");
        assertEquals(List.of(), cut);
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

    /** Pictures of pages at work, for the README and for review: {@code -Dpictures=FOLDER -Dtest=LookTest}. */
    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "360,LIGHT", "360,DARK"})
    @EnabledIfSystemProperty(named = PICTURES, matches = ".+", disabledReason = "-Dpictures=FOLDER takes them")
    void pictures(int width, ColorScheme scheme, Lab lab) {
        lab.colors(scheme);
        String suffix = suffix(width, scheme);
        size(lab.open(""), width).waitForPosition(12_000);
        picture(lab, width, "lab" + suffix);
        TrainLab train =
                new TrainLab(size(lab, width)).open("preset=tiny").start().waitForStep(300);
        train.at("sample-length").fill("60");
        train.at("sample").click();
        train.at("written").first().locator("[data-piece]").nth(30).click();
        assertThat(train.at("inside-whole").locator("li")).hasCount(10);
        picture(lab, width, "train" + suffix);
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "360,LIGHT", "360,DARK"})
    @EnabledIfSystemProperty(named = PICTURES, matches = ".+", disabledReason = "-Dpictures=FOLDER takes them")
    void picturesOfTheOtherPages(int width, ColorScheme scheme, Lab lab) {
        lab.colors(scheme);
        String suffix = suffix(width, scheme);
        size(lab, width).page().navigate(lab.site() + "step.html");
        lab.at("run").click();
        lab.at("write").click();
        assertThat(lab.at("names").locator("li")).not().hasCount(0);
        picture(lab, width, "step" + suffix);
        size(lab, width).page().navigate(lab.site() + "lib/");
        lab.at("run").click();
        assertThat(lab.at("output")).containsText("step 250");
        picture(lab, width, "lib" + suffix);
        size(lab, width).page().navigate(lab.site() + "bench.html");
        assertThat(lab.at("bench-status")).isVisible();
        picture(lab, width, "bench" + suffix);
    }

    private static String suffix(int width, ColorScheme scheme) {
        return "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }

    private static Lab size(Lab lab, int width) {
        lab.page().setViewportSize(width, width < 640 ? 740 : 800);
        return lab;
    }

    /** What a reader sees first, and all of the page, in a window that is as high: what is out of sight is not drawn. */
    private static void picture(Lab lab, int width, String name) {
        Path folder = Path.of(System.getProperty(PICTURES, "."));
        lab.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        lab.openAllPanels();
        lab.page().setViewportSize(width, (int) lab.page().evaluate("() => document.documentElement.scrollHeight"));
        lab.openAllPanels();
        lab.page().waitForTimeout(600);
        lab.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-whole.png")));
    }

    private static String background(Lab lab) {
        return (String) lab.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
