package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that holds the laboratory's element twice has two laboratories, each with a worker of its own. */
@ExtendWith(LabExtension.class)
final class TwoLabsTest {
    private static final String BEGIN = "<main id=\"main\" data-lab>";
    private static final String END = "</main>";

    private static Locator lab(Lab page, int index) {
        return page.page().locator("[data-lab]").nth(index);
    }

    private static Locator at(Lab page, int index, String testId) {
        return lab(page, index).getByTestId(testId);
    }

    private static long position(Lab page, int index) {
        return Long.parseLong(at(page, index, "position").getAttribute("data-position"));
    }

    /** Opens the page with two laboratories, at rest; the recipe of the link is for the first. */
    private static Lab open(Lab lab, String recipe) {
        Pages.change(lab, "index.html", html -> {
            String one = html.substring(html.indexOf(BEGIN), html.indexOf(END) + END.length());
            return html.replace(one, one + one);
        });
        lab.reducedMotion().visit(recipe);
        for (int i = 0; i < 2; i++) {
            assertThat(at(lab, i, "status")).hasAttribute("data-mood", "waiting");
            assertThat(at(lab, i, "sample-grid").locator(".sample").first()).hasAttribute("data-complete", "true");
        }
        return lab;
    }

    @Test
    void bothLearnAndNeitherDisturbsTheOther(Lab lab) {
        open(lab, "preset=online.tiny");
        assertEquals(2, lab.page().workers().size());
        assertThat(at(lab, 0, "parameters")).hasText("7,312");
        assertThat(at(lab, 1, "parameters")).hasText("115,264");
        at(lab, 1, "play").click();
        lab.page().waitForCondition(() -> position(lab, 1) > 200);
        assertEquals(0, position(lab, 0));
        assertThat(at(lab, 0, "status")).hasAttribute("data-mood", "waiting");
        at(lab, 0, "play").click();
        lab.page().waitForCondition(() -> position(lab, 0) > 200);
        at(lab, 0, "play").click();
        assertThat(at(lab, 0, "status")).hasAttribute("data-mood", "paused");
        assertThat(at(lab, 1, "status")).hasAttribute("data-mood", "running");
        long before = position(lab, 1);
        lab.page().waitForCondition(() -> position(lab, 1) > before);
    }

    @Test
    void settingsAndStreamsAreEachOnesOwnAndTheAddressIsTheFirstOnes(Lab lab) {
        open(lab, "preset=online.tiny");
        for (int i = 0; i < 2; i++) {
            at(lab, i, "settings-panel").evaluate("panel => { panel.open = true; }");
            at(lab, i, "source-panel").evaluate("panel => { panel.open = true; }");
        }
        Locator seed = at(lab, 1, "settings").locator("[name=seed]");
        seed.fill("9");
        seed.press("Tab");
        assertThat(at(lab, 1, "pending")).containsText("restart");
        assertThat(at(lab, 0, "pending")).isEmpty();
        at(lab, 1, "source-typed").check();
        assertThat(at(lab, 0, "source-plan")).isChecked();
        at(lab, 1, "typed-begin").click();
        assertThat(at(lab, 1, "typed")).isEnabled();
        at(lab, 1, "typed").pressSequentially("abc");
        lab.page().waitForCondition(() -> position(lab, 1) == 3);
        assertEquals(0, position(lab, 0));
        String address = lab.page().url();
        assertFalse(address.contains("seed"), address);
        lab.page().keyboard().press("Escape");
        lab.page().getByTestId("to-step").focus();
        lab.page().keyboard().press("ArrowRight");
        lab.page().waitForCondition(() -> position(lab, 0) > 0);
        assertEquals(3, position(lab, 1));
    }

    @Test
    void noIdStandsTwiceAndEveryLabelFindsItsField(Lab lab) {
        open(lab, "preset=online.tiny");
        assertEquals(
                List.of(),
                lab.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
        assertEquals(
                List.of(),
                lab.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('label[for]')].filter(e => !e.control?.closest('[data-lab]')?.contains(e)).map(e => e.htmlFor)"));
        lab.assertNoSeriousBarriers();
    }
}
