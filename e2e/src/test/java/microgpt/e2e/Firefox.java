package microgpt.e2e;

import com.grack.nanojson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Firefox in a process of its own, with an empty profile, which obeys WebDriver BiDi. */
final class Firefox implements AutoCloseable {
    /** What its package is called on Debian. */
    static final String PACKAGE = "firefox-esr";

    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final Path PROFILES = Path.of("target", "firefox").toAbsolutePath();

    private final Process process;
    private final BiDi browser;

    private Firefox(Process process, URI address) {
        this.process = process;
        browser = BiDi.connect(address);
        browser.call("session.new", new JsonObject(Map.of("capabilities", new JsonObject())));
        browser.call(
                "session.subscribe",
                JsonObject.builder()
                        .array("events")
                        .value("log.entryAdded")
                        .end()
                        .done());
    }

    /** The one that the environment names, else one that is installed, else Debian's where it may be installed. */
    static Optional<Path> find(Map<String, String> environment) {
        BrowserSearch search = new BrowserSearch(
                environment,
                List.of("MICROGPT_FIREFOX"),
                List.of("firefox-esr", "firefox"),
                List.of("Firefox.app/Contents/MacOS/firefox"),
                List.of("Mozilla Firefox/firefox.exe"));
        return BrowserInstall.inTurn(() -> search.named().or(search::installed).or(() -> {
            boolean installed =
                    BrowserInstall.byApt(environment, List.of(PACKAGE)).isEmpty();
            return installed ? search.installed() : Optional.empty();
        }));
    }

    static Firefox start(Path program) {
        try {
            Path profile = Files.createTempDirectory(Files.createDirectories(PROFILES), "profile");
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless",
                            "--no-remote",
                            "--profile",
                            profile.toString(),
                            "--remote-debugging-port",
                            "0")
                    .redirectErrorStream(true)
                    .start();
            return new Firefox(process, address(process.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as it says; what it says later is read too, so that it is never held up. */
    private static URI address(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread reader = new Thread(() -> output.lines().forEach(rest -> {}), "firefox");
                reader.setDaemon(true);
                reader.start();
                return URI.create(listening.group(1) + "/session");
            }
            said.append(line).append('\n');
        }
        throw new IOException("Firefox ended before it listened:\n" + said);
    }

    FirefoxTab open() {
        return new FirefoxTab(browser);
    }

    @Override
    public void close() {
        browser.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
