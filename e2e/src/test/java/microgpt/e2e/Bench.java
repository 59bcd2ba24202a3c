package microgpt.e2e;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
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
 * Runs the benchmark page in headless Chromium, adds what only an inspector sees, prints all of it as a table in Markdown, and
 * keeps it as JSON: {@code Bench SITE JSON}.
 */
public final class Bench {
    private static final int PATIENCE_MILLIS = 900_000;

    /** Work whose garbage is measured, and how often it is repeated for that. */
    private record Repeated(String workload, String kind, int times) {}

    private static final List<Repeated> REPEATED = List.of(
            new Repeated("online.tiny", "step", 1000),
            new Repeated("online.tiny", "stream", 1000),
            new Repeated("online.small", "step", 300),
            new Repeated("online.small", "stream", 300),
            new Repeated("microgpt-names", "step", 1000),
            new Repeated("byte-tinygpt-v0", "step", 5));

    private Bench() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (StaticSite site = Serve.serve(Path.of(args[0]), StaticSite.ANY_PORT);
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = new Chromium(System.getenv()).launch(playwright)) {
            Page page = browser.newPage();
            JsonArray figures = figuresOf(page, site.url());
            print("### Measured in " + browser.browserType().name() + " " + browser.version() + "\n");
            print(table(figures));
            print("- A garbage figure is the bytes that one repetition leaves for the garbage collector.");
            page.getByTestId("bench-meaning").locator("li").allTextContents().forEach(line -> print("- " + line));
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
        JsonArray figures = JsonParser.parseString(json).getAsJsonArray();
        BenchModule bench = new BenchModule(page, site);
        for (Repeated work : REPEATED) {
            for (String backend : List.of("simd", "java")) {
                bench.prepare(work.workload(), work.kind(), backend);
                figures.add(garbage(work, backend, bench.garbage(work.times())));
            }
        }
        return figures;
    }

    private static JsonObject garbage(Repeated work, String backend, double bytes) {
        JsonObject figure = new JsonObject();
        figure.addProperty("name", work.workload() + " " + work.kind());
        figure.addProperty("unit", "bytes of garbage");
        figure.addProperty("value", Math.round(bytes));
        figure.addProperty("backend", backend);
        figure.add("percent_of_peak", JsonNull.INSTANCE);
        return figure;
    }

    private static String table(JsonArray figures) {
        StringBuilder table = new StringBuilder("| what | figure | unit | back end | percent of peak |\n");
        table.append("| --- | ---: | --- | --- | ---: |\n");
        for (JsonElement element : figures) {
            JsonObject figure = element.getAsJsonObject();
            for (String key : List.of("name", "value", "unit", "backend", "percent_of_peak")) {
                JsonElement cell = figure.get(key);
                table.append("| ")
                        .append(cell.isJsonNull() ? "" : cell.getAsString())
                        .append(' ');
            }
            table.append("|\n");
        }
        return table.toString();
    }

    @SuppressWarnings("SystemOut") // a command line's output
    private static void print(String line) {
        System.out.println(line);
    }
}
