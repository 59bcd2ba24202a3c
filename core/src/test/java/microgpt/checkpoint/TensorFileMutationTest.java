package microgpt.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import microgpt.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that lie: nothing is read that is not there, and nothing twice. */
class TensorFileMutationTest {
    private static final int MEMORY = 4 << 20;
    private static final String TWO = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[1,4],\"data_offsets\":[8,12]}}";

    @Test
    void aSpoiltFileFromElsewhereIsReadOrRefused() throws Exception {
        Mutations.Outcome outcome = new Mutations(List.of(file(TWO, 12), file("{}", 0)), BadFileException.class, MEMORY)
                .check(TensorFileMutationTest::read);
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    @Test
    void aSpoiltHeaderIsReadOrRefused() throws Exception {
        String texts = "{\"__metadata__\":{\"note\":\"a \\\"b\\\"\"}," + TWO.substring(1);
        Mutations.Outcome outcome = Mutations.ofTexts(List.of(TWO, texts), BadFileException.class, MEMORY)
                .check(header -> read(file(new String(header, StandardCharsets.UTF_8), 12)));
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    @Test
    void aSpoiltFileOfOursIsReadOrRefused() throws Exception {
        TensorFile file = new TensorFile();
        file.putText("note", "a \"note\"");
        file.put("long", List.of(2), new long[] {1, -1});
        file.put("float", List.of(2, 2), new float[] {1, 2, 3, 4});
        file.put("byte", List.of(3), new byte[] {1, 2, 3});
        Mutations.Outcome outcome = new Mutations(List.of(file.toBytes()), BadFileException.class, MEMORY)
                .check(bytes -> read(Signed.signed(bytes)));
        assertTrue(outcome.refused() > 0 && outcome.read() > 0, outcome.toString());
    }

    private static void read(byte... bytes) {
        TensorFile file = TensorFile.read("x", bytes);
        TensorFile again = TensorFile.read("again", file.toBytes());
        assertEquals(file.entries().keySet(), again.entries().keySet());
        file.entries().forEach((name, entry) -> {
            long product = 1;
            for (int size : entry.shape()) {
                product *= size;
            }
            assertEquals(product, NumberType.count(entry.values()));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 100_000})
    void bracketsInsideBracketsAreRefused(int depth) {
        for (String bracket : List.of("{\"a\":", "{\"a\":[[[[")) {
            String complaint = complaint(file(bracket.repeat(depth), 0));
            assertTrue(complaint.endsWith("brackets must not nest deeper than 64"), complaint);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[0,8] | [9223372036854775800,9223372036854775804] | the array \"b\": lies at"
                        + " [9223372036854775800,9223372036854775804], expected two places, where it begins and ends",
                "[0,8] | [8,18446744073709551628] | the array \"b\": lies at [8,18446744073709551628],"
                        + " expected two places, where it begins and ends",
                "[0,8] | [8.0,12] | the array \"b\": lies at [8.0,12], expected two places, where it begins and ends",
                "[0,8] | [12,8] | the array \"b\": lies at [12,8], expected two places, where it begins and ends",
                "[0,8] | [8] | the array \"b\": lies at [8], expected two places, where it begins and ends",
                "[0,8] | [-4,0] | the array \"b\": lies at [-4,0], expected two places, where it begins and ends",
                "[0,8] | [8,13] | the array \"b\": of shape [1,4] takes other bytes than those from 8 to 13",
                "[0,8] | [4,8] | the array \"b\" begins at 4, expected where the one before it ends, at 8",
                "[0,8] | [0,4] | the array \"a\" begins at 0, expected where the one before it ends, at 4",
                "[4,12] | [0,4] | all is well",
                "[0,8] | [9,13] | the array \"b\" begins at 9, expected where the one before it ends, at 8",
            })
    void arraysLieOneAfterTheOther(String first, String second, String complaint) {
        byte[] bytes = file(TWO.replace("[0,8]", "A").replace("[8,12]", second).replace("A", first), 12);
        if (complaint.equals("all is well")) {
            assertEquals(2, TensorFile.read("x", bytes).entries().size());
        } else {
            assertEquals("x: " + complaint, complaint(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4294967297", "1.9", "1e0", "-1", "\"1\"", "null", "true", "[1]", "2147483648", "65536,65536"})
    void aShapeIsNeverMadeToFit(String size) {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[" + size + "],\"data_offsets\":[0,4]}}";
        String complaint = complaint(file(header, 4));
        assertTrue(
                complaint.startsWith("x: the array \"a\": has the impossible shape ")
                        || complaint.equals("x: the array \"a\": of shape [65536,65536] takes other bytes than those"
                                + " from 0 to 4"),
                complaint);
        assertEquals(
                "x: the array \"a\": of shape [3] takes other bytes than those from 0 to 4",
                complaint(file("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,4]}}", 4)));
    }

    @Test
    void sizesThatOverflowWithANoughtAreNoSize() {
        String header =
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647,0],\"data_offsets\":[0,0]}}";
        assertEquals(
                4,
                Objects.requireNonNull(TensorFile.read("x", file(header, 0)).get("a"))
                        .shape()
                        .size());
    }

    @Test
    void aHeaderThatAsksForGigabytesTakesNoMemory() {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[268435456],\"data_offsets\":[0,1073741824]}}";
        Mutations none = new Mutations(List.of(), BadFileException.class, 1 << 17);
        byte[] bytes = file(header, 8);
        assertEquals(
                "x: cut short: it should have " + (bytes.length - 8 + (1 << 30)) + " bytes, but has " + bytes.length,
                none.refusalOf(bytes, TensorFileMutationTest::read));
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        String complaint = complaint(file(TWO.replace("\"b\"", "\"\\u0061\""), 12));
        assertTrue(complaint.endsWith("key \"a\" is given twice"), complaint);
    }

    @Test
    void bytesThatNoArrayClaimsAreRefused() {
        assertEquals(
                "x: too long: it should have " + (8 + TWO.length() + 12) + " bytes, but has " + (8 + TWO.length() + 13),
                complaint(file(TWO, 13)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "G", "A"})
    void aHashThatIsNoneIsNotTakenForAFileFromElsewhere(String digits) {
        String hash = digits.repeat(64 / Math.max(1, digits.length())).substring(digits.equals("00") ? 1 : 0);
        String header = "{\"__metadata__\":{\"sha256\":\"" + hash + "\"}," + TWO.substring(1);
        String complaint = complaint(file(header, 12));
        assertTrue(complaint.startsWith("x: damaged: "), complaint);
        assertFalse(TensorFile.read("x", file(TWO, 12)).isSigned());
        String other = header.replace("sha256", "sha1");
        assertFalse(TensorFile.read("x", file(other, 12)).isSigned());
    }

    @Test
    void aCheckpointWithAnEmptyHashIsDamaged() {
        TensorFile file = new TensorFile();
        file.putText("microgpt", "weights");
        String whole = new String(file.toBytes(), StandardCharsets.ISO_8859_1);
        int at = whole.indexOf("\"sha256\":\"") + 10;
        byte[] emptied = (whole.substring(0, at) + whole.substring(at + 64) + " ".repeat(64))
                .getBytes(StandardCharsets.ISO_8859_1);
        String complaint = String.valueOf(assertThrows(BadFileException.class, () -> Checkpoint.read("x", emptied))
                .getMessage());
        assertTrue(complaint.contains("its hash \"\" is not one of 64 hexadecimal digits"), complaint);
    }

    @Test
    void textsAreTexts() {
        String complaint = complaint(file("{\"__metadata__\":{\"a\":1}}", 0));
        assertEquals("x: the text \"a\" is no text but 1", complaint);
        assertEquals("x: the header says no more of \"a\" than [1]", complaint(file("{\"a\":[1]}", 0)));
    }

    @Test
    void whatIsWrittenHasTheBytesOfOld() {
        TensorFile file = new TensorFile();
        file.put("a", List.of(1), new byte[] {9});
        byte[] bytes = file.toBytes();
        assertArrayEquals(bytes, TensorFile.read("x", bytes).toBytes());
        assertTrue(TensorFile.read("x", bytes).isSigned());
    }

    private static String complaint(byte... bytes) {
        return String.valueOf(assertThrows(BadFileException.class, () -> TensorFile.read("x", bytes))
                .getMessage());
    }

    private static byte[] file(String header, int data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }
}
