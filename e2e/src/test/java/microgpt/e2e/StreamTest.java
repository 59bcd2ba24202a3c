package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Streams of the reader's own: pasted, from a file, typed, from the web. */
@ExtendWith(LabExtension.class)
final class StreamTest {
    private static final String STORIES =
            "https://huggingface.co/datasets/roneneldan/TinyStories/resolve/main/TinyStories-valid.txt";
    private static final Map<String, String> CROSS_ORIGIN = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "Content-Type", "text/plain; charset=utf-8");

    @Test
    void aPastedTextIsReadToItsEndAndNotPutIntoTheLink(Lab lab) {
        String text = "A secret of mine, told over and over. ".repeat(20);
        choose(lab.openAtRest(""), "paste");
        lab.at("paste-read").click();
        assertThat(lab.at("source-error")).containsText(Pattern.compile("empty|nothing", Pattern.CASE_INSENSITIVE));
        lab.at("paste").fill("x");
        lab.at("paste-read").click();
        finish(lab, 1);
        lab.at("paste").fill(text);
        lab.at("paste-read").click();
        finish(lab, text.length());
        assertTrue(!lab.page().url().contains("secret"), lab.page().url());
    }

    @Test
    void aFileIsReadThoughItIsNoTextAndWhenItIsDropped(Lab lab) {
        byte[] bytes = {0, (byte) 0xff, (byte) 0xc3, (byte) 0x28, 7, '\n', (byte) 0x80, (byte) 0xfe};
        choose(lab.openAtRest(""), "file");
        lab.at("file").setInputFiles(new FilePayload("bytes.bin", "application/octet-stream", bytes));
        finish(lab, bytes.length);
        lab.at("drop").evaluate("""
                place => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File(['dropped, read, learned'], 'drop.txt'));
                  place.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
                }""");
        finish(lab, "dropped, read, learned".length());
    }

    @Test
    void noMoreIsReadFromTheWebThanTheReaderAllows(Lab lab) {
        choose(lab.openAtRest("preset=online.tiny"), "url");
        lab.at("speed").fill("100");
        for (String wrong : List.of("0", "-1")) {
            lab.at("url-limit").fill(wrong);
            lab.at("url-read").click();
            assertThat(lab.at("url-limit-error")).containsText(wrong);
            assertThat(lab.at("url-limit")).hasAttribute("aria-invalid", "true");
        }
        lab.at("url-limit").fill("0.01");
        lab.standIn(STORIES, route -> answer(route, 200, "a line of a long text\n".repeat(2_000)));
        lab.at("url").fill(STORIES);
        lab.at("url-read").click();
        finish(lab, 10_000);
    }

    /** Handed over as a path: the driver would otherwise push ten megabytes through the page's main thread itself. */
    @Test
    void tenMegabytesNeitherStallThePageNorTheWorker(Lab lab, @TempDir Path folder) throws IOException {
        byte[] bytes = new byte[10_000_000];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("big.bin"), bytes);
        choose(lab.openAtRest(""), "file");
        ResponseTest.observeTasks(lab);
        lab.at("file").setInputFiles(file);
        lab.waitForPosition(1_000);
        assertThat(lab.at("loading")).isHidden();
        double longest = ResponseTest.longest(lab);
        Figures.print("longest task of the page while it takes 10 MB in", longest + " ms");
        // none at all on a machine of one's own; a busy one stretches every task, but a stall would take seconds
        assertTrue(longest < 500, "longest task: " + longest + " ms");
    }

    @Test
    void keysAreLearnedAsTheyAreTyped(Lab lab) {
        choose(lab.openAtRest(""), "typed");
        lab.at("typed-begin").click();
        assertThat(lab.at("typed")).isEnabled();
        lab.at("typed").pressSequentially("abcabcabc");
        lab.waitForPosition(9);
        assertEquals(9, lab.position());
        lab.at("typed").pressSequentially("é");
        lab.waitForPosition(11);
        assertThat(lab.at("status")).containsText("typed 11 bytes");
        assertThat(lab.at("next-byte").locator("li")).not().hasCount(0);
    }

    @Test
    void storiesComeFromTheWebAndItsServerLearnsNothingOfThePage(Lab lab) {
        String stories = "Once upon a time there was a little cat.\n<|endoftext|>\n".repeat(40);
        List<Map<String, String>> headers = new ArrayList<>();
        fetch(lab, route -> {
            headers.add(route.request().allHeaders());
            answer(route, 200, stories);
        });
        finish(lab, stories.length());
        assertEquals(1, headers.size());
        assertFalse(headers.get(0).containsKey("referer"), headers.toString());
        assertFalse(headers.get(0).containsKey("cookie"), headers.toString());
    }

    @Test
    void aServerThatSendsOnToAnotherIsNotFollowed(Lab lab) {
        String address = "https://texts.example/a.txt";
        String other = lab.site() + "names.txt";
        lab.standIn(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(302)
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Location", other))));
        choose(lab.openAtRest(""), "url");
        lab.at("url").fill(address);
        lab.at("url-read").click();
        assertThat(lab.at("source-error")).containsText("sends on to another one");
        assertFalse(lab.requests().contains(other));
    }

    @Test
    void whatCannotBeHadIsSaidBesideItsFieldAndTheRunStays(Lab lab) {
        lab.expectComplaint("404").expectComplaint("net::ERR");
        lab.standIn(STORIES, route -> answer(route, 404, "not found"));
        lab.openAtRest("").step();
        assertThat(lab.at("sample-grid").locator(".text").first()).not().isEmpty(); // which moves all below it
        choose(lab, "url");
        long before = lab.position();
        String link = lab.page().url();
        lab.at("url-read").click();
        assertThat(lab.at("source-error")).containsText("404");
        fetchAgain(
                lab,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(Map.of(
                                "Access-Control-Allow-Origin", "*",
                                "Cross-Origin-Resource-Policy", "cross-origin",
                                "Content-Type", "text/html"))
                        .setBody("<!doctype html><title>Sign in</title>")));
        assertThat(lab.at("source-error")).containsText("HTML");
        fetchAgain(lab, route -> answer(route, 200, ""));
        assertThat(lab.at("source-error")).containsText("no bytes");
        fetchAgain(lab, Route::abort);
        assertThat(lab.at("source-error")).containsText(Pattern.compile("connection|offline|network|CORS"));
        assertThat(lab.at("source-error")).isInViewport();
        assertThat(lab.at("banner")).isHidden();
        assertThat(lab.at("loading")).isHidden();
        assertEquals(before, lab.position());
        assertEquals(link, lab.page().url());
        lab.step();
        assertTrue(lab.position() > before, "the run goes on");
        readThePlan(lab);
    }

    @Test
    void aLoadCanBeCancelled(Lab lab) {
        fetch(lab.expectComplaints(), route -> {}); // an answer that never comes
        assertThat(lab.at("loading-text")).containsText("Waiting for the server");
        lab.at("loading-cancel").click();
        assertThat(lab.at("loading")).isHidden();
        readThePlan(lab);
    }

    private static void readThePlan(Lab lab) {
        lab.at("source-plan").check();
        lab.at("plan-read").click();
        lab.waitForPosition(1);
        assertThat(lab.at("source-error")).isEmpty();
    }

    private static void choose(Lab lab, String source) {
        lab.at("source-panel").locator("summary").click();
        lab.at("source-" + source).check();
    }

    private static void fetch(Lab lab, Consumer<Route> answer) {
        lab.standIn(STORIES, answer);
        choose(lab.openAtRest(""), "url");
        assertThat(lab.at("url")).hasValue(STORIES);
        lab.at("url-read").click();
    }

    private static void fetchAgain(Lab lab, Consumer<Route> answer) {
        lab.page().context().unroute(STORIES);
        lab.standIn(STORIES, answer);
        lab.at("url-read").click();
    }

    private static void answer(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setHeaders(CROSS_ORIGIN)
                .setBodyBytes(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A stream that the reader has chosen begins by itself. */
    private static void finish(Lab lab, long bytes) {
        lab.waitForEnd();
        assertThat(lab.at("position")).hasAttribute("data-position", Long.toString(bytes));
        assertThat(lab.at("banner")).isHidden();
    }
}
