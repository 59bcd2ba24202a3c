package microgpt.checkpoint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import microgpt.numeric.Sha256;

/** Writes a safetensors file, and its own hash into it. */
final class TensorFileWriter {
    /** The text that holds the hash of the file, computed with zeros in this place. */
    static final String HASH = "sha256";

    static final String NO_HASH = "0".repeat(64);
    static final String METADATA = "__metadata__";

    private final TensorFile file;

    TensorFileWriter(TensorFile file) {
        this.file = file;
    }

    byte[] write() {
        List<String> names = file.inFileOrder();
        byte[] header = header(names);
        int start = 8 + header.length;
        int size = start;
        for (TensorFile.Entry entry : file.entries().values()) {
            size = Math.addExact(size, bytesOf(entry));
        }
        byte[] bytes = new byte[size];
        LittleEndian.putLong(bytes, 0, header.length);
        System.arraycopy(header, 0, bytes, 8, header.length);
        int at = start;
        for (String name : names) {
            TensorFile.Entry entry = entry(name);
            NumberType.write(entry.values(), bytes, at);
            at += bytesOf(entry);
        }
        byte[] hash = Sha256.of(bytes).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hash, 0, bytes, placeOfHash(bytes, start), hash.length);
        return bytes;
    }

    private TensorFile.Entry entry(String name) {
        TensorFile.Entry entry = file.get(name);
        if (entry == null) {
            throw new IllegalStateException(name + " is not in the file");
        }
        return entry;
    }

    private static int bytesOf(TensorFile.Entry entry) {
        return Math.multiplyExact(NumberType.count(entry.values()), NumberType.of(entry.values()).width);
    }

    /** JSON, filled up with blanks to a multiple of 8 bytes. */
    private byte[] header(List<String> names) {
        JsonObject metadata = new JsonObject();
        metadata.put(HASH, NO_HASH);
        for (Map.Entry<String, String> text : file.texts().entrySet()) {
            metadata.put(text.getKey(), text.getValue());
        }
        StringBuilder json = new StringBuilder("{\"" + METADATA + "\":").append(JsonWriter.string(metadata));
        long offset = 0;
        for (String name : names) {
            TensorFile.Entry entry = entry(name);
            json.append(',')
                    .append(JsonWriter.string(name))
                    .append(":{\"dtype\":\"")
                    .append(NumberType.of(entry.values()).name())
                    .append("\",\"shape\":")
                    .append(JsonWriter.string(new JsonArray(entry.shape())))
                    .append(",\"data_offsets\":[")
                    .append(offset)
                    .append(',')
                    .append(offset + bytesOf(entry))
                    .append("]}");
            offset += bytesOf(entry);
        }
        json.append('}');
        int length = json.toString().getBytes(StandardCharsets.UTF_8).length;
        json.append(" ".repeat((8 - length % 8) % 8));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Where the digits of the hash stand in a file whose header ends before {@code end}; -1 if there are none. */
    static int placeOfHash(byte[] bytes, int end) {
        byte[] key = ("\"" + HASH + "\":\"").getBytes(StandardCharsets.US_ASCII);
        for (int at = 8; at + key.length + NO_HASH.length() < end; at++) {
            int same = 0;
            while (same < key.length && bytes[at + same] == key[same]) {
                same++;
            }
            if (same == key.length) {
                return at + key.length;
            }
        }
        return -1;
    }
}
