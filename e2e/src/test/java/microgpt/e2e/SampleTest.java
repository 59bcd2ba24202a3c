package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts of the model's own. */
@ExtendWith(LabExtension.class)
final class SampleTest {
    @Test
    void theUntrainedSampleStaysForContrast(Lab lab) {
        lab.open("").waitForPosition(500);
        assertThat(lab.at("sample-first").locator(".text")).not().isEmpty();
        assertThat(lab.at("sample-first").locator(".stamp")).hasText("untrained (the mixture)");
    }

    @Test
    void samplingDoesNotStopTheRun(Lab lab) {
        lab.open("").waitForPosition(300);
        lab.at("sample-length").fill("60");
        Locator sample = ask(lab, "one ");
        long before = lab.position();
        assertThat(sample.locator(".text")).containsText("one ");
        assertThat(sample.locator(".stamp")).hasText(Pattern.compile("^[\\d,]+ bytes read \\(the mixture\\)$"));
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
        String second = ask(lab, "a").locator(".text").innerText();
        assertEquals(first, second);
        assertTrue(first.length() > 1, first);
    }

    @Test
    void everyControlOfSamplingCounts(Lab lab) {
        lab.openAtRest("").step().step();
        lab.at("sample-length").fill("10");
        String brief = text(lab);
        lab.at("sample-length").fill("40");
        String usual = text(lab);
        assertTrue(usual.startsWith(brief) && usual.length() > brief.length(), usual);
        lab.at("sample-seed").fill("2");
        String otherSeed = text(lab);
        assertNotEquals(usual, otherSeed);
        lab.at("sample-top-k").fill("1");
        String likeliest = text(lab);
        lab.at("sample-seed").fill("3");
        assertEquals(likeliest, text(lab), "one candidate leaves nothing to draw");
        lab.at("sample-top-k").fill("0");
        lab.at("sample-top-p").fill("0.01");
        assertEquals(likeliest, text(lab), "nor does a hundredth of the probability");
        lab.at("sample-top-p").fill("1");
        lab.at("sample-temperature").fill("0");
        assertEquals(likeliest, text(lab), "nor does temperature 0");
        lab.at("sample-temperature").fill("1.5");
        assertNotEquals(likeliest, text(lab));
    }

    private static String text(Lab lab) {
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

    /** A sample of the reader's own, complete; those that come by themselves are off. */
    private static Locator ask(Lab lab, String prompt) {
        lab.at("sample-form").locator("details").evaluate("more => { more.open = true; }");
        lab.at("sample-auto").uncheck();
        Locator samples = lab.at("samples").locator("li");
        int before = samples.count();
        lab.at("sample-prompt").fill(prompt);
        lab.at("sample").click();
        lab.page().waitForCondition(() -> samples.count() > before);
        assertThat(samples.first()).hasAttribute("data-complete", "true");
        return samples.first();
    }
}
