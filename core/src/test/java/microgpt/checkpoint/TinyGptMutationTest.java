package microgpt.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import microgpt.Mutations;
import microgpt.compute.Backend;
import microgpt.compute.JavaBackend;
import microgpt.model.Gpt;
import microgpt.model.ModelConfig;
import microgpt.model.Weights;
import microgpt.optim.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of TinyGPT that were spoilt, or made to lie. */
class TinyGptMutationTest {
    private static final int MEMORY = 16 << 20;
    private static final String CONFIG = "\"config\":{\"ctx\":3,\"layers\":1,\"heads\":1,\"dModel\":2,\"dMlp\":4}";
    /** Of the model that CONFIG describes. */
    private static final int PARAMETERS = 256 * 2 + 3 * 2 + 4 * 2 + 4 * (4 + 2) + 4 + (8 + 4) + (8 + 2);

    @Test
    void aSpoiltFileIsReadOrRefused() throws Exception {
        List<byte[]> samples = List.of(
                earlier("model.tinygpt"),
                file("{" + CONFIG + "}", 12 * PARAMETERS),
                file("{\"weightDtype\":\"fp16\"," + CONFIG + "}", 2 * PARAMETERS));
        Mutations.Outcome outcome =
                new Mutations(samples, BadFileException.class, MEMORY).check(TinyGptMutationTest::read);
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    @Test
    void aSpoiltHeaderIsReadOrRefused() throws Exception {
        for (String type : List.of("", "\"weightDtype\":\"fp16\",", "\"weightDtype\":\"int4\",\"int4BlockSize\":2,")) {
            String header = "{" + type + CONFIG.replace("}", ",\"learningRate\":0.001,\"maxSteps\":9,\"seed\":1}")
                    + ",\"lossHistory\":[{\"step\":1,\"train\":5.5,\"val\":null}]}";
            int weights = type.isEmpty() ? 12 * PARAMETERS : type.contains("16") ? 2 * PARAMETERS : 3 * PARAMETERS / 2;
            Mutations.Outcome outcome = Mutations.ofTexts(List.of(header), BadFileException.class, MEMORY)
                    .check(bytes -> read(file(new String(bytes, StandardCharsets.UTF_8), weights)));
            assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
        }
    }

    /** Whatever is read can be learned on, and written as a file of ours. */
    private static void read(byte... bytes) {
        TinyGptFile file = TinyGptFile.read("x", bytes);
        ModelConfig model = file.recipe().batches().model();
        assertTrue(4L * model.parameterCount() <= 8L * bytes.length, "no more weights than were there");
        Weights weights = file.weights(JavaBackend.alone());
        Checkpoint.read("ours", Checkpoint.ofWeights(file.recipe(), weights));
        if (Gpt.floatsFor(model, 1) < MEMORY / 16) {
            Backend on = JavaBackend.alone();
            Gpt gpt = new Gpt(model, on, 1);
            file.readInto(
                    new Learner(
                            gpt,
                            on,
                            new Weights(model, on),
                            file.recipe().batches().optimizer()),
                    on);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 100_000})
    void bracketsInsideBracketsAreRefused(int depth) {
        String complaint = complaint(file("{\"corpus\":" + "[".repeat(depth), 0));
        assertTrue(complaint.endsWith("brackets must not nest deeper than 64"), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ctx\":3 | \"ctx\":3.9 | key \"ctx\" must be a whole number from 1 to 2147483647, found 3.9",
                "\"ctx\":3 | \"ctx\":4294967299 |"
                        + " key \"ctx\" must be a whole number from 1 to 2147483647, found 4294967299",
                "\"ctx\":3 | \"ctx\":\"3\" | key \"ctx\" must be a whole number from 1 to 2147483647, found \"3\"",
                "\"ctx\":3 | \"context\":3 | missing key \"ctx\", expected a whole number from 1 to 2147483647",
                "\"heads\":1 | \"heads\":-1 | key \"heads\" must be a whole number from 1 to 2147483647, found -1",
                "\"dMlp\":4 | \"dMlp\":\"4\" | key \"dMlp\" must be a whole number from 1 to 2147483647, found \"4\"",
                "\"config\" | \"konfig\" | missing key \"config\", expected an object",
                "{\"config\" | {\"weightDtype\":5,\"config\" | key \"weightDtype\" must be a text, found 5",
                "{\"config\" | {\"weightDtype\":\"fp8\",\"config\" |"
                        + " its weights are of type \"fp8\", expected fp32, fp16 or int4",
                "{\"config\" | {\"int4BlockSize\":2147483647,\"config\" |"
                        + " key \"int4BlockSize\" must be a whole number from 2 to 65536, found 2147483647",
                "{\"config\" | {\"int4BlockSize\":7,\"config\" | its block size 7 must be an even number",
            })
    void aHeaderIsNeverMadeToFit(String good, String bad, String complaint) {
        byte[] bytes = file(("{" + CONFIG + "}").replace(good, bad), 12 * PARAMETERS);
        assertEquals("x: " + complaint, complaint(bytes));
    }

    @Test
    void aSmallFileThatClaimsALargeModelTakesNoMemory() {
        String header =
                "{" + CONFIG.replace("\"ctx\":3", "\"ctx\":65536").replace("\"dModel\":2", "\"dModel\":4096") + "}";
        for (String type : List.of("fp32", "fp16", "int4")) {
            Mutations none = new Mutations(List.of(), BadFileException.class, 1 << 20);
            byte[] bytes = file(header.replace("{\"config", "{\"weightDtype\":\"" + type + "\",\"config"), 0);
            String complaint = none.refusalOf(bytes, bad -> TinyGptFile.read("x", bad));
            assertTrue(complaint.startsWith("x: cut short: 0 bytes of weights, its model has "), complaint);
        }
    }

    @Test
    void whatDefaultsNeedNotBeThere() {
        byte[] bytes = file("{" + CONFIG.replace(",\"dMlp\":4", ",\"dMlp\":null,\"seed\":4294967297") + "}", 0);
        String complaint = complaint(bytes);
        assertTrue(complaint.startsWith("x: cut short"), complaint);
        byte[] whole = file("{" + CONFIG.replace("}", ",\"seed\":4294967297}") + "}", 12 * PARAMETERS);
        assertEquals(
                4294967297L, TinyGptFile.read("x", whole).recipe().batches().seed());
    }

    @Test
    void weightsAndMomentsMustBeFinite() {
        byte[] bytes = file("{" + CONFIG + "}", 12 * PARAMETERS);
        int weights = bytes.length - 12 * PARAMETERS;
        assertEquals(
                "x: \"token_embedding.weight\" holds NaN at 5, expected finite numbers",
                spoilt(bytes, weights + 20, Float.NaN));
        int moments = weights + 4 * 512;
        assertEquals(
                "x: \"token_embedding.weight\" holds Infinity at 0, expected finite numbers",
                spoilt(bytes, moments, Float.POSITIVE_INFINITY));
        int squares = moments + 4 * 512;
        assertEquals("x: a moment, a mean of squares, is -1.0", spoilt(bytes, squares, -1));
        byte[] halves = file("{\"weightDtype\":\"fp16\"," + CONFIG + "}", 2 * PARAMETERS);
        halves[halves.length - 1] = 0x7c;
        assertEquals(
                "x: \"blocks.0.mlp.fc_out.bias\" holds Infinity at 1, expected finite numbers", complaintOf(halves));
    }

    private static String spoilt(byte[] bytes, int at, float value) {
        byte[] copy = bytes.clone();
        LittleEndian.putInt(copy, at, Float.floatToIntBits(value));
        return complaintOf(copy);
    }

    @Test
    void aNegativeNumberOfUpdatesIsRefused() {
        byte[] bytes = file("{" + CONFIG + "}", 12 * PARAMETERS);
        LittleEndian.putInt(bytes, bytes.length - 12 * PARAMETERS - 4, -1);
        assertEquals("x: it says that -1 updates were made", complaint(bytes));
    }

    private static String complaint(byte... bytes) {
        return String.valueOf(assertThrows(BadFileException.class, () -> TinyGptFile.read("x", bytes))
                .getMessage());
    }

    /** What is said about the weights, which are read when they are asked for. */
    private static String complaintOf(byte... bytes) {
        return String.valueOf(
                assertThrows(BadFileException.class, () -> read(bytes)).getMessage());
    }

    private static byte[] file(String header, int weights) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(12 + json.length + 4 + weights)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("TGPT".getBytes(StandardCharsets.US_ASCII))
                .putInt(2)
                .putInt(json.length)
                .put(json)
                .array();
    }

    private static byte[] earlier(String name) throws IOException {
        try (InputStream in = TinyGptMutationTest.class.getResourceAsStream("/microgpt/earlier/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
