package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page that measures this machine, with a worker that does not: figures say nothing on a busy machine. */
@ExtendWith(LabExtension.class)
final class BenchPageTest {
    private static final String WORKER = """
            const figure = {name: 'product 2048x128x512 NT', unit: 'GFLOP/s', value: 51.2, backend: 'simd', percent_of_peak: 97.25};
            postMessage({finding: JSON.stringify(figure)});
            const step = {...figure, name: 'byte-tinygpt-v0 step', unit: 'ms', percent_of_peak: null};
            postMessage({finding: JSON.stringify(step)});
            postMessage({done: true});
            """;

    @Test
    void theLaboratoryLeadsToItAndItLeadsBack(Lab lab) {
        lab.openAtRest("");
        lab.at("machine-panel").locator("summary").click();
        assertThat(lab.at("backend-why")).containsText(Pattern.compile("^Computing with [^:]+: [^:]+\\.$"));
        measured(lab);
        lab.at("to-bench").click();
        assertThat(lab.at("bench-status")).hasText("Done.");
        assertThat(lab.at("bench-table").locator("tbody tr")).hasCount(4); // from each of two workers
        assertThat(lab.at("bench-json")).containsText("\"percent_of_peak\": 97.25");
        lab.page().unroute("**/worker.js");
        lab.at("to-lab").click();
        lab.waitForRest();
    }

    @Test
    void itHasNoBarriersAndFitsASmallScreen(Lab lab) {
        measured(lab).width(360);
        lab.page().navigate(lab.site() + "bench.html");
        assertThat(lab.at("bench-status")).hasText("Done.");
        assertEquals(true, lab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            lab.colors(scheme);
            assertEquals(
                    "[]", new AxeBuilder(lab.page()).analyze().getViolations().toString());
        }
    }

    private static Lab measured(Lab lab) {
        lab.page()
                .route(
                        "**/worker.js",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setHeaders(Map.of(
                                        "Content-Type", "text/javascript",
                                        "Cross-Origin-Embedder-Policy", "require-corp"))
                                .setBody(WORKER)));
        return lab;
    }
}
