package microgpt.checkpoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import microgpt.Mutations;
import microgpt.compute.JavaBackend;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.engine.PrequentialEngine;
import microgpt.model.NonFiniteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved runs that were spoilt and signed again: each goes on, and can be saved again, or is refused. */
class CheckpointMutationTest {
    private static final int MEMORY = 24 << 20;
    /** A run that needs more memory is asked about by whoever goes on with it. */
    private static final int LARGEST_RUN = 1 << 20;

    private static final String VERSE = "the cat sat on the mat. a dog lay by the log. ";

    private final byte[] batches = earlier("batches.safetensors");
    private final byte[] stream = onlineStream();
    private final byte[] online = onlineRun();

    @Test
    void aSpoiltRunIsReadOrRefused() throws Exception {
        Mutations.Outcome outcome = new Mutations(List.of(batches, online), IllegalArgumentException.class, MEMORY)
                .check(bytes -> goOn(Signed.signed(bytes)));
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    @Test
    void whatARunByBatchesRemembersIsReadOrRefused() throws Exception {
        checkParts(batches);
    }

    @Test
    void whatAnOnlineRunRemembersIsReadOrRefused() throws Exception {
        checkParts(online);
    }

    /** Spoils one array or text at a time, and leaves the file as a whole in order. */
    private void checkParts(byte[] file) throws Exception {
        TensorFile whole = TensorFile.read("x", file);
        List<byte[]> parts = new ArrayList<>();
        for (int part = 0; part < whole.entries().size() + whole.texts().size(); part++) {
            parts.add(Parts.part(whole, part));
        }
        Mutations.Outcome outcome = new Mutations(parts, IllegalArgumentException.class, MEMORY)
                .check(bytes -> goOn(Parts.with(whole, bytes)));
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    @Test
    void whatIsMissingIsRefused() {
        for (byte[] file : List.of(batches, online)) {
            TensorFile whole = TensorFile.read("x", file);
            Mutations none = new Mutations(List.of(), BadFileException.class, MEMORY);
            for (String name : whole.entries().keySet()) {
                if (!name.equals(Checkpoint.TEXT)) {
                    String refusal = none.refusalOf(whole.without(name).toBytes(), this::goOn);
                    assertTrue(
                            refusal.endsWith(" is missing") || refusal.contains(" weights, but its model has "), name);
                }
            }
        }
    }

    /** Reads all of a run, goes on with it, and saves it again. */
    private void goOn(byte[] file) {
        Checkpoint read = Checkpoint.read("x", file);
        read.weights(JavaBackend.alone());
        if (read.kind() == Checkpoint.Kind.BATCHES) {
            read.losses();
            read.text();
            if (read.batches().batches().memoryBytes() < LARGEST_RUN) {
                trainOn(read);
            }
        } else if (read.kind() == Checkpoint.Kind.ONLINE
                && Objects.requireNonNull(read.online()).online().memoryBytes() < LARGEST_RUN) {
            readOn(read);
        }
    }

    private static void trainOn(Checkpoint read) {
        ByteStream text = ByteStream.of("text", VERSE.repeat(4).getBytes(StandardCharsets.US_ASCII));
        BatchTrainer run = read.resume(JavaBackend.alone(), "text", text);
        byte[] again;
        try {
            for (int i = 0; i < 8 && !run.isDone(); i++) {
                run.advance();
            }
            again = Checkpoint.of(read.batches(), run);
        } catch (NonFiniteException e) {
            return; // numbers may be so large that nothing comes of them, as in any run
        }
        assertDoesNotThrow(() -> Checkpoint.read("again", again).resume(JavaBackend.alone(), "text", text));
        run.history().toCsv();
        TinyGptWriter.write(run, "");
    }

    private void readOn(Checkpoint read) {
        ByteStream text = new ByteStream("text");
        text.append(stream, 0, stream.length);
        text.append(stream, 0, 40);
        PrequentialEngine run = read.resume(JavaBackend.alone(), text);
        byte[] again;
        try {
            for (int i = 0; i < 2 && run.canStep(); i++) {
                run.step();
            }
            run.peek(new float[256]);
            run.lookBack();
            again = Checkpoint.of(Objects.requireNonNull(read.online()), run, text);
        } catch (NonFiniteException e) {
            return;
        }
        run.meter().visits().forEach(visit -> assertTrue(Double.isFinite(visit.mean() + visit.first() + visit.now())));
        assertDoesNotThrow(() -> Checkpoint.read("again", again).resume(JavaBackend.alone(), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps | 0 | 4 | holds 4 at 0, expected 3",
                "steps | 0 | -1 | holds -1 at 0, expected 3",
                "steps | 1 | 9 | holds 9 at 1, expected a number from 3 to 4",
                "steps | 2 | 4294967296 | holds 4294967296 at 2, expected a number from 0 to 2",
                "learner.moments.steps | 0 | -1 | moments of -1 updates with powers ",
                "learner.moments.powers | 1 | 2 | moments of 3 updates with powers ",
                "learner.moments.powers | 0 | NaN | moments of 3 updates with powers NaN and ",
                "learner.moments.second | 7 | -1 | holds -1.0 at 7, expected a mean of squares",
                "learner.moments.first | 7 | NaN | holds NaN at 7, expected a finite number",
                "learner.latest | 0 | -1 | holds -1.0 at 0, expected the norm of a gradient",
                "learner.latest | 2 | 0.5 | holds 0.5 at 2, expected 0 or 1",
                "history.training | 1 | Infinity | holds Infinity at 1, expected a finite number",
                "history.looked_at | 1 | 0 | holds 0 at 1, expected a number from 1 to 3",
                "history.looked_at | 1 | 4 | holds 4 at 1, expected a number from 1 to 3",
                "history.validation | 0 | NaN | holds NaN at 0, expected a finite number",
            })
    void numbersThatNoRunByBatchesHasAreNamed(String name, int index, String number, String complaint) {
        assertRefused(batches, name, index, number, complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "counts | 0 | 9999 | the stream must hold the 9999 bytes that were read, it has ",
                "counts | 0 | -1 | holds -1 at 0, expected a number from 0 to ",
                "counts | 1 | 0 | holds 0 at 1, expected a number from 9 to 138",
                "counts | 2 | 99 | holds 99 at 2, expected a number from 0 to 9",
                "counts | 4 | 2 | holds 2 at 4, expected a number from 0 to 1",
                "counts | 6 | 4294967297 | holds 4294967297 at 6, expected a number from 1 to 16",
                "counts | 5 | 3 | holds 3 at 5, expected 128",
                "selective_backprop.random | 0 | - | holds a state of zeros would only ever give zeros",
                "selective_backprop.skipped | 0 | 10 | holds 10 at 0, expected a number from 0 to 9",
                "selective_backprop.recent.places | 0 | 17 | holds 17 at 0, expected a number from 0 to 16",
                "selective_backprop.recent.places | 1 | -1 | holds -1 at 1, expected 9",
                "selective_backprop.recent.losses | 3 | NaN | holds NaN at 3, expected a finite number",
                "experience_replay.replayed | 0 | -2 | holds -2 at 0, expected a number from 0 to 576",
                "experience_replay.last_window.places | 1 | 99 | holds 99 at 1, expected a number from 0 to ",
                "experience_replay.last_window.sum | 0 | Infinity | holds Infinity at 0, expected a number from -0.001 to ",
                "experience_replay.reservoir.starts | 2 | 138 | holds 138 at 2, expected a number from 0 to ",
                "experience_replay.reservoir.starts | 2 | -1 | holds -1 at 2, expected a number from 0 to ",
                "experience_replay.reservoir.losses | 2 | -1 | holds -1.0 at 2, expected a loss",
                "experience_replay.reservoir.losses | 2 | NaN | holds NaN at 2, expected a finite number",
                "experience_replay.reservoir.offered | 0 | 3 | holds 3 at 0, expected a number from 20 to ",
                "adaptive_rate.averages | 0 | 2 | holds 2.0 at 0, expected 0 or 1",
                "adaptive_rate.averages | 1 | NaN | holds NaN at 1, expected a finite number",
                "learner.average | 1 | NaN | holds NaN at 1, expected a finite number",
                "meter.counts | 0 | 5 | holds 5 at 0, expected 138",
                "meter.counts | 1 | 1 | holds 1 at 1, expected 0",
                "meter.counts | 2 | 2 | visits.1.counts is missing",
                "meter.counts | 2 | 0 | holds 0 at 2, expected a number from 1 to 138",
                "meter.bits | 0 | NaN | holds NaN at 0, expected a number",
                "meter.bits | 3 | NaN | holds NaN at 3, expected a number",
                "meter.fast | 1 | 2 | holds a sum of ",
                "meter.visits.0.counts | 2 | 9 | visits of 9 bytes in all, expected 138",
                "meter.visits.0.counts | 0 | 7 | holds 7 at 0, expected 1",
                "meter.visits.0.name | 0 | 65537 | holds 65537, expected a unit of text from 0 to 65535",
            })
    void numbersThatNoOnlineRunHasAreNamed(String name, int index, String number, String complaint) {
        assertRefused(online, name, index, number, complaint);
    }

    private void assertRefused(byte[] file, String name, int index, String number, String complaint) {
        TensorFile whole = TensorFile.read("x", file);
        Parts.set(whole, Checkpoint.STATE + name, index, number);
        String refusal = String.valueOf(assertThrows(BadFileException.class, () -> goOn(whole.toBytes()))
                .getMessage());
        assertTrue(refusal.startsWith("x: ") && refusal.contains(complaint), refusal);
    }

    @Test
    void lengthsThatDoNotMatchAreNamed() {
        for (byte[] file : List.of(batches, online)) {
            TensorFile whole = TensorFile.read("x", file);
            for (Map.Entry<String, TensorFile.Entry> entry :
                    Map.copyOf(whole.entries()).entrySet()) {
                boolean isFree =
                        entry.getKey().endsWith("name") || entry.getKey().contains("curve");
                TensorFile changed = whole.without(entry.getKey());
                Object longer = Parts.longer(entry.getValue().values());
                changed.put(entry.getKey(), List.of(NumberType.count(longer)), longer);
                if (!isFree) {
                    String name = entry.getKey();
                    assertThrows(BadFileException.class, () -> goOn(changed.toBytes()), name);
                }
            }
        }
    }

    @Test
    void weightsMustBeFinite() {
        TensorFile whole = TensorFile.read("x", batches);
        Parts.set(whole, "transformer.h.0.attn.c_attn.weight", 3, "NaN");
        Exception refusal = assertThrows(BadFileException.class, () -> goOn(whole.toBytes()));
        assertEquals(
                "x: \"transformer.h.0.attn.c_attn.weight\" holds NaN at 3, expected finite numbers",
                refusal.getMessage());
    }

    @Test
    void aSmallFileThatClaimsALargeModelTakesNoMemory() {
        TensorFile whole = TensorFile.read("x", batches);
        String model = Objects.requireNonNull(whole.text(Checkpoint.MODEL));
        whole.putText(Checkpoint.MODEL, model.replace("\"d_model\": 4", "\"d_model\": 4096"));
        byte[] bytes = whole.toBytes();
        Mutations none = new Mutations(List.of(), BadFileException.class, 2 << 20);
        String alone = none.refusalOf(bytes, file -> Checkpoint.read("x", file).weights(JavaBackend.alone()));
        assertEquals("x: it holds 1236 weights, but its model has 68300808", alone);
        assertEquals(alone, none.refusalOf(bytes, file -> trainOn(Checkpoint.read("x", file))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"raw_bytes\":184 | \"raw_bytes\":18446744073709551800 | key \"raw_bytes\" must be a whole number",
                "\"raw_bytes\":184 | \"raw_bytes\":184.5 | key \"raw_bytes\" must be a whole number",
                "\"raw_bytes\":184 | \"raw_bytes\":185 | 184 tokens of 185 bytes",
                "\"seed\":42 | \"seed\":\"42\" | key \"seed\" must be a whole number",
                "\"train_split\":0.9 | \"train_split\":1.5 | trainSplit 1.5 must be above 0 and at most 1",
                "\"train_split\":0.9 | \"train_split\":0 | trainSplit 0.0 must be above 0 and at most 1",
                "\"byte-v1\" | \"bpe\" | by tokenizer \"bpe\"",
                "\"dataset_id\":\" | \"dataset_id\":\"x | must be a SHA-256 of 64 hexadecimal digits",
                "\"name\" | \"names\" | missing key \"name\", expected a text",
            })
    void aManifestIsNeverMadeToFit(String good, String bad, String complaint) throws Exception {
        ByteStream text = ByteStream.of("text", VERSE.repeat(4).getBytes(StandardCharsets.US_ASCII));
        String json = ManifestJson.write(DatasetManifest.of("verse.txt", text, 0.9, 42));
        Mutations mutations = Mutations.ofTexts(List.of(json), BadFileException.class, 1 << 20);
        assertTrue(mutations
                        .check(bytes -> ManifestJson.read(new String(bytes, StandardCharsets.UTF_8), "x"))
                        .refused()
                > 0);
        Exception refusal = assertThrows(BadFileException.class, () -> ManifestJson.read(json.replace(good, bad), "x"));
        assertTrue(
                String.valueOf(refusal.getMessage()).startsWith("x: its manifest is not understood: ")
                        && String.valueOf(refusal.getMessage()).contains(complaint),
                refusal.getMessage());
    }

    private static byte[] onlineStream() {
        byte[] saved = earlier("online.saved");
        return Arrays.copyOfRange(saved, 8, 8 + VERSE.length() * 3);
    }

    private static byte[] onlineRun() {
        byte[] saved = earlier("online.saved");
        return Arrays.copyOfRange(saved, 8 + VERSE.length() * 3, saved.length);
    }

    private static byte[] earlier(String name) {
        try (InputStream in = CheckpointMutationTest.class.getResourceAsStream("/microgpt/earlier/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
