package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of Firefox; remembers what its pages complained of. */
final class FirefoxTab implements AutoCloseable {
    /** Looks until what a function returns is true: a machine busy with other things is no failure of the page. */
    private static final String WAIT = """
            () => new Promise((done, fail) => {
              const end = performance.now() + 90000;
              const look = () => {
                if ((%1$s)()) done(true);
                else if (performance.now() > end) fail(new Error('never: ' + %2$s));
                else setTimeout(look, 20);
              };
              look();
            })""";

    /** Milliseconds that a timer of 20 ms takes: the lesser of two. */
    private static final String TIMER = """
            () => new Promise(done => {
              const rung = [performance.now()];
              const ring = () => {
                rung.push(performance.now());
                if (rung.length < 3) setTimeout(ring, 20);
                else done(Math.min(...rung.slice(1).map((at, i) => at - rung[i])));
              };
              setTimeout(ring, 20);
            })""";

    /** What a timer of 20 ms may take where the browser does not hold it back: one that is takes a second. */
    private static final double MOST_MILLIS_IN_SIGHT = 500;

    private final BiDi browser;
    private final String context;
    private final List<String> inFront = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    FirefoxTab(BiDi browser) {
        this.browser = browser;
        context = create(browser);
        browser.listen(this::hear);
    }

    private static String create(BiDi browser) {
        return browser.call(
                        "browsingContext.create",
                        JsonObject.builder().value("type", "tab").done())
                .getString("context");
    }

    private void hear(JsonObject event) {
        JsonObject entry = event.getObject("params");
        boolean mine =
                context.equals(entry.getObject("source", new JsonObject()).getString("context"));
        if (event.getString("method", "").equals("log.entryAdded")
                && mine
                && entry.getString("level", "").equals("error")) {
            complaints.add(entry.getString("text"));
        }
    }

    /** Loads a page, and waits for its load event. */
    FirefoxTab navigate(String url) {
        browser.call(
                "browsingContext.navigate",
                JsonObject.builder()
                        .value("context", context)
                        .value("url", url)
                        .value("wait", "complete")
                        .done());
        return this;
    }

    /** What a function of JavaScript returns for an argument, as JSON carries both. */
    Object call(String function, Object argument) {
        String expression =
                "(async () => JSON.stringify([await (" + function + ")(" + JsonWriter.string(argument) + ")]))()";
        JsonObject answer = browser.call(
                "script.evaluate",
                JsonObject.builder()
                        .value("expression", expression)
                        .object("target")
                        .value("context", context)
                        .end()
                        .value("awaitPromise", true)
                        .done());
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.getObject("exceptionDetails").getString("text"));
        }
        try {
            String json = answer.getObject("result").getString("value");
            return JsonParser.array().from(json).get(0);
        } catch (JsonParserException e) {
            throw new IllegalStateException(answer.toString(), e);
        }
    }

    /** Waits until an expression of JavaScript holds. */
    FirefoxTab until(String expression) {
        call(WAIT.formatted("() => " + expression, JsonWriter.string(expression)), List.of());
        return this;
    }

    FirefoxTab click(String testId) {
        until(element(testId) + "?.disabled === false");
        call("id => document.querySelector(`[data-testid=${id}]`).click()", testId);
        return this;
    }

    /** What {@code property} of an element says, {@code textContent} or {@code dataset.value}. */
    String read(String testId, String property) {
        return String.valueOf(call("() => " + element(testId) + "." + property, List.of()));
    }

    /** Puts another tab in front of this one, as a reader does. */
    FirefoxTab hide() {
        String other = create(browser);
        inFront.add(other);
        activate(other);
        until("document.visibilityState === 'hidden'");
        return assertHeldBack();
    }

    /** The page is out of sight, and the browser holds its timers back. */
    FirefoxTab assertHeldBack() {
        assertEquals("hidden", call("() => document.visibilityState", List.of()));
        double millis = ((Number) call(TIMER, List.of())).doubleValue();
        assertTrue(millis > MOST_MILLIS_IN_SIGHT, "a timer of 20 ms takes " + millis + " ms");
        return this;
    }

    /** Brings this tab to the front again. */
    FirefoxTab show() {
        activate(context);
        return until("document.visibilityState === 'visible'");
    }

    private void activate(String tab) {
        browser.call(
                "browsingContext.activate",
                JsonObject.builder().value("context", tab).done());
    }

    static String element(String testId) {
        return "document.querySelector('[data-testid=" + testId + "]')";
    }

    void assertQuiet() {
        assertEquals(List.of(), complaints, "complaints of the page");
    }

    @Override
    public void close() {
        close(context);
        inFront.forEach(this::close);
    }

    private void close(String tab) {
        browser.call(
                "browsingContext.close",
                JsonObject.builder().value("context", tab).done());
    }
}
