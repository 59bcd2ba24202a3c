package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first minute: the lab runs, learns, is surprised at boundaries and recovers. */
@ExtendWith(LabExtension.class)
final class RunTest {
    /** What a phase visit cost, in bits per byte, as the page's table has it. */
    private record Visit(String phase, double first, double mean, double now) {}

    @Test
    void itRunsByItselfSoonAfterLoading(Lab lab) {
        lab.visit("");
        double millis = (double) lab.page().waitForFunction("""
                        () => {
                          const at = document.querySelector('[data-testid=position]')?.dataset.position;
                          const {loadEventEnd} = performance.getEntriesByType('navigation')[0];
                          return Number(at) > 0 && loadEventEnd > 0 && performance.now() - loadEventEnd + 0.5;
                        }""").jsonValue();
        Figures.print("learning begins after load", Math.round(millis) + " ms");
        // 2,000 ms on a machine of one's own; builds share theirs
        assertTrue(millis < 8_000, "the first bytes were read " + millis + " ms after load");
    }

    @Test
    void underReducedMotionItWaitsForTheReader(Lab lab) {
        lab.openAtRest("");
        assertThat(lab.at("status")).containsText("Press play");
        lab.play().waitForPosition(100);
    }

    @Test
    void withSaveDataItWaitsForTheReader(Lab lab) {
        lab.page().addInitScript("Object.defineProperty(navigator, 'connection', {get: () => ({saveData: true})})");
        lab.open("");
        assertThat(lab.at("status")).hasAttribute("data-mood", "waiting");
        lab.play().waitForPosition(100);
    }

    @Test
    void theLossFallsWhatReturnsIsRememberedAndTheFiguresSaySo(Lab lab) {
        lab.openFlatOut("plan=phases.short").waitForEnd();
        Locator rows = lab.at("phase-table").locator("tbody tr");
        lab.page().waitForCondition(() -> bytesOf(rows) == lab.position());
        List<Visit> visits = new ArrayList<>();
        for (Locator row : rows.all()) {
            List<String> cells = row.locator("th, td").allInnerTexts();
            visits.add(new Visit(
                    cells.get(0),
                    Double.parseDouble(cells.get(3)),
                    Double.parseDouble(cells.get(4)),
                    Double.parseDouble(cells.get(5))));
        }
        Figures.print("phase visits", visits.toString());
        Visit first = visits.get(0);
        Visit returned = visits.get(visits.size() - 1);
        assertEquals(first.phase(), returned.phase());
        for (Visit visit : visits) {
            assertTrue(visit.now() < visit.first(), "the loss falls in " + visit);
        }
        assertTrue(visits.get(1).first() > first.now(), "a new phase surprises: " + visits);
        assertTrue(returned.mean() < first.mean(), "what returns is remembered: " + visits);
        assertFiguresAreSaidInWords(lab);
    }

    private static long bytesOf(Locator rows) {
        long bytes = 0;
        for (Locator row : rows.all()) {
            bytes += Long.parseLong(row.locator("th, td").allInnerTexts().get(2).replace(",", ""));
        }
        return bytes;
    }

    /** Of chart and figures, after the end. */
    private static void assertFiguresAreSaidInWords(Lab lab) {
        assertThat(lab.at("status")).containsText("It has read all");
        assertThat(lab.at("chart-summary")).containsText("Bits per byte");
        assertThat(lab.at("code-length")).containsText("bytes in");
        assertThat(lab.at("flag-prequential")).containsText("prequential");
        assertThat(lab.at("flag-single-touch")).containsText("single-touch");
        assertThat(lab.at("next-byte").locator("li")).not().hasCount(0);
        double bits = Double.parseDouble(lab.wholeBits());
        assertTrue(bits > 0 && bits < 8, bits + " bits per byte");
    }

    @Test
    void attentionIsDrawnWhenAskedFor(Lab lab) {
        lab.open("").waitForPosition(200);
        lab.at("attention-panel").locator("summary").click();
        waitForAnotherPicture(lab, picture(lab));
        waitForAnotherPicture(lab, picture(lab));
    }

    /** Looks now and then: the page draws when it has time, and to read a picture takes some. */
    private static void waitForAnotherPicture(Lab lab, String before) {
        lab.at("attention").scrollIntoViewIfNeeded(); // what grows above it may have pushed it away
        lab.page()
                .waitForFunction(
                        "before => document.querySelector('[data-testid=attention]').toDataURL() !== before",
                        before,
                        new Page.WaitForFunctionOptions().setPollingInterval(250));
    }

    private static String picture(Lab lab) {
        return (String) lab.at("attention").evaluate("canvas => canvas.toDataURL()");
    }
}
