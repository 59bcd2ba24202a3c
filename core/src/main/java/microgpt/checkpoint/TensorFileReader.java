package microgpt.checkpoint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microgpt.numeric.Sha256;

/** Reads a safetensors file, and believes nothing that it says. */
final class TensorFileReader {
    private static final int LONGEST_HEADER = 100_000_000;

    private final String name;
    private final byte[] bytes;

    TensorFileReader(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    TensorFile read() {
        int start = start();
        JsonObject header = header(start);
        checkHash(start, header);
        TensorFile file = new TensorFile();
        for (Map.Entry<String, Object> entry : header.entrySet()) {
            if (!(entry.getValue() instanceof JsonObject described)) {
                throw bad("the header says no more of \"" + entry.getKey() + "\" than " + entry.getValue());
            }
            if (entry.getKey().equals(TensorFileWriter.METADATA)) {
                readTexts(described, file);
            } else {
                read(entry.getKey(), described, start, file);
            }
        }
        return file;
    }

    private static void readTexts(JsonObject texts, TensorFile file) {
        for (Map.Entry<String, Object> text : texts.entrySet()) {
            if (text.getKey().equals(TensorFileWriter.HASH)) {
                file.sign(); // it was checked
            } else {
                file.putText(text.getKey(), String.valueOf(text.getValue()));
            }
        }
    }

    private int start() {
        if (bytes.length < 10) {
            throw bad("not a safetensors file: it has " + bytes.length + " bytes");
        }
        long length = LittleEndian.getLong(bytes, 0);
        if (length < 2 || length > LONGEST_HEADER || bytes[8] != '{') {
            throw bad("not a safetensors file: it does not begin with a header");
        }
        if (length > bytes.length - 8) {
            throw bad("cut short: its header takes " + length + " bytes, but it has " + bytes.length);
        }
        return (int) length + 8;
    }

    private JsonObject header(int start) {
        try {
            return JsonParser.object().from(new String(bytes, 8, start - 8, StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw bad("its header is not JSON: " + e.getMessage());
        }
    }

    private void checkHash(int start, JsonObject header) {
        long end = 0;
        for (Object described : header.values()) {
            if (described instanceof JsonObject entry && entry.has("data_offsets")) {
                end = Math.max(
                        end, entry.getArray("data_offsets", new JsonArray()).getLong(1, 0));
            }
        }
        if (start + end > bytes.length) {
            throw bad("cut short: it should have " + (start + end) + " bytes, but has " + bytes.length);
        }
        String expected =
                header.getObject(TensorFileWriter.METADATA, new JsonObject()).getString(TensorFileWriter.HASH, "");
        if (expected.isEmpty()) {
            return; // from elsewhere
        }
        if (!hash(TensorFileWriter.placeOfHash(bytes, start)).equals(expected)) {
            throw bad("damaged: its bytes are no longer those that were written");
        }
    }

    /** The hash of all bytes, with zeros where it stands itself. */
    private String hash(int place) {
        if (place < 0) {
            return "";
        }
        byte[] zeros = TensorFileWriter.NO_HASH.getBytes(StandardCharsets.US_ASCII);
        int rest = place + zeros.length;
        Sha256 hash = new Sha256();
        hash.add(bytes, 0, place);
        hash.add(zeros, 0, zeros.length);
        hash.add(bytes, rest, bytes.length - rest);
        return hash.hex();
    }

    private void read(String tensor, JsonObject described, int start, TensorFile file) {
        NumberType of = NumberType.named(described.getString("dtype", ""));
        if (of == null) {
            throw bad("\"" + tensor + "\" is of type " + described.getString("dtype", "unknown")
                    + ", expected F64, I64, F32, I32, F16, BF16 or U8");
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (Object size : described.getArray("shape", new JsonArray())) {
            int one = size instanceof Number number ? number.intValue() : -1;
            if (one < 0 || count * one > Integer.MAX_VALUE) {
                throw bad("\"" + tensor + "\" has the impossible shape " + described.getArray("shape"));
            }
            shape.add(one);
            count *= one;
        }
        JsonArray offsets = described.getArray("data_offsets", new JsonArray());
        long from = start + offsets.getLong(0, -1);
        long to = start + offsets.getLong(1, -1);
        if (from < start || to > bytes.length || to - from != count * of.width) {
            throw bad("\"" + tensor + "\" of shape " + shape + " does not lie where the header says");
        }
        file.put(tensor, shape, of.read(bytes, (int) from, (int) count));
    }

    private BadFileException bad(String reason) {
        return new BadFileException(name, reason);
    }
}
