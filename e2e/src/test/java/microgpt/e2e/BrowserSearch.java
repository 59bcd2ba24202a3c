package microgpt.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a browser may be on this machine: variables of the environment that may name it, commands on the path, bundles
 * below the applications of macOS, and programs below the program folders of Windows.
 */
record BrowserSearch(
        Map<String, String> environment,
        List<String> variables,
        List<String> commands,
        List<String> bundles,
        List<String> programs) {
    private static final int VERSION_SECONDS = 30;

    /** What the environment names; an error if it names what is not there. */
    Optional<Path> named() {
        for (String variable : variables) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                Path path = Path.of(value);
                if (!Files.isExecutable(path)) {
                    throw new IllegalStateException(variable + "=" + value + " must name a browser that exists");
                }
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** The first browser at the usual places that says its version. */
    Optional<Path> installed() {
        return usualPlaces().stream()
                .filter(Files::isExecutable)
                .filter(BrowserSearch::answers)
                .findFirst();
    }

    private List<Path> usualPlaces() {
        List<Path> places = new ArrayList<>();
        String[] path = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
        for (String command : commands) { // the better one from the end of the path before the worse from its beginning
            for (String folder : path) {
                places.add(Path.of(folder, command));
            }
        }
        for (String folder : List.of("/Applications", environment.getOrDefault("HOME", "") + "/Applications")) {
            bundles.forEach(bundle -> places.add(Path.of(folder, bundle)));
        }
        for (String variable : List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")) {
            String folder = environment.getOrDefault(variable, "");
            if (!folder.isEmpty()) {
                programs.forEach(program -> places.add(Path.of(folder, program)));
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
                || BrowserInstall.run(List.of(browser.toString(), "--version"), VERSION_SECONDS)
                        .isEmpty();
    }
}
