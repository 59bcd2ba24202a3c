package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the library runs its examples, and programs of the reader's, with the files beside it. */
@ExtendWith(LabExtension.class)
final class LibraryPageTest {
    @ParameterizedTest
    @CsvSource({
        "names, step 250",
        "stream, line 130 is strange",
        "gradients, x = 3.0000",
        "fast, a saved model goes on alike: true"
    })
    void everyExampleRuns(String example, String says, Lab lab) {
        open(lab);
        lab.at("example").selectOption(example);
        assertThat(lab.at("program")).hasAttribute("data-example", example);
        lab.at("run").click();
        assertThat(lab.at("state")).hasText("It has run.");
        assertThat(lab.at("output")).containsText(says);
    }

    @Test
    void aProgramOfTheReadersIsStoppedAndItsMistakesAreSaid(Lab lab) {
        open(lab);
        lab.at("program").fill("console.log('on'); for (;;);");
        lab.at("run").click();
        assertThat(lab.at("output")).hasText("on");
        lab.at("stop").click();
        assertThat(lab.at("state")).hasText("Stopped.");
        lab.at("program").fill("import { MicroGPT } from '../microgpt.js';\nnew MicroGPT({ nEmbd: 10, nHead: 4 });");
        lab.at("program").press("Control+Enter");
        assertThat(lab.at("state")).hasText("It failed.");
        assertThat(lab.at("output")).containsText("10");
    }

    @Test
    void itIsForAllReaders(Lab lab) {
        lab.width(360);
        open(lab);
        lab.page().locator("details").first().click();
        assertThat(lab.page().locator("details pre").first()).containsText("# microgpt as a library");
        assertEquals(true, lab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"));
        lab.assertNoSeriousBarriers();
    }

    private static void open(Lab lab) {
        lab.page().navigate(lab.site() + "lib/");
        assertThat(lab.at("run")).isEnabled();
    }
}
