package microgpt.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The two ways to get a Chromium onto this machine; each answers with why it failed, or with nothing. */
final class ChromiumInstall {
    private static final int DOWNLOAD_SECONDS = 300;
    private static final int APT_SECONDS = 600;
    private static final Path LOG = Path.of("target", "chromium.log");

    private ChromiumInstall() {}

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

    static Optional<String> byApt() {
        if (!Files.exists(Path.of("/etc/debian_version"))) {
            return Optional.of("only on Debian");
        }
        if (!isRoot()) {
            return Optional.of("only as root");
        }
        announce("No Chromium yet: installing Debian's");
        return run(List.of("apt-get", "update"), APT_SECONDS)
                .or(() -> run(List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium"), APT_SECONDS));
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
