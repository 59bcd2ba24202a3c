package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader does with a run: talking to it, guessing against it. */
@ExtendWith(LabExtension.class)
final class PlayTest {
    @Test
    void aReaderTalksToARunAndGuessesAgainstIt(Lab lab) {
        lab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        lab.open("plan=phases.short").waitForPosition(600);
        assertThat(lab.at("guess")).isVisible();
        lab.pause();
        talk(lab);
        long position = lab.step().position();
        guess(lab);
        assertThat(lab.at("position")).hasAttribute("data-position", Long.toString(position));
        lab.at("guess-begin").click();
        assertThat(lab.at("guess-text").locator(".slot")).isVisible();
        lab.waitForPosition(position + 20); // the bytes of the last game are read before the next
        lab.play();
        assertThat(lab.at("guess-said")).containsText("read on");
    }

    private static void talk(Lab lab) {
        Locator field = lab.at("talk-field");
        field.pressSequentially("do rex");
        assertThat(lab.at("talk-readout")).containsText(Pattern.compile("^“x” cost [\\d.]+ bits.*All 6 bytes"));
        field.press("Backspace");
        assertThat(lab.at("talk-readout")).containsText(Pattern.compile("^“e” cost [\\d.]+ bits.*All 5 bytes"));
        assertThat(lab.at("talk-next").locator("li")).hasCount(6);
        lab.at("talk-answer").click();
        assertThat(lab.at("talk-readout")).containsText("All 85 bytes");
        assertTrue(field.inputValue().startsWith("do re"), field.inputValue());
        lab.at("talk-read").click();
        assertThat(lab.at("talk-readout")).containsText("It has read this text now");
    }

    private static void guess(Lab lab) {
        lab.at("guess-begin").click();
        Locator type = lab.at("guess-type");
        Locator squares = lab.at("guess-squares").locator("i");
        assertThat(type).isFocused();
        assertThat(lab.at("guess-keys").locator("button").first()).isVisible();
        lab.at("guess-keys").locator("button").first().click();
        lab.at("guess-sure").locator("button").first().click();
        assertThat(squares).hasCount(1);
        assertThat(lab.at("guess-result"))
                .containsText(Pattern.compile("^It was .*You: [\\d.]+ bits; the model: [\\d.]+ bits"));
        lab.assertNoSeriousBarriers();
        for (int played = 1; played < 20; played++) {
            assertThat(lab.at("guess-text").locator(".won, .lost")).hasCount(played);
            type.fill("o");
            type.press("Enter");
            assertThat(squares).hasCount(played + 1);
        }
        assertThat(lab.at("guess-verdict")).containsText("8 for a uniform prediction");
        lab.at("guess-share").click();
        assertThat(lab.at("guess-share")).hasText("Score and link copied");
        assertTrue(
                lab.page().evaluate("navigator.clipboard.readText()").toString().endsWith("plan=phases.short"));
    }
}
