package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong is said in plain words in the page. */
@ExtendWith(LabExtension.class)
final class FailureTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "page.js, index.html",
        "guard.js, index.html",
        "theme.js, index.html",
        "page.css, index.html",
        "teavm.js, index.html",
        "lab.wasm, index.html",
        "explore.wasm, index.html",
        "explore.css, index.html",
        "worker.js, index.html",
        "chart.js, index.html",
        "lab.json, index.html",
        "configs/presets.json, index.html",
        "configs/online.small.json, index.html",
        "kernels.js, index.html",
        "configs/phases.visits.json, index.html",
        "page.js, step.html",
        "guard.js, step.html",
        "step.wasm, step.html",
        "names.txt, step.html",
        "step-worker.wasm, step.html",
        "page.js, race.html",
        "guard.js, race.html",
        "race.css, race.html",
        "race.wasm, race.html",
        "configs/online.tiny.json, race.html",
        "page.js, train.html",
        "guard.js, train.html",
        "train.wasm, train.html",
        "train.json, train.html",
        "configs/training.json, train.html",
        "train-worker.wasm, train.html",
        "guard.js, bench.html",
        "bench.js, bench.html",
        "page.css, bench.html",
        "guard.js, lib/",
        "theme.js, lib/",
        "page.css, lib/",
        "try/try.css, lib/",
        "try/try.js, lib/"
    })
    void aMissingFileIsAVisibleMessage(String file, String page, Lab lab) {
        lab.expectComplaints();
        lab.page()
                .context()
                .route(
                        "**/" + file,
                        route -> route.fulfill(
                                new Route.FulfillOptions().setStatus(404).setBody("404: no such file")));
        lab.page().navigate(lab.site() + page);
        assertThat(lab.at("banner")).isVisible();
        assertThat(lab.at("banner-text")).not().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "step.html", "train.html", "bench.html", "lib/"})
    void withoutGarbageCollectedWasmThePageNamesBrowsersThatHaveIt(String page, Lab lab) {
        lab.page().addInitScript("WebAssembly.validate = () => false");
        lab.page().navigate(lab.site() + page);
        assertThat(lab.at("banner-text")).containsText(Pattern.compile("Chrome.*Firefox.*Safari"));
        assertEquals(
                true, lab.page().evaluate("""
                () => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File(['x'], 'x.txt'));
                  return !document.body.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
                }"""), "a file dropped beside the place for it does not replace the page");
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
        assertThat(lab.at("banner-text")).not().containsText("failed:");
    }

    @ParameterizedTest
    @MethodSource("microgpt.e2e.Pages#programs")
    void whatNobodyCaughtIsSaid(String page, Lab lab) {
        lab.expectComplaint("provoked").reducedMotion().page().navigate(lab.site() + page);
        assertThat(lab.at("status")).not().hasAttribute("data-mood", "loading");
        assertSaysWhatNobodyCaught(lab);
    }

    private static void assertSaysWhatNobodyCaught(Lab lab) {
        lab.page().evaluate("() => { setTimeout(() => { throw new Error('provoked error') }) }");
        assertThat(lab.at("banner-text")).containsText("provoked error");
        lab.page().evaluate("() => { setTimeout(() => { Promise.reject(new Error('provoked rejection')) }) }");
        assertThat(lab.at("banner-text")).containsText("provoked rejection");
    }

    @Test
    void aWorkerThatNobodyKnowsIsRefused(Lab lab) {
        lab.openAtRest("");
        Object answer = lab.page().evaluate("""
                () => new Promise(resolve => {
                  const worker = new Worker('worker.js', { type: 'module', name: 'nobody' });
                  worker.onmessage = ({ data }) => resolve(data.failed);
                })""");
        assertEquals("worker.js knows no worker called \"nobody\"", answer);
    }

    /** These pages are no programs of Wasm, and have no other way to say it. */
    @ParameterizedTest
    @ValueSource(strings = {"bench.html", "lib/"})
    void anErrorAndARejectionOfAScriptAreSaid(String page, Lab lab) {
        lab.expectComplaint("provoked").page().navigate(lab.site() + page);
        assertSaysWhatNobodyCaught(lab);
    }

    @Test
    void anExampleOfTheLibraryThatDoesNotArriveIsSaid(Lab lab) {
        lab.expectComplaints();
        lab.page().context().route("**/examples/names.js", Route::abort);
        lab.page().navigate(lab.site() + "lib/");
        assertThat(lab.at("banner-text")).containsText("Something went wrong in this page");
    }

    @Test
    void aPartThatThePageLacksIsNamed(Lab lab) {
        lab.expectComplaints();
        Pages.change(lab, "index.html", html -> html.replace("data-part=\"speed\"", ""));
        lab.visit("");
        assertThat(lab.at("banner-text")).containsText("no part \"speed\"");
    }

    @Test
    void aLinkThatCannotBeReadIsSaid(Lab lab) {
        lab.reducedMotion().visit("no_such_key=1");
        assertThat(lab.at("banner-text")).containsText("no_such_key");
    }
}
