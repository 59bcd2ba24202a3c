package microgpt.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The two ways to get a browser onto this machine; each answers with why it failed, or with nothing. */
final class BrowserInstall {
    /** The switch that lets a build install packages, {@code -Dinstall-browser}; a build for CI may do so anyway. */
    static final String SWITCH = "install-browser";

    private static final int DOWNLOAD_SECONDS = 300;
    private static final int APT_SECONDS = 600;
    private static final List<String> APT = List.of("apt-get", "install", "-y", "--no-install-recommends");
    private static final Path TURN = Path.of("target", "browser.lock");
    private static final Path LOG = Path.of("target", "browser.log");

    private BrowserInstall() {}

    /** Downloads the Chromium that belongs to Playwright into Playwright's own folder. */
    static Optional<String> byPlaywright() {
        announce("No Chromium is installed: fetching Playwright's");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = System.getProperty("java.class.path");
        return run(
                List.of(
                        java.toString(),
                        "-cp",
                        classes,
                        "com.microsoft.playwright.CLI",
                        "install",
                        "--only-shell",
                        "chromium"),
                DOWNLOAD_SECONDS);
    }

    /** Installs the distribution's package, or the next where there is no such package. */
    static Optional<String> byApt(Map<String, String> environment, List<String> packages) {
        if (!isAllowed(environment, System.getProperty(SWITCH, "false"))) {
            return Optional.of("only in CI, or with -D" + SWITCH);
        }
        if (!Files.exists(Path.of("/etc/debian_version"))) {
            return Optional.of("only on Debian");
        }
        if (!isRoot()) {
            return Optional.of("only as root");
        }
        Optional<String> refused = run(List.of("apt-get", "update"), APT_SECONDS);
        if (refused.isPresent()) {
            return refused;
        }
        for (String name : packages) {
            announce("Installing Debian's " + name);
            List<String> command = new ArrayList<>(APT);
            command.add(name);
            refused = run(command, APT_SECONDS);
            if (refused.isEmpty()) {
                return refused;
            }
        }
        return refused;
    }

    /** What to type, on Debian and as root, to the same end. */
    static String line(String name) {
        return "apt-get update && " + String.join(" ", APT) + " " + name;
    }

    static boolean isAllowed(Map<String, String> environment, String asked) {
        return "true".equals(environment.get("CI")) || !"false".equals(asked);
    }

    /** Does what only one of several test processes may do at a time. */
    static <T> T inTurn(Supplier<T> work) {
        try {
            Files.createDirectories(TURN.getParent());
            try (FileChannel turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock(); // until the channel is closed
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Runs a command to its end, its output in {@link #LOG}: this process's own output belongs to the test runner. */
    static Optional<String> run(List<String> command, int seconds) {
        try {
            Files.createDirectories(LOG.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Optional.of("no end after " + seconds + " seconds, see e2e/" + LOG);
            }
            int status = process.exitValue();
            return status == 0 ? Optional.empty() : Optional.of("exit status " + status + ", see e2e/" + LOG);
        } catch (IOException e) {
            return Optional.of(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @SuppressWarnings("SystemOut") // a wait of minutes is better explained
    private static void announce(String what) {
        System.out.println(what + " (log: e2e/" + LOG + ")");
    }
}
