package microgpt.e2e;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmark page in headless Chromium, adds what only an inspector sees, prints all of it as tables in Markdown, and
 * keeps it as JSON: {@code Bench SITE JSON}.
 */
public final class Bench {
    private static final int PATIENCE_MILLIS = 900_000;

    /** Work whose garbage is measured, and how often it is repeated for that. */
    private record Repeated(String recipe, int times) {}

    private static final List<Repeated> REPEATED = List.of(
            new Repeated("online.tiny", 1000),
            new Repeated("online.small", 200),
            new Repeated("microgpt-names", 1000),
            new Repeated("byte-tinygpt-v0", 2));

    private Bench() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (StaticSite site = Serve.serve(Path.of(args[0]), StaticSite.ANY_PORT);
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = new Chromium(System.getenv()).launch(playwright)) {
            Page page = browser.newPage();
            JsonArray figures = figuresOf(page, site.url());
            List<String> meaning =
                    page.getByTestId("bench-meaning").locator("li").allTextContents();
            addGarbage(figures, page, site.url());
            print("### Measured in " + browser.browserType().name() + " " + browser.version() + "\n");
            BenchTables.of(figures).forEach(Bench::print);
            print("- A garbage figure is the bytes that one step leaves for the garbage collector.");
            meaning.forEach(line -> print("- " + line));
            Path json = Path.of(args[1]);
            Files.writeString(
                    json,
                    new GsonBuilder()
                            .serializeNulls()
                            .setPrettyPrinting()
                            .create()
                            .toJson(figures));
            print("\nwritten to " + json);
        }
    }

    private static JsonArray figuresOf(Page page, String site) {
        page.navigate(site + "bench.html");
        page.waitForSelector("[data-done]", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
        String outcome = page.getByTestId("bench-status").textContent();
        if (!outcome.equals("Done.")) {
            throw new IllegalStateException(outcome);
        }
        String json = page.getByTestId("bench-json").textContent();
        return JsonParser.parseString(json).getAsJsonArray();
    }

    private static void addGarbage(JsonArray figures, Page page, String site) {
        page.navigate(site + "icon.svg"); // a page without a policy that would keep the program out
        BenchModule bench = new BenchModule(page, site);
        for (Repeated work : REPEATED) {
            for (String backend : List.of("simd", "java")) {
                bench.prepare(work.recipe(), backend);
                figures.add(garbage(work, backend, bench.garbage(work.times())));
            }
        }
    }

    private static JsonObject garbage(Repeated work, String backend, double bytes) {
        JsonObject figure = new JsonObject();
        figure.addProperty("name", work.recipe() + " step");
        figure.addProperty("unit", "bytes of garbage");
        figure.addProperty("value", Math.round(bytes));
        figure.addProperty("backend", backend);
        figure.add("percent_of_peak", JsonNull.INSTANCE);
        return figure;
    }

    @SuppressWarnings("SystemOut") // a command line's output
    private static void print(String line) {
        System.out.println(line);
    }
}
