package microgpt.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Chromium to test with: the one that the environment names, else one that is installed, else Playwright's own, else
 * (on Debian, as root, where that is allowed) the distribution's.
 */
final class Chromium {
    private static final List<String> VARIABLES = List.of("MICROGPT_CHROMIUM", "CHROME_BIN");

    /** The one without windows needs a third less of a processor than the others. */
    private static final List<String> COMMANDS = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "microsoft-edge");

    private static final List<String> BUNDLES = List.of(
            "Chromium.app/Contents/MacOS/Chromium",
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge");

    private static final List<String> PROGRAMS = List.of(
            "Chromium/Application/chrome.exe",
            "Google/Chrome/Application/chrome.exe",
            "Microsoft/Edge/Application/msedge.exe");

    private static final List<String> PACKAGES = List.of("chromium-headless-shell", "chromium");

    /**
     * The pages that Chromium loads for its address bar with each window cost as much as the page under test. The list takes
     * the place of Playwright's own, of which it repeats what a test could notice.
     */
    private static final List<String> DISABLED_FEATURES = List.of(
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "AvoidCorsURLLoaderRestartOnRedirect",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "DestroyProfileOnBrowserClose",
            "HttpsUpgrades",
            "MediaRouter",
            "OptimizationHints",
            "PaintHolding");

    /** Quiet on a closed network, and no surprises from machine to machine. */
    private static final List<String> FLAGS = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic",
            "--disable-gpu",
            "--disable-features=" + String.join(",", DISABLED_FEATURES));

    private final Map<String, String> environment;
    private final BrowserSearch search;
    private final List<String> tried = new ArrayList<>();

    Chromium(Map<String, String> environment) {
        this.environment = environment;
        search = new BrowserSearch(environment, VARIABLES, COMMANDS, BUNDLES, PROGRAMS);
    }

    /** Starts the first browser that works, getting one if there is none. Of several processes one gets it for all. */
    Browser launch(Playwright playwright) {
        return BrowserInstall.inTurn(() -> launchFirst(playwright));
    }

    private Browser launchFirst(Playwright playwright) {
        Optional<Path> here = named().or(this::installed);
        if (here.isPresent()) {
            return launch(playwright, here.get());
        }
        Optional<String> refused = BrowserInstall.byPlaywright();
        if (refused.isEmpty()) {
            try {
                return playwright.chromium().launch(options());
            } catch (PlaywrightException e) {
                refused = Optional.of("it does not start: " + e.getMessage());
            }
        }
        tried.add("Playwright's download: " + refused.get());
        BrowserInstall.byApt(environment, PACKAGES)
                .ifPresent(why -> tried.add("apt-get install " + PACKAGES.get(0) + ": " + why));
        return launch(playwright, installed().orElseThrow(this::noBrowser));
    }

    /** What the environment names; an error if it names what is not there. */
    Optional<Path> named() {
        Optional<Path> named = search.named();
        if (named.isEmpty()) {
            tried.add("the environment: none of " + VARIABLES + " is set");
        }
        return named;
    }

    /** The first browser at the usual places that says its version. */
    Optional<Path> installed() {
        Optional<Path> found = search.installed();
        if (found.isEmpty()) {
            tried.add("installed browsers: none of " + COMMANDS + ", nor at the usual places of this system");
        }
        return found;
    }

    IllegalStateException noBrowser() {
        return new IllegalStateException("""
                The browser tests need a Chromium and found none. Tried:
                  - %s
                Install Chromium, Chrome or Edge, or set MICROGPT_CHROMIUM to the path of one. On Debian, as root:
                  %s
                To let the build do that, as root: ./mvnw verify -D%s
                To run everything but the browser tests: ./mvnw verify -DskipBrowser=true""".formatted(
                        String.join("\n  - ", tried), BrowserInstall.line(PACKAGES.get(0)), BrowserInstall.SWITCH));
    }

    private static Browser launch(Playwright playwright, Path browser) {
        return playwright.chromium().launch(options().setExecutablePath(browser));
    }

    private static LaunchOptions options() {
        List<String> flags = new ArrayList<>(FLAGS);
        if (BrowserInstall.isRoot()) {
            flags.add("--no-sandbox"); // Chromium refuses to run as root with it
        }
        return new LaunchOptions().setHeadless(true).setArgs(flags);
    }
}
