package microgpt.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The page as a reader uses it, in a browser of its own; remembers what the page complained of and asked the network for. */
final class Lab implements AutoCloseable {
    private final BrowserContext context;
    private Page page;
    private String site;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final Set<String> foreign = new LinkedHashSet<>();
    private final Set<String> requests = new LinkedHashSet<>();
    private final Set<String> standIns = new LinkedHashSet<>();

    Lab(Browser browser, String site) {
        this.site = site;
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        context.onRequest(this::note);
        page = newTab();
    }

    private Page newTab() {
        Page tab = context.newPage();
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
            }
        });
        tab.onPageError(error -> complaints.add("uncaught: " + error));
        return tab;
    }

    /** Ends the tab in the middle of whatever it does, without asking it; there is an empty one of the same browser afterwards. */
    Lab killTab() {
        page.close();
        page = newTab();
        return this;
    }

    Page page() {
        return page;
    }

    String site() {
        return site;
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    /** Opens the page with a recipe, {@code ""} for none, and waits until it says that it is not loading any more. */
    Lab open(String recipe) {
        visit(recipe);
        assertThat(at("status")).not().hasAttribute("data-mood", "loading");
        return this;
    }

    /** The same, as fast as the machine can. */
    Lab openFlatOut(String recipe) {
        open(recipe);
        at("speed").fill("100");
        return this;
    }

    /** Opens the page and waits for nothing but its own load event. */
    Lab visit(String recipe) {
        page.navigate(site + (recipe.isEmpty() ? "" : "#v=4&" + recipe));
        return this;
    }

    /** Opens the page with a recipe, at rest at position 0. */
    Lab openAtRest(String recipe) {
        reducedMotion();
        open(recipe);
        return waitForRest();
    }

    /** Opens the page of another host of the same site. */
    Lab from(StaticSite host) {
        site = host.url();
        return this;
    }

    Lab reducedMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return this;
    }

    Lab colors(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return this;
    }

    Lab width(int pixels) {
        page.setViewportSize(pixels, 900);
        return this;
    }

    Lab play() {
        at("play").click();
        assertThat(at("play")).containsText("Pause");
        return this;
    }

    Lab pause() {
        at("play").click();
        return waitForPause();
    }

    Lab waitForPause() {
        assertThat(at("play")).containsText("Play");
        assertThat(at("status")).hasAttribute("data-mood", "paused");
        return this;
    }

    /** Waits until a run stands ready at position 0. */
    Lab waitForRest() {
        assertThat(at("play")).isEnabled();
        assertThat(at("status")).hasAttribute("data-mood", "waiting");
        return this;
    }

    Lab waitForEnd() {
        return until("document.querySelector('[data-testid=status]')?.dataset.mood === 'finished'");
    }

    /** Waits until an expression of JavaScript holds; the page looks by itself, which costs much less than to ask it again and again. */
    Lab until(String expression) {
        page.waitForFunction(expression);
        return this;
    }

    /** One step, waited for. */
    Lab step() {
        long before = position();
        at("step").click();
        return waitForPosition(before + 1);
    }

    /** The exact number of bytes read, as the page last heard. */
    long position() {
        return Long.parseLong(at("position").getAttribute("data-position"));
    }

    Lab waitForPosition(long atLeast) {
        return until("Number(document.querySelector('[data-testid=position]')?.dataset.position) >= " + atLeast);
    }

    /** The bits per byte of the whole run with all their digits. */
    String wholeBits() {
        return settled("bits-whole").getAttribute("data-value");
    }

    /** A figure, once it is that of the place that the page says the stream has reached: each panel is drawn in its own time. */
    Locator settled(String testId) {
        until("document.querySelector('[data-testid=" + testId + "]')?.dataset.position"
                + " === document.querySelector('[data-testid=position]')?.dataset.position");
        return at(testId);
    }

    /** Answers requests for an address instead of the network; nothing else may leave this machine. */
    Lab standIn(String address, Consumer<Route> answer) {
        standIns.add(address);
        context.route(address, answer);
        return this;
    }

    /** Announces a complaint that the test provokes: part of its text. */
    Lab expectComplaint(String part) {
        expected.add(part);
        return this;
    }

    /** Every address asked for so far. */
    Set<String> requests() {
        return requests;
    }

    /** Accepts any complaint: for tests that break the page on purpose. */
    Lab expectComplaints() {
        return expectComplaint("");
    }

    /** The page complained of nothing unexpected, and asked nobody but its own host. */
    void assertQuiet() {
        List<String> unexpected = complaints.stream()
                .filter(complaint -> expected.stream().noneMatch(complaint::contains))
                .toList();
        assertEquals(List.of(), unexpected, "complaints of the page");
        assertEquals(Set.of(), foreign, "requests to other hosts");
    }

    /** Nobody is kept out of the page as it stands, as far as a machine can tell. */
    void assertNoSeriousBarriers() {
        List<String> barriers = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), barriers);
    }

    /** The elements that reach beyond the right edge of the window. */
    Object tooWide() {
        return page.evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth ? [] :
                  [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll'))
                    .map(e => e.tagName + '#' + e.id + '.' + e.className)""");
    }

    /** Nothing is wider than the page, once the canvases, which follow a change of its width when they are drawn next, fit. */
    void assertNothingIsTooWide() {
        try {
            page.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
        } catch (TimeoutError e) {
            assertEquals(List.of(), tooWide());
            throw e;
        }
    }

    /** Opens every panel that can be opened, and waits until what is in them is drawn. */
    Lab openAllPanels() {
        page.evaluate("() => document.querySelectorAll('details').forEach(panel => { panel.open = true; })");
        // what the panels ask the worker for is there one report later
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return this;
    }

    /** Leaves a picture, the document and the complaints behind for whoever looks into a failure. */
    void keepEvidence(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".log"), complaints);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        Files.writeString(folder.resolve(name + ".html"), page.content());
    }

    @Override
    public void close() {
        context.close();
    }

    private void note(Request request) {
        String address = request.url();
        requests.add(address);
        boolean local = Pattern.matches("(blob|data):.*", address)
                || "localhost".equals(URI.create(address).getHost());
        if (!local && !standIns.contains(address)) {
            foreign.add(address);
        }
    }
}
