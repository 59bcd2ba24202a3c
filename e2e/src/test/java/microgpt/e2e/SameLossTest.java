package microgpt.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microgpt.protocol.Bytes;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same recipe over the same bytes costs the same on the JVM's command line and in the browser's worker, to the bit. */
@ExtendWith(LabExtension.class)
final class SameLossTest {
    private static final Path ROOT = LabExtension.built().resolve("../..").normalize();
    private static final Pattern BITS = Pattern.compile("\"bits\":\\[([^\\]]+)]");
    private static final Pattern CODE_LENGTH = Pattern.compile("\"code_length_bytes\":([^,]+)");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}, {1} steps of {2} bytes")
    @CsvSource({"online.tiny, 500, 16", "online.small, 60, 32", "online.seed, 300, 16"})
    void theBrowserRecordsTheLossesOfTheJvm(String preset, int steps, int stride, Lab lab) throws Exception {
        Path config = ROOT.resolve("configs/" + preset + ".json");
        byte[] stream = text(steps * stride);
        String jvm = learn(folder, config, stream);

        BareWorker worker = BareWorker.open(lab.page(), lab.site());
        worker.until(report -> report instanceof LabReport.Ready);
        worker.send(List.of(
                new LabCommand.Start(Files.readString(config), new Source.Supplied("text")),
                new LabCommand.Append(1, Bytes.of(stream), true)));
        worker.send(Collections.nCopies(steps, new LabCommand.Step()));
        List<LabReport> reports =
                worker.until(report -> report instanceof LabReport.Progress progress && progress.step() == steps);
        reports.addAll(
                worker.until(report -> report instanceof LabReport.Read read && read.position() == stream.length));

        assertArrayEquals(bitsOf(jvm), bitsOf(reports));
        assertEquals(Double.parseDouble(last(CODE_LENGTH, jvm)), codeLength(reports));
    }

    /** English enough to be learned, random enough to surprise. */
    static byte[] text(int length) {
        Random random = new Random(7);
        String[] words = {"the ", "cat ", "sat ", "on ", "a ", "mat. ", "why? ", "\n"};
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(words[random.nextInt(words.length)]);
        }
        return text.substring(0, length).getBytes(UTF_8);
    }

    /** What the command line says of a stream, with the loss of each byte; it writes below {@code folder}. */
    static String learn(Path folder, Path config, byte[] stream) throws IOException, InterruptedException {
        Path file = folder.resolve("stream.txt");
        Files.write(file, stream);
        Path out = folder.resolve("out.txt");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = ROOT.resolve("core/target/microgpt.jar");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-jar",
                        jar.toString(),
                        "learn",
                        "--config",
                        config.toString(),
                        "--losses",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> "see " + out);
        return Files.readString(out);
    }

    static float[] bitsOf(String lines) {
        List<Float> bits = new ArrayList<>();
        Matcher step = BITS.matcher(lines);
        while (step.find()) {
            for (String cost : step.group(1).split(",", -1)) {
                bits.add(Float.parseFloat(cost));
            }
        }
        return array(bits);
    }

    static float[] bitsOf(List<LabReport> reports) {
        List<Float> bits = new ArrayList<>();
        for (LabReport report : reports) {
            if (report instanceof LabReport.Read read) {
                for (float cost : read.bits().toArray()) {
                    bits.add(cost);
                }
            }
        }
        return array(bits);
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static double codeLength(List<LabReport> reports) {
        double length = 0;
        for (LabReport report : reports) {
            length = report instanceof LabReport.Progress progress ? progress.codeLengthBytes() : length;
        }
        return length;
    }

    private static String last(Pattern pattern, String lines) {
        Matcher matcher = pattern.matcher(lines);
        String found = "";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        assertTrue(!found.isEmpty(), () -> "no " + pattern + " in " + lines);
        return found;
    }
}
