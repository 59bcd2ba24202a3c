package microgpt.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A Chromium to test with: the one that the environment names, else one that is installed, else Playwright's own, else
 * (on Debian, as root) the distribution's.
 */
final class Chromium {
    private static final Path TURN = Path.of("target", "chromium.lock");
    private static final List<String> VARIABLES = List.of("MICROGPT_CHROMIUM", "CHROME_BIN");
    private static final List<String> COMMANDS = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");

    /** Quiet on a closed network, and no surprises from machine to machine. */
    private static final List<String> FLAGS = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic",
            "--disable-gpu");

    private final Map<String, String> environment;
    private final List<String> tried = new ArrayList<>();

    Chromium(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Starts the first browser that works, getting one if there is none. Of several processes one gets it for all. */
    Browser launch(Playwright playwright) {
        try {
            Files.createDirectories(TURN.getParent());
            try (FileChannel turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock(); // until the channel is closed
                return launchFirst(playwright);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Browser launchFirst(Playwright playwright) {
        Optional<Path> here = named().or(this::installed);
        if (here.isPresent()) {
            return launch(playwright, here.get());
        }
        Optional<String> refused = ChromiumInstall.byPlaywright();
        if (refused.isEmpty()) {
            try {
                return playwright.chromium().launch(options());
            } catch (PlaywrightException e) {
                refused = Optional.of("it does not start: " + e.getMessage());
            }
        }
        tried.add("Playwright's download: " + refused.get());
        ChromiumInstall.byApt().ifPresent(why -> tried.add("apt-get install chromium: " + why));
        return launch(playwright, installed().orElseThrow(this::noBrowser));
    }

    /** What the environment names; an error if it names what is not there. */
    Optional<Path> named() {
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                Path path = Path.of(value);
                if (!Files.isExecutable(path)) {
                    throw new IllegalStateException(variable + "=" + value + " must name a Chromium that exists");
                }
                return Optional.of(path);
            }
        }
        tried.add("the environment: none of " + VARIABLES + " is set");
        return Optional.empty();
    }

    /** The first browser at the usual places that says its version. */
    Optional<Path> installed() {
        List<Path> places = usualPlaces();
        Optional<Path> found = places.stream()
                .filter(Files::isExecutable)
                .filter(Chromium::answers)
                .findFirst();
        if (found.isEmpty()) {
            tried.add("installed browsers: none of " + COMMANDS + ", nor at the usual places of this system");
        }
        return found;
    }

    IllegalStateException noBrowser() {
        return new IllegalStateException("""
                The browser tests need a Chromium and found none. Tried:
                  - %s
                Install Chromium, Chrome or Edge, or set MICROGPT_CHROMIUM to the path of one.
                To run everything but the browser tests: ./mvnw verify -DskipBrowser=true""".formatted(String.join("\n  - ", tried)));
    }

    private List<Path> usualPlaces() {
        List<Path> places = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            COMMANDS.forEach(command -> places.add(Path.of(folder, command)));
        }
        for (String folder : List.of("/Applications", environment.getOrDefault("HOME", "") + "/Applications")) {
            places.add(Path.of(folder, "Chromium.app/Contents/MacOS/Chromium"));
            places.add(Path.of(folder, "Google Chrome.app/Contents/MacOS/Google Chrome"));
            places.add(Path.of(folder, "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"));
        }
        for (String variable : List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")) {
            String folder = environment.getOrDefault(variable, "");
            if (!folder.isEmpty()) {
                places.add(Path.of(folder, "Chromium", "Application", "chrome.exe"));
                places.add(Path.of(folder, "Google", "Chrome", "Application", "chrome.exe"));
                places.add(Path.of(folder, "Microsoft", "Edge", "Application", "msedge.exe"));
            }
        }
        return places;
    }

    /** Some distributions install a stand-in that only tells how to get the browser: a real one says its version. */
    private static boolean answers(Path browser) {
        boolean windows = System.getProperty("os.name", "")
                .toLowerCase(Locale.ROOT)
                .contains("windows"); // opens a window instead
        return windows
                || ChromiumInstall.run(List.of(browser.toString(), "--version"), 30)
                        .isEmpty();
    }

    private static Browser launch(Playwright playwright, Path browser) {
        return playwright.chromium().launch(options().setExecutablePath(browser));
    }

    private static LaunchOptions options() {
        List<String> flags = new ArrayList<>(FLAGS);
        if (ChromiumInstall.isRoot()) {
            flags.add("--no-sandbox"); // Chromium refuses to run as root with it
        }
        return new LaunchOptions().setHeadless(true).setArgs(flags);
    }
}
