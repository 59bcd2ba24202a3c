package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that steps through a GPT is for all readers, and its panels lead to each other. */
@ExtendWith(LabExtension.class)
final class StepPageTest {
    @Test
    void theReadersOwnNamesAreLearnedByAsManyLayersAndHeadsAsWanted(Lab lab) throws IOException {
        StepLab.open(lab).openPanels();
        lab.at("lines").fill("ada\nbob\n");
        lab.at("layers").fill("2");
        lab.at("heads").fill("8");
        lab.at("load").click();
        assertThat(lab.at("stat-documents")).hasText("2");
        assertThat(lab.at("stat-vocabulary")).hasText("5");
        assertThat(lab.page().locator(".heads .box")).hasCount(16);
        assertEquals(true, lab.page().evaluate("""
                        () => [...document.querySelectorAll('.network .block')].every(
                            block => [...block.querySelectorAll('.box')].every(
                                box => box.getBoundingClientRect().right <= block.getBoundingClientRect().right + 1))"""));
        lab.at("heads").fill("3");
        lab.at("load").click();
        assertThat(lab.at("banner-text")).containsText("16 must be a multiple of nHeads 3");
        assertThat(lab.at("status")).hasAttribute("data-mood", "ready");
        assertThat(lab.at("cut")).hasText("");
        lab.at("heads").fill("4");
        lab.at("context").fill("3");
        lab.at("seed").fill("-4");
        lab.at("seed").press("Enter");
        assertThat(lab.at("seed-error"))
                .hasText("The seed must be a whole number from 0 to 1,000,000,000, not “-4”; what was in force stays.");
        lab.at("load").click();
        assertThat(lab.at("seed")).isFocused();
        assertThat(lab.page().locator(".heads .box")).hasCount(16);
        lab.at("seed").fill("4");
        assertThat(lab.at("seed-error")).hasText("");
        lab.at("load").click();
        assertThat(lab.page().locator(".heads .box")).hasCount(8);
        assertThat(lab.at("cut")).containsText("2 of the 2 names are longer than 2 characters");
    }

    @Test
    void theWalkEndsWhereItBegan(Lab lab) throws IOException {
        StepLab page = StepLab.open(lab);
        page.forward();
        lab.at("walk-next").click();
        assertThat(lab.at("walk-note")).hasText("Forward: Token is computed.");
        lab.at("walk-back").click();
        lab.at("walk-back").click();
        assertThat(lab.at("walk-note")).hasText("Backward: the gradient has come to Token.");
        lab.at("walk-all").click();
        assertThat(lab.page().locator(".box.current")).hasCount(0);
    }

    @Test
    void aBoxLeadsToItsMathematicsAndTheMathematicsToItsBoxes(Lab lab) throws IOException {
        StepLab.open(lab);
        lab.at("network")
                .locator(".box", new Locator.LocatorOptions().setHasText("Query"))
                .click();
        assertThat(lab.at("detail-forward").locator("math")).hasText("q=Wqx");
        assertThat(lab.at("detail-backward").locator("math").first()).hasText("dx=WqT\u2009dq");
        lab.at("detail-section").click();
        assertThat(lab.page().locator("#math-attention")).isInViewport();
        lab.at("math-panel").locator("[data-box='ReLU']").click();
        assertThat(lab.at("detail").locator("h3").first()).hasText("Layer 0 MLP: ReLU");
        assertThat(lab.page().locator(".box.open")).isInViewport();
        assertThat(lab.page().locator(".box.open")).isFocused();
    }

    @Test
    void anExpressionIsTakenStepByStep(Lab lab) throws IOException {
        StepLab.open(lab);
        lab.at("expression").fill("x*x - 1");
        lab.at("input-x").fill("3");
        assertThat(lab.at("expression-rows").locator("tr").last()).containsText("8.0000");
        lab.at("expression-restart").click();
        lab.at("expression-next").click();
        assertThat(lab.at("expression-note")).hasText("x is given: 3.00.");
        lab.at("expression").fill("x*");
        assertThat(lab.at("expression-note")).containsText("at character 3 stands the end");
        lab.at("expression").fill("tanh(x1) + 1e-3");
        assertThat(lab.at("expression-rows").locator("tr")).hasCount(4);
        lab.at("expression").fill("foo(x1)");
        assertThat(lab.at("expression-note")).containsText("foo, which is no function");
        assertThat(lab.at("input-foo")).hasCount(0);
    }

    @Test
    void noSeriousBarrierIsLeftAndNoWidthNeedsSidewaysScrolling(Lab lab) throws IOException {
        lab.width(360);
        StepLab page = StepLab.open(lab);
        page.forward();
        lab.at("draw").click();
        page.openPanels();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            lab.colors(scheme).assertNoSeriousBarriers();
        }
        for (int width : new int[] {360, 768, 1280}) {
            lab.width(width);
            assertEquals(
                    true, lab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"), width + " px");
        }
    }
}
