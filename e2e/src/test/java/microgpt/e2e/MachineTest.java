package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What computes, and whether it computes right. */
@ExtendWith(LabExtension.class)
final class MachineTest {
    @Test
    void everyOperationAgreesWithTheReference(Lab lab) {
        lab.openAtRest("");
        assertThat(lab.at("backend")).hasText("simd");
        lab.at("machine-panel").locator("summary").click();
        lab.at("self-test").click();
        assertThat(lab.at("self-test-table")).isVisible();
        List<String> verdicts = verdicts(lab).allInnerTexts();
        assertTrue(verdicts.size() >= 25 && verdicts.stream().allMatch("agrees"::equals), verdicts.toString());
    }

    @Test
    void withoutSimdTheReferenceComputes(Lab lab) {
        // what kernels.js answers where the browser cannot run them
        String none = "export const loadKernels = async () =>"
                + " new Proxy({}, { get: (target, name) => (name === 'then' ? undefined : () => 0) });";
        lab.page()
                .context()
                .route(
                        "**/kernels.js",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/javascript")
                                .setBody(none)));
        lab.openAtRest("");
        assertThat(lab.at("backend")).hasText("java");
        lab.at("machine-panel").locator("summary").click();
        assertThat(lab.at("backend-why")).containsText("no SIMD");
        lab.step();
    }

    private static Locator verdicts(Lab lab) {
        return lab.at("self-test-table").locator("tbody td:last-child");
    }
}
