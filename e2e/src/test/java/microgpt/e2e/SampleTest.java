package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts of the model's own. */
@ExtendWith(LabExtension.class)
final class SampleTest {
    @Test
    void theSamePromptsAreWrittenOnBeforeWhileAndAfterItHasLearned(Lab lab) {
        lab.openFlatOut("plan=phases.short&preset=online.tiny").waitForEnd();
        Locator row = lab.at("sample-grid").locator("ol").first();
        for (int i = 0; i < 4; i++) {
            assertThat(row.locator("li").nth(i)).hasAttribute("data-complete", "true");
            assertThat(row.locator(".text").nth(i))
                    .containsText(Pattern.compile("^Once upon a time.{20}", Pattern.DOTALL));
        }
        assertThat(row.locator(".stamp").first()).hasText("untrained (the mixture)");
        String end = String.format(Locale.ROOT, "%,d bytes read (the mixture)", lab.position());
        assertThat(row.locator(".stamp").last()).hasText(end);
    }

    @Test
    void samplingDoesNotStopTheRun(Lab lab) {
        lab.open("").waitForPosition(300);
        lab.at("sample-length").fill("60");
        Locator sample = ask(lab, "one ");
        long before = lab.position();
        assertThat(sample.locator(".text")).containsText("one ");
        assertThat(sample.locator(".stamp")).hasText(Pattern.compile("^[\\d,]+ bytes read \\(the mixture\\), seed 1$"));
        lab.waitForPosition(before + 500);
        assertThat(lab.at("play")).containsText("Pause");
    }

    @Test
    void aSampleSaysWhoWroteIt(Lab lab) {
        lab.openAtRest("mixture.enabled=false&cache.enabled=false").step();
        assertThat(ask(lab, "a").locator(".stamp")).containsText("(the transformer)");
    }

    @Test
    void theSameSeedAndWeightsWriteTheSameText(Lab lab) {
        lab.openAtRest("").step().step();
        lab.at("sample-length").fill("40");
        String first = ask(lab, "a").locator(".text").innerText();
        assertThat(lab.at("sample-seed")).hasValue("2"); // each press takes a new one
        String other = ask(lab, "a").locator(".text").innerText();
        assertNotEquals(first, other);
        lab.at("sample-seed").fill("1");
        assertEquals(first, ask(lab, "a").locator(".text").innerText());
        assertTrue(first.length() > 1, first);
    }

    @Test
    void everyControlOfSamplingCounts(Lab lab) {
        lab.openAtRest("").step().step();
        lab.at("sample-length").fill("10");
        String brief = text(lab, 1);
        lab.at("sample-length").fill("40");
        String usual = text(lab, 1);
        assertTrue(usual.startsWith(brief) && usual.length() > brief.length(), usual);
        String otherSeed = text(lab, 2);
        assertNotEquals(usual, otherSeed);
        lab.at("sample-top-k").fill("1");
        String likeliest = text(lab, 2);
        assertEquals(likeliest, text(lab, 3), "one candidate leaves nothing to draw");
        lab.at("sample-top-k").fill("0");
        lab.at("sample-top-p").fill("0.01");
        assertEquals(likeliest, text(lab, 3), "nor does a hundredth of the probability");
        lab.at("sample-top-p").fill("1");
        lab.at("sample-temperature").fill("0");
        assertEquals(likeliest, text(lab, 3), "nor does temperature 0");
        lab.at("sample-temperature").fill("1.5");
        assertNotEquals(likeliest, text(lab, 3));
    }

    private static String text(Lab lab, int seed) {
        openMore(lab);
        lab.at("sample-seed").fill(Integer.toString(seed));
        return ask(lab, "a").locator(".text").innerText();
    }

    @Test
    void samplingLeavesTheRunAsItWas(Lab lab) {
        lab.openAtRest("").step().step();
        ask(lab, "b");
        String sampled = lab.step().wholeBits();
        lab.at("reset").click();
        lab.waitForRest();
        assertEquals(sampled, lab.step().step().step().wholeBits());
    }

    private static void openMore(Lab lab) {
        lab.at("sample-form").locator("details").evaluate("more => { more.open = true; }");
    }

    /** A sample of the reader's own, complete. */
    private static Locator ask(Lab lab, String prompt) {
        openMore(lab);
        Locator samples = lab.at("samples").locator("li");
        int before = samples.count();
        lab.at("sample-prompt").fill(prompt);
        lab.at("sample").click();
        lab.page().waitForCondition(() -> samples.count() > before);
        assertThat(samples.first()).hasAttribute("data-complete", "true");
        return samples.first();
    }
}
