package microgpt.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Node.js that can run WasmGC, and a TypeScript compiler, from npm; tests that need them are skipped where it is missing. */
final class Node {
    private static final Path HOME = Path.of("target", "node").toAbsolutePath();
    private static final List<String> PACKAGES = List.of("node@22.23.3", "typescript@5.9.3");
    private static final int INSTALL_SECONDS = 180;
    private static final int RUN_SECONDS = 120;

    private Node() {}

    /** Runs {@code script} in {@code folder}; returns what it printed, or fails with it. */
    static String run(Path folder, String script) {
        return node(folder, script);
    }

    /** The same by another runtime, beside that Node or on the path; whoever asks is skipped where there is none. */
    static String runByOther(String runtime, String arguments, Path folder, String script) {
        Path own = HOME.resolve("node_modules/.bin").resolve(runtime);
        String program = Files.exists(own) ? own.toString() : runtime;
        Outcome version = execute(folder, List.of(program, "--version"), RUN_SECONDS);
        Assumptions.assumeTrue(
                version.status == 0,
                "skipped: there is no " + runtime + "; npm install --prefix e2e/target/node " + runtime + " makes one");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments.split(" ")));
        command.add(script);
        return run(folder, command);
    }

    /** Complains of every type in the modules that does not fit. */
    static void checkTypes(Path folder, List<String> modules) {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("node_modules/typescript/bin/tsc").toString(),
                "--noEmit",
                "--allowJs",
                "--checkJs",
                "--strict",
                "--noImplicitAny",
                "false",
                "--module",
                "nodenext",
                "--target",
                "es2022"));
        command.addAll(modules);
        node(folder, command.toArray(new String[0]));
    }

    private static String node(Path folder, String... arguments) {
        install();
        List<String> command = new ArrayList<>();
        command.add(HOME.resolve("node_modules/.bin/node").toString());
        command.addAll(List.of(arguments));
        return run(folder, command);
    }

    private static String run(Path folder, List<String> command) {
        Outcome outcome = execute(folder, command, RUN_SECONDS);
        if (outcome.status != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " ended with " + outcome.status + ":\n" + outcome.text);
        }
        return outcome.text;
    }

    private static void install() {
        if (Files.exists(HOME.resolve("node_modules/typescript/bin/tsc"))
                && Files.exists(HOME.resolve("node_modules/.bin/node"))) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--prefix"));
        command.add(HOME.toString());
        command.addAll(PACKAGES);
        Outcome outcome = execute(HOME, command, INSTALL_SECONDS);
        Assumptions.assumeTrue(
                outcome.status == 0, "skipped: npm could not install " + PACKAGES + ": " + outcome.text.strip());
    }

    /** How a program ended, and what it said. */
    private record Outcome(int status, String text) {}

    private static Outcome execute(Path folder, List<String> command, int seconds) {
        try {
            Files.createDirectories(folder);
            Path said = Files.createTempFile("said", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                try (Stream<ProcessHandle> children = process.descendants()) {
                    children.forEach(ProcessHandle::destroyForcibly);
                }
                process.destroyForcibly();
                return new Outcome(-1, "no end after " + seconds + " seconds: " + Files.readString(said));
            }
            String text = Files.readString(said);
            Files.delete(said);
            return new Outcome(process.exitValue(), text);
        } catch (IOException e) {
            return new Outcome(-1, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }
}
