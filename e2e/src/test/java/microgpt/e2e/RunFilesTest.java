package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microgpt.checkpoint.TensorFile;
import microgpt.protocol.Bytes;
import microgpt.protocol.TrainCommand.ExportFile;
import microgpt.protocol.TrainCommand.Format;
import microgpt.protocol.TrainCommand.Generation;
import microgpt.protocol.TrainCommand.GoOn;
import microgpt.protocol.TrainCommand.ImportFile;
import microgpt.protocol.TrainReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The files that leave the browser, as others read them. */
@ExtendWith(LabExtension.class)
final class RunFilesTest {
    private static final Path ROOT = LabExtension.built().resolve("../..").normalize();
    private static final int STEPS = 30;
    private static final int MORE = 20;

    @TempDir
    private Path folder;

    /** One tensor in a file: its type and shape, and the sum of its numbers. */
    private record Sum(String shape, double sum) {}

    private static final Sum NONE = new Sum("", 0);

    @Test
    void theJvmGoesOnWithTheRunOfTheBrowserAndBothEndAlike(Lab lab) throws Exception {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("to be continued", STEPS);
        tab.finish();
        Path half = save(export(tab, run, Format.RUN_WITH_TEXT));
        Path out = folder.resolve("jvm");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                ROOT.resolve("core/target/microgpt.jar").toString(),
                "train",
                "--from",
                half.toString(),
                "--set",
                "max_steps=" + (STEPS + MORE),
                "--out",
                out.toString());
        run(command);
        tab.send(new GoOn(MORE));
        tab.until(TrainReport.Transport.class);
        tab.untilDone();
        String browser = new String(export(tab, run, Format.LOSSES).content().toArray(), StandardCharsets.UTF_8);
        assertEquals(browser, Files.readString(out.resolve("losses.csv")));
        TrainReport.Exported whole = export(tab, run, Format.RUN);
        Map<String, Sum> here = sums(whole.content().toArray());
        Map<String, Sum> there = sums(Files.readAllBytes(out.resolve("run.safetensors")));
        assertEquals(here, there);
        assertTrue(sums(Files.readAllBytes(half)).containsKey("text") && !here.containsKey("text"));
    }

    @Test
    void anIndependentReaderFindsTheSameTensors(Lab lab) throws Exception {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("for others", STEPS);
        tab.finish();
        for (Format format : new Format[] {Format.MODEL, Format.RUN_WITH_TEXT}) {
            Path file = save(export(tab, run, format));
            Map<String, Sum> ours = sums(Files.readAllBytes(file));
            Map<String, Sum> theirs = sums(python(file));
            assertEquals(ours.keySet(), theirs.keySet());
            ours.forEach((name, sum) -> {
                Sum other = theirs.getOrDefault(name, NONE);
                assertEquals(sum.shape(), other.shape(), name);
                assertEquals(sum.sum(), other.sum(), 1e-6 * (1 + Math.abs(other.sum())), name);
            });
            Sum queriesKeysValues = ours.getOrDefault("transformer.h.1.attn.c_attn.weight", NONE);
            assertEquals("F32 [48, 16]", queriesKeysValues.shape());
        }
    }

    @Test
    void whatWasExportedComesBackAndWhatIsForeignDoesNot(Lab lab) {
        BareTrainer tab = BareTrainer.open(lab);
        String run = tab.start("there and back", STEPS);
        tab.finish();
        TrainReport.Exported tiny = export(tab, run, Format.TINYGPT);
        assertEquals("there-and-back.tinygpt", tiny.fileName());
        tab.send(new ImportFile(tiny.fileName(), tiny.content(), true));
        assertEquals("", tab.until(TrainReport.Imported.class).run());
        TrainReport.Exported whole = export(tab, run, Format.RUN);
        byte[] torn = whole.content().toArray();
        tab.send(new ImportFile("half.safetensors", Bytes.of(Arrays.copyOf(torn, torn.length / 2)), true));
        assertTrue(tab.failed().message().startsWith("half.safetensors: cut short"));
        tab.send(new ImportFile(whole.fileName(), whole.content(), true));
        String copy = tab.until(TrainReport.Imported.class).run();
        assertFalse(copy.isEmpty());
        assertEquals(STEPS, tab.resume(copy, Generation.NEWEST));
    }

    private static TrainReport.Exported export(BareTrainer tab, String run, Format format) {
        tab.send(new ExportFile(run, format));
        return tab.until(TrainReport.Exported.class);
    }

    private Path save(TrainReport.Exported file) throws IOException {
        return Files.write(folder.resolve(file.fileName()), file.content().toArray());
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

    private String python(Path file) throws IOException, InterruptedException {
        Path script = folder.resolve("read_safetensors.py");
        try (InputStream in = RunFilesTest.class.getResourceAsStream("read_safetensors.py")) {
            Files.write(script, in.readAllBytes());
        }
        assumeTrue(hasPython(), "no python3 here, so no independent reader was asked");
        return run(List.of("python3", script.toString(), file.toString()));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the lines that the independent reader prints. */
    private static Map<String, Sum> sums(String lines) {
        Map<String, Sum> sums = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            int space = line.indexOf(' ');
            int last = line.lastIndexOf(' ');
            sums.put(
                    line.substring(0, space),
                    new Sum(line.substring(space + 1, last), Double.parseDouble(line.substring(last + 1))));
        }
        return sums;
    }

    /** Of the arrays that our own reader finds. */
    private static Map<String, Sum> sums(byte[] file) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Map.Entry<String, TensorFile.Entry> tensor :
                TensorFile.read("the file", file).entries().entrySet()) {
            sums.put(tensor.getKey(), sum(tensor.getValue()));
        }
        return sums;
    }

    private static Sum sum(TensorFile.Entry tensor) {
        List<Double> numbers = new ArrayList<>();
        String type = "";
        if (tensor.values() instanceof float[] floats) {
            type = "F32";
            for (float value : floats) {
                numbers.add((double) value);
            }
        } else if (tensor.values() instanceof double[] doubles) {
            type = "F64";
            for (double value : doubles) {
                numbers.add(value);
            }
        } else if (tensor.values() instanceof long[] longs) {
            type = "I64";
            for (long value : longs) {
                numbers.add((double) value);
            }
        } else if (tensor.values() instanceof int[] ints) {
            type = "I32";
            for (int value : ints) {
                numbers.add((double) value);
            }
        } else if (tensor.values() instanceof byte[] bytes) {
            type = "U8";
            for (byte value : bytes) {
                numbers.add((double) (value & 0xff));
            }
        }
        double sum = numbers.stream().mapToDouble(Double::doubleValue).sum();
        return new Sum(type + " " + tensor.shape(), sum);
    }
}
