package microgpt.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.config.BatchRecipe;
import microgpt.corpus.ByteStream;
import microgpt.corpus.DatasetManifest;
import microgpt.engine.BatchTrainer;
import microgpt.model.Weights;
import org.junit.jupiter.api.Test;

class TinyGptFileTest {
    private static final Backend ON = JavaBackend.alone();
    /** One layer of width 2 over a context of 3: floats before the first matrix of a linear layer. */
    private static final int BEFORE_QUERIES = 256 * 2 + 3 * 2 + 2 + 2 + 2 + 2;

    private static final int PARAMETERS = BEFORE_QUERIES + 3 * (4 + 2) + (4 + 2) + 4 + (8 + 4) + (8 + 2);

    @Test
    void weightsOfSixteenBitsAreReadTransposed() {
        ByteBuffer state = ByteBuffer.allocate(4 + 2 * PARAMETERS).order(ByteOrder.LITTLE_ENDIAN);
        state.putInt(77);
        for (int i = 0; i < PARAMETERS; i++) {
            state.putShort((short) half(i));
        }
        TinyGptFile file =
                TinyGptFile.read("x", file(2, "\"weightDtype\":\"fp16\",\"includesOptimizerState\":false,", state));
        assertEquals(77, file.steps());
        assertFalse(file.hasMoments());
        checkPlaces(file.weights(ON), 1);
    }

    @Test
    void weightsOfFourBitsAreReadBlockByBlock() {
        int blocks = 0;
        int[] sizes = {512, 6, 2, 2, 2, 2, 4, 2, 4, 2, 4, 2, 4, 2, 2, 2, 8, 4, 8, 2};
        for (int size : sizes) {
            blocks += (size + 3) / 4;
        }
        ByteBuffer state = ByteBuffer.allocate(4 + 2 * blocks + 2 * blocks).order(ByteOrder.LITTLE_ENDIAN);
        state.putInt(5);
        for (int i = 0; i < blocks; i++) {
            state.putShort((short) half(i % 3 + 1)); // scale
        }
        for (int i = 0; i < blocks; i++) {
            state.put((byte) 0x98).put((byte) 0x07); // 0, 1, -1, -8
        }
        String header = "\"weightDtype\":\"int4\",\"int4BlockSize\":4,\"includesOptimizerState\":false,";
        Weights weights = TinyGptFile.read("x", file(1, header, state)).weights(ON);
        assertArrayEquals(new float[] {0, 1, -1, -8, 0, 2, -2, -16}, Arrays.copyOf(weights.wte.toArray(), 8));
        float scale = (128 + 2 + 1 + 1 + 1 + 1) % 3 + 1; // of the block after embeddings and norms
        float[] queries = weights.blocks.get(0).qkv.firstRows(2).toArray();
        assertArrayEquals(new float[] {0, -scale, scale, -8 * scale}, queries);
    }

    /** Value i of theirs is i; numbers up to 2048 are exact in 16 bits. */
    private static void checkPlaces(Weights weights, float unit) {
        Weights.Block block = weights.blocks.get(0);
        assertEquals(3 * unit, weights.wte.get(1, 1));
        assertEquals((512 + 5) * unit, Objects.requireNonNull(weights.wpe).get(2, 1));
        assertEquals(518 * unit, Objects.requireNonNull(weights.finalGain).get(0, 0));
        assertEquals((BEFORE_QUERIES + 1) * unit, block.qkv.get(1, 0), "from in 0 to out 1");
        assertEquals((BEFORE_QUERIES + 2) * unit, block.qkv.get(0, 1));
        assertEquals(
                (BEFORE_QUERIES + 4 + 1) * unit,
                Objects.requireNonNull(block.qkvBias).get(0, 1));
        assertEquals((BEFORE_QUERIES + 6) * unit, block.qkv.get(2, 0), "keys come after queries and their bias");
        int up = BEFORE_QUERIES + 18 + 6 + 4;
        assertEquals((up + 3) * unit, block.up.get(3, 0));
        assertEquals((up + 4) * unit, block.up.get(0, 1));
        assertEquals((up + 8 + 4 + 1) * unit, block.down.get(1, 0));
        assertEquals(
                (PARAMETERS - 1) * unit, Objects.requireNonNull(block.downBias).get(0, 1));
    }

    @Test
    void aRunThatIsWrittenIsReadBackWithItsMoments() throws IOException {
        BatchTrainer run = trainer();
        while (!run.isDone()) {
            run.advance();
        }
        byte[] bytes = TinyGptWriter.write(run, "2026-01-01T00:00:00Z");
        TinyGptFile file = TinyGptFile.read("run.tinygpt", bytes);
        assertEquals(run.config().model(), file.recipe().batches().model());
        assertEquals(3, file.steps());
        assertArrayEquals(
                run.learner().weights().all().toArray(), file.weights(ON).all().toArray());
        BatchTrainer other = trainer();
        file.readInto(other.learner(), ON);
        assertArrayEquals(
                run.learner().moments().second().all().toArray(),
                other.learner().moments().second().all().toArray());
        assertEquals(3, other.learner().moments().steps());
        assertEquals(
                run.learner().moments().beta2Power(), other.learner().moments().beta2Power(), 1e-12);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("\"floatOffset\":0") && !text.contains("secret"));
    }

    @Test
    void whatIsNoSuchFileIsNamed() throws IOException {
        byte[] bytes = TinyGptWriter.write(trainer(), "");
        assertEquals("x: not a .tinygpt file: it does not begin with TGPT", complaint(new byte[20]));
        byte[] third = bytes.clone();
        third[4] = 3;
        assertEquals("x: a .tinygpt file of version 3, expected 1 or 2", complaint(third));
        assertTrue(complaint(Arrays.copyOf(bytes, bytes.length - 1)).startsWith("x: cut short: "));
        assertTrue(complaint(Arrays.copyOf(bytes, 40)).startsWith("x: cut short: its header takes "));
    }

    private static String complaint(byte[] bytes) {
        return String.valueOf(assertThrows(
                        BadFileException.class,
                        () -> TinyGptFile.read("x", bytes).weights(ON))
                .getMessage());
    }

    private static byte[] file(int version, String header, ByteBuffer state) {
        byte[] json = ("{" + header
                        + "\"config\":{\"ctx\":3,\"layers\":1,\"heads\":1,\"dModel\":2,\"dMlp\":4},\"corpus\":\"secret\"}")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file =
                ByteBuffer.allocate(12 + json.length + state.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("TGPT".getBytes(StandardCharsets.US_ASCII)).putInt(version).putInt(json.length);
        file.put(json).put(state.rewind());
        byte[] bytes = new byte[file.capacity()];
        file.rewind().get(bytes);
        return bytes;
    }

    /** The bits of a whole number from 0 to 2048 as a float of 16 bits. */
    private static int half(int value) {
        if (value == 0) {
            return 0;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(value);
        return (exponent + 15) << 10 | (int) ((value - (1L << exponent)) << 10 >> exponent);
    }

    private static BatchTrainer trainer() throws IOException {
        BatchRecipe recipe = BatchRecipe.parse(
                        Files.readString(Path.of("../configs/model.byte-tinygpt-v0.json")),
                        "model",
                        Files.readString(Path.of("../configs/training.json")),
                        "training")
                .withAll(Map.of("n_layers", "2", "n_heads", "2", "d_model", "8", "d_mlp", "16", "context_length", "16"))
                .withAll(Map.of("batch_size", "4", "max_steps", "3", "eval_batches", "1"));
        ByteStream text = ByteStream.of("t", "secret text. ".repeat(30).getBytes(StandardCharsets.US_ASCII));
        return new BatchTrainer(recipe.batches(), ON, text, DatasetManifest.of("secret.txt", text, 0.9, 42));
    }
}
