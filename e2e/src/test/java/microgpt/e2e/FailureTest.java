package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong is said in plain words in the page. */
@ExtendWith(LabExtension.class)
final class FailureTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "page.js",
                "teavm.js",
                "lab.wasm",
                "worker.js",
                "lab-worker.wasm",
                "chart.js",
                "lab.json",
                "configs/presets.json",
                "configs/online.small.json",
                "kernels.js",
                "configs/phases.json"
            })
    void aMissingFileIsAVisibleMessage(String file, Lab lab) {
        lab.expectComplaints();
        lab.page()
                .context()
                .route(
                        "**/" + file,
                        route -> route.fulfill(
                                new Route.FulfillOptions().setStatus(404).setBody("404: no such file")));
        lab.visit("");
        assertThat(lab.at("banner")).isVisible();
        assertThat(lab.at("banner-text")).not().isEmpty();
    }

    @Test
    void withoutGarbageCollectedWasmThePageNamesBrowsersThatHaveIt(Lab lab) {
        lab.page().addInitScript("WebAssembly.validate = () => false");
        lab.visit("");
        assertThat(lab.at("banner-text")).containsText(Pattern.compile("Chrome.*Firefox.*Safari"));
    }

    @Test
    void withoutAnyWasmThePageNamesBrowsersThatHaveIt(Lab lab) {
        lab.page().addInitScript("delete globalThis.WebAssembly");
        lab.visit("");
        assertThat(lab.at("banner-text")).containsText(Pattern.compile("Chrome.*Firefox.*Safari"));
    }

    @Test
    void aCrashOfTheWorkerIsSaid(Lab lab) {
        lab.expectComplaint("provoked");
        lab.open("").waitForPosition(1);
        lab.page().workers().get(0).evaluate("() => { setTimeout(() => { throw new Error('provoked') }) }");
        assertThat(lab.at("banner")).isVisible();
        assertThat(lab.at("banner-text")).containsText("provoked");
    }

    @Test
    void anErrorThatNobodyCaughtIsSaid(Lab lab) {
        lab.expectComplaint("provoked");
        lab.openAtRest("");
        lab.page().evaluate("() => { setTimeout(() => { throw new Error('provoked') }) }");
        assertThat(lab.at("banner-text")).containsText("provoked");
    }

    @Test
    void aLinkThatCannotBeReadIsSaid(Lab lab) {
        lab.reducedMotion().visit("no_such_key=1");
        assertThat(lab.at("banner-text")).containsText("no_such_key");
    }
}
