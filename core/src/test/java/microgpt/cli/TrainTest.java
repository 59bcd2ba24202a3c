package microgpt.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import microgpt.checkpoint.Checkpoint;
import microgpt.checkpoint.TensorFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
    private static final List<String> NEW_RUN = List.of(
            "--model",
            "../configs/model.byte-tinygpt-v0.json",
            "--training",
            "../configs/training.json",
            "--set",
            "n_layers=1",
            "--set",
            "d_model=16",
            "--set",
            "d_mlp=32",
            "--set",
            "context_length=16",
            "--set",
            "batch_size=4",
            "--set",
            "learning_rate=0.01",
            "--set",
            "eval_interval=20",
            "--set",
            "eval_batches=1");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private String text = "";

    @BeforeEach
    void writeText() throws IOException {
        Path file = folder.resolve("text.txt");
        Files.writeString(file, "a rose is a rose is a rose. ".repeat(40));
        text = file.toString();
    }

    @Test
    void aRunThatGoesOnEndsWithTheWeightsOfOneThatNeverStopped() throws IOException {
        assertEquals(0, train(NEW_RUN, "whole", "--set", "max_steps=30"), err.toString(StandardCharsets.UTF_8));
        assertEquals(0, train(NEW_RUN, "parts", "--set", "max_steps=12"));
        assertEquals(0, train(List.of("--resume"), "parts", "--set", "max_steps=30"));
        assertEquals(lossesWithoutLooks("whole"), lossesWithoutLooks("parts"));
        assertEquals(30, lossesWithoutLooks("parts").size());
        assertTrue(Files.exists(folder.resolve("parts").resolve(RunFolder.PREVIOUS)));
    }

    @Test
    void aRunThatTookItsTextAlongGoesOnWithoutTheFile() throws IOException {
        assertEquals(0, train(NEW_RUN, "whole", "--set", "max_steps=12"), err.toString(StandardCharsets.UTF_8));
        train(NEW_RUN, "short", "--set", "max_steps=6");
        Path saved = folder.resolve("short").resolve(RunFolder.RUN);
        Path gift = folder.resolve("gift.safetensors");
        Files.write(
                gift, Checkpoint.read("run", Files.readAllBytes(saved)).withText(Files.readAllBytes(Path.of(text))));
        Files.delete(Path.of(text));
        String out = folder.resolve("on").toString();
        assertEquals(
                0,
                run("train", "--from", gift.toString(), "--out", out, "--set", "max_steps=9"),
                err.toString(StandardCharsets.UTF_8));
        assertEquals(0, run("train", "--resume", "--out", out, "--set", "max_steps=12"));
        assertEquals(lossesWithoutLooks("whole"), lossesWithoutLooks("on"));
        String nowhere = folder.resolve("nowhere").toString();
        assertEquals(2, run("train", "--from", saved.toString(), "--out", nowhere));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("expected one FILE, found none"));
    }

    @Test
    void aSavedRunThatClaimsMoreMemoryThanThereIsIsRefused() throws IOException {
        train(NEW_RUN, "small", "--set", "max_steps=1");
        Path saved = folder.resolve("small").resolve(RunFolder.RUN);
        TensorFile file = TensorFile.read("run", Files.readAllBytes(saved));
        String model = Objects.requireNonNull(file.text("model"));
        file.putText("model", model.replaceAll("\"context_length\": \\d+", "\"context_length\": 65536"));
        Path large = folder.resolve("large.safetensors");
        Files.write(large, file.toBytes());
        assertEquals(2, train(List.of("--from", large.toString()), "large"));
        String complaint = err.toString(StandardCharsets.UTF_8);
        assertTrue(complaint.startsWith("this model needs ") && complaint.contains(" GB of memory"), complaint);
    }

    @Test
    void aRunFromElsewhereDoesNotTakeThePlaceOfTheOneInTheFolder() throws IOException {
        train(NEW_RUN, "other", "--set", "max_steps=2");
        train(NEW_RUN, "run", "--set", "max_steps=4");
        String other = folder.resolve("other").resolve(RunFolder.RUN).toString();
        List<String> losses = lossesWithoutLooks("run");
        assertEquals(2, train(List.of("--from", other), "run"));
        assertEquals(2, train(List.of("--from", other, "--resume"), "run"));
        List<String> complaints = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(complaints.get(0).startsWith("expected --resume, or another --out"), complaints.get(0));
        assertEquals("expected --resume or --from, found both", complaints.get(1));
        assertEquals(losses, lossesWithoutLooks("run"));
        assertFalse(Files.exists(folder.resolve("run").resolve(RunFolder.PREVIOUS)));
    }

    @Test
    void aTornGenerationIsReportedAndTheOneBeforeGoesOn() throws IOException {
        train(NEW_RUN, "run", "--set", "max_steps=4");
        train(List.of("--resume"), "run", "--set", "max_steps=8");
        Path newest = folder.resolve("run").resolve(RunFolder.RUN);
        Path previous = folder.resolve("run").resolve(RunFolder.PREVIOUS);
        byte[] bytes = Files.readAllBytes(newest);
        byte[] before = Files.readAllBytes(previous);
        Files.write(newest, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(0, train(List.of("--resume"), "run", "--set", "max_steps=8"));
        String complaint = err.toString(StandardCharsets.UTF_8);
        assertTrue(complaint.contains("run.safetensors: cut short"), complaint);
        assertEquals(8, lossesWithoutLooks("run").size());
        assertArrayEquals(before, Files.readAllBytes(previous), "it was gone on from, and stays");
        assertArrayEquals(bytes, Files.readAllBytes(newest));
    }

    @Test
    void aRunThatDiesBetweenItsTwoMovesGoesOnFromThePreviousGeneration() throws IOException {
        train(NEW_RUN, "run", "--set", "max_steps=4");
        Path newest = folder.resolve("run").resolve(RunFolder.RUN);
        Path previous = folder.resolve("run").resolve(RunFolder.PREVIOUS);
        Files.move(newest, previous);
        byte[] before = Files.readAllBytes(previous);
        assertEquals(0, train(List.of("--resume"), "run", "--set", "max_steps=8"));
        assertEquals(8, lossesWithoutLooks("run").size());
        assertArrayEquals(before, Files.readAllBytes(previous));
    }

    @Test
    void theSavedModelWritesAndIsJudged() throws IOException, JsonParserException {
        train(NEW_RUN, "run", "--set", "max_steps=150");
        String model = folder.resolve("run").resolve(RunFolder.BEST).toString();
        out.reset();
        assertEquals(0, run("sample", "--checkpoint", model, "--prompt", "a rose", "--length", "40"));
        assertEquals(41, out.size());
        out.reset();
        assertEquals(0, run("evaluate", "--checkpoint", model, "--validation", text));
        JsonObject result = JsonParser.object().from(out.toString(StandardCharsets.UTF_8));
        assertEquals(111, result.getInt("tokens"));
        assertTrue(result.getDouble("loss") < 2, result.toString());
        assertEquals(Math.exp(result.getDouble("loss")), result.getDouble("perplexity"), 1e-9);
    }

    @Test
    void aRunIsValidatedOnlyWithTheTextItWasTrainedOn() throws IOException {
        train(NEW_RUN, "run", "--set", "max_steps=1");
        String saved = folder.resolve("run").resolve(RunFolder.RUN).toString();
        assertEquals(0, run("evaluate", "--checkpoint", saved, "--validation", text));
        Files.writeString(Path.of(text), "another text".repeat(40));
        assertEquals(2, run("evaluate", "--checkpoint", saved, "--validation", text));
        String complaint = err.toString(StandardCharsets.UTF_8);
        assertTrue(complaint.contains("is not the one the run was trained on"), complaint);
        assertTrue(complaint.matches("(?s).*expected SHA-256 \\w{64}, found \\w{64}.*"), complaint);
        assertEquals(0, run("evaluate", "--checkpoint", saved, text));
    }

    @Test
    void aModelTakenOutOfARunWritesTheSameAndCanBeBegunWith() throws IOException {
        train(NEW_RUN, "run", "--set", "max_steps=20");
        String saved = folder.resolve("run").resolve(RunFolder.RUN).toString();
        String model = folder.resolve("model.safetensors").toString();
        assertEquals(0, run("export", "--checkpoint", saved, model));
        assertTrue(Files.size(Path.of(model)) < Files.size(Path.of(saved)) / 2);
        out.reset();
        run("sample", "--checkpoint", saved);
        byte[] text = out.toByteArray();
        out.reset();
        run("sample", "--checkpoint", model);
        assertArrayEquals(text, out.toByteArray());
        out.reset();
        assertEquals(0, train(NEW_RUN, "other", "--set", "max_steps=1", "--init", model));
        String first = lossesWithoutLooks("other").get(0);
        assertTrue(Double.parseDouble(first.substring(2)) < 5, "it has learned before: " + first);
    }

    @Test
    void whatCannotGoOnSaysWhy() throws IOException {
        train(NEW_RUN, "run", "--set", "max_steps=1");
        assertEquals(2, train(NEW_RUN, "run"));
        assertEquals(2, train(List.of("--resume"), "run", "--set", "d_model=32"));
        assertEquals(2, train(List.of("--resume"), "nowhere"));
        Files.writeString(Path.of(text), "another text".repeat(40));
        assertEquals(2, train(List.of("--resume"), "run"));
        List<String> complaints = err.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(complaints.get(0).startsWith("expected --resume, or another --out"), complaints.get(0));
        assertEquals("a run that goes on cannot change d_model", complaints.get(1));
        assertTrue(complaints.get(2).startsWith("expected a run in "), complaints.get(2));
        assertTrue(complaints.get(3).contains("is not the one the run was trained on"), complaints.get(3));
    }

    @Test
    void aRunThatIsInterruptedIsSaved() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "microgpt.cli.Main",
                "train"));
        command.addAll(NEW_RUN);
        command.addAll(List.of(
                "--set", "max_steps=1000000", "--out", folder.resolve("run").toString(), text));
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.contains("\"loss\"")) {
                line = lines.readLine();
            }
            process.toHandle().destroy(); // as Ctrl-C does
            while (line != null) {
                line = lines.readLine();
            }
        }
        process.waitFor();
        List<String> losses = lossesWithoutLooks("run");
        assertTrue(losses.size() >= 10, "steps " + losses.size());
        assertFalse(Files.exists(folder.resolve("run").resolve(RunFolder.RUN + ".part")));
        int steps = losses.size() + 1;
        assertEquals(0, train(List.of("--resume"), "run", "--set", "max_steps=" + steps));
        assertEquals(losses, lossesWithoutLooks("run").subList(0, steps - 1));
    }

    /** The step and the training loss of every update. */
    private List<String> lossesWithoutLooks(String run) throws IOException {
        List<String> losses = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(run).resolve(RunFolder.LOSSES))) {
            if (!line.startsWith("step") && !line.startsWith("0,")) {
                losses.add(line.substring(0, line.lastIndexOf(',')));
            }
        }
        return losses;
    }

    private int train(List<String> options, String run, String... more) {
        List<String> args = new ArrayList<>(List.of("train"));
        args.addAll(options);
        args.addAll(List.of(more));
        args.addAll(List.of("--out", folder.resolve(run).toString(), text));
        return run(args.toArray(new String[0]));
    }

    private int run(String... args) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Main.run(console, args);
    }
}
