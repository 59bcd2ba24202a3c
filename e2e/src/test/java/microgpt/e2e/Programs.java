package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Other programs that read what the browser wrote, run in a folder. */
record Programs(Path folder) {
    private static final Path JAR =
            LabExtension.built().resolve("../../core/target/microgpt.jar").normalize();

    /** Runs the command line of the project; returns what it printed. */
    String microgpt(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** What the independent reader finds in a file; whoever asks is skipped where there is no Python. */
    Map<String, TensorDigest> python(Path file) throws IOException, InterruptedException {
        Path script = folder.resolve("read_safetensors.py");
        try (InputStream in = Programs.class.getResourceAsStream("read_safetensors.py")) {
            Files.write(script, in.readAllBytes());
        }
        assumeTrue(hasPython(), "no python3 here, so no independent reader was asked");
        return TensorDigest.parse(run(List.of("python3", script.toString(), file.toString())));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int status = process.waitFor();
        String said = Files.readString(out);
        assertEquals(0, status, said);
        return said;
    }
}
