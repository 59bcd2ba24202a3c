package microgpt.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TensorFileTest {
    @Test
    void whatIsWrittenIsReadBackToTheBit() {
        TensorFile read = TensorFile.read("x", sample().toBytes());
        assertEquals("grün \"quoted\"", read.text("note"));
        TensorFile.Entry matrix = entry(read, "matrix");
        assertEquals(List.of(2, 3), matrix.shape());
        assertArrayEquals(new float[] {1, -0f, Float.MIN_VALUE, 4, 5, 6.1f}, matrix.floats());
        assertArrayEquals(new double[] {0.1}, (double[]) entry(read, "double").values());
        assertArrayEquals(
                new long[] {Long.MIN_VALUE, 7}, (long[]) entry(read, "long").values());
        assertArrayEquals(new int[] {-3}, (int[]) entry(read, "int").values());
        assertArrayEquals(new byte[] {1, -1, 2}, (byte[]) entry(read, "byte").values());
        assertEquals(List.of(0), entry(read, "none").shape());
    }

    @Test
    void theLayoutIsThatOfSafetensors() {
        TensorFile file = new TensorFile();
        file.put("a", List.of(1), new byte[] {9});
        file.put("b", List.of(2), new float[] {1, 2});
        byte[] bytes = file.toBytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) buffer.getLong(0);
        assertEquals(0, header % 8);
        String json = new String(bytes, 8, header, StandardCharsets.UTF_8);
        assertTrue(json.contains("\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}"), json);
        assertTrue(json.contains("\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[8,9]}"), json);
        assertEquals(2f, buffer.getFloat(8 + header + 4));
        assertEquals(9, bytes[8 + header + 8]);
    }

    @Test
    void anyChangedByteIsNoticed() {
        byte[] bytes = sample().toBytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 4;
            assertFalse(isTrusted(changed), "byte " + at);
        }
    }

    private static boolean isTrusted(byte[] bytes) {
        try {
            return TensorFile.read("x", bytes).isSigned();
        } catch (BadFileException e) {
            return false;
        }
    }

    @Test
    void anyCutIsNoticedAndNamed() {
        byte[] bytes = sample().toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(BadFileException.class, () -> TensorFile.read("x", cut), "length " + length);
        }
        Exception e = assertThrows(
                BadFileException.class, () -> TensorFile.read("x.bin", Arrays.copyOf(bytes, bytes.length - 1)));
        assertTrue(String.valueOf(e.getMessage()).startsWith("x.bin: cut short: it should have "), e.getMessage());
    }

    @Test
    void aForeignFileIsNamed() {
        byte[] text = "once upon a time there was a text".getBytes(StandardCharsets.US_ASCII);
        Exception e = assertThrows(BadFileException.class, () -> TensorFile.read("t.txt", text));
        assertEquals("t.txt: not a safetensors file: it does not begin with a header", e.getMessage());
    }

    @Test
    void halfPrecisionFromElsewhereIsRead() {
        String header = "{\"h\":{\"dtype\":\"F16\",\"shape\":[5],\"data_offsets\":[0,10]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[10,12]}}";
        ByteBuffer buffer = ByteBuffer.allocate(8 + header.length() + 12).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (int half : new int[] {0x3c00, 0xc000, 0x0001, 0x7c00, 0x3555, 0x3f80}) {
            buffer.putShort((short) half);
        }
        TensorFile file = TensorFile.read("x", buffer.array());
        assertArrayEquals(
                new float[] {1, -2, 0x1p-24f, Float.POSITIVE_INFINITY, 0.33325195f},
                entry(file, "h").floats());
        assertArrayEquals(new float[] {1}, entry(file, "b").floats());
    }

    private static TensorFile.Entry entry(TensorFile file, String name) {
        return Objects.requireNonNull(file.get(name));
    }

    private static TensorFile sample() {
        TensorFile file = new TensorFile();
        file.putText("note", "grün \"quoted\"");
        file.put("byte", List.of(3), new byte[] {1, -1, 2});
        file.put("matrix", List.of(2, 3), new float[] {1, -0f, Float.MIN_VALUE, 4, 5, 6.1f});
        file.put("double", List.of(1), new double[] {0.1});
        file.put("long", List.of(2), new long[] {Long.MIN_VALUE, 7});
        file.put("int", List.of(1), new int[] {-3});
        file.put("none", List.of(0), new float[0]);
        return file;
    }
}
