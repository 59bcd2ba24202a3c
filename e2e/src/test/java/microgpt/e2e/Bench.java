package microgpt.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the benchmark page in headless Chromium, prints its table and keeps its JSON: {@code Bench SITE JSON}. */
public final class Bench {
    private static final int PATIENCE_MILLIS = 600_000;

    private Bench() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (StaticSite site = Serve.serve(Path.of(args[0]), StaticSite.ANY_PORT);
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = new Chromium(System.getenv()).launch(playwright)) {
            Page page = browser.newPage();
            page.navigate(site.url() + "bench.html");
            page.waitForSelector("[data-done]", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
            String outcome = page.getByTestId("bench-status").textContent();
            if (!outcome.equals("Done.")) {
                throw new IllegalStateException(outcome);
            }
            page.locator("tr").all().forEach(Bench::print);
            Path json = Path.of(args[1]);
            Files.writeString(json, page.getByTestId("bench-json").textContent());
            print(List.of("written to " + json));
        }
    }

    private static void print(Locator row) {
        print(row.locator("th, td").allTextContents());
    }

    @SuppressWarnings("SystemOut") // a command line's output
    private static void print(List<String> cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        System.out.println(line);
    }
}
