package microgpt.checkpoint;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import microgpt.json.Json;
import microgpt.json.JsonException;
import microgpt.json.JsonFields;
import microgpt.numeric.Nullable;
import microgpt.numeric.Sha256;

/**
 * Reads a safetensors file, and believes nothing that it says: arrays are made only when all of them are known to lie in the
 * file, one after the other, without a gap.
 */
final class TensorFileReader {
    private static final int LONGEST_HEADER = 100_000_000;

    /** Where the header says that an array lies, in bytes from the end of the header. */
    private record Place(String tensor, NumberType type, List<Integer> shape, int from, int to) {}

    private final String name;
    private final byte[] bytes;
    private final TensorFile file = new TensorFile();

    TensorFileReader(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    TensorFile read() {
        int start = start();
        List<Place> places = new ArrayList<>();
        String hash = "";
        for (Map.Entry<String, Object> entry : header(start).entrySet()) {
            if (!(entry.getValue() instanceof JsonObject described)) {
                throw bad("the header says no more of " + Json.shown(entry.getKey()) + " than "
                        + Json.shown(entry.getValue()));
            }
            if (entry.getKey().equals(TensorFileWriter.METADATA)) {
                hash = readTexts(described);
            } else {
                places.add(place(entry.getKey(), described));
            }
        }
        checkPlaces(start, places);
        if (!hash.isEmpty()) {
            checkHash(start, hash);
        }
        for (Place place : places) {
            int count = (place.to - place.from) / place.type.width;
            file.put(place.tensor, place.shape, place.type.read(bytes, start + place.from, count));
        }
        return file;
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
            return Json.object(new String(bytes, 8, start - 8, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw bad("its header is not understood: " + e.getMessage());
        }
    }

    /** Takes the texts over, and returns the hash; it is empty if there is none, as in files from elsewhere. */
    private String readTexts(JsonObject texts) {
        String hash = "";
        for (Map.Entry<String, Object> text : texts.entrySet()) {
            if (!(text.getValue() instanceof String value)) {
                throw bad("the text " + Json.shown(text.getKey()) + " is no text but " + Json.shown(text.getValue()));
            }
            if (!text.getKey().equals(TensorFileWriter.HASH)) {
                file.putText(text.getKey(), value);
            } else if (Sha256.isHex(value)) {
                hash = value;
            } else {
                throw bad("damaged: its hash " + Json.shown(value) + " is not one of 64 hexadecimal digits");
            }
        }
        return hash;
    }

    private Place place(String tensor, JsonObject described) {
        try {
            JsonFields fields = new JsonFields(described);
            NumberType type = NumberType.named(fields.text("dtype"));
            if (type == null) {
                throw new IllegalArgumentException("is of type " + Json.shown(described.get("dtype"))
                        + ", expected F64, I64, F32, I32, F16, BF16 or U8");
            }
            List<Integer> shape = shape(fields.array("shape"));
            JsonArray offsets = fields.array("data_offsets");
            int from = offsets.size() == 2 ? count(offsets.get(0)) : -1;
            int to = offsets.size() == 2 ? count(offsets.get(1)) : -1;
            if (from < 0 || to < from) {
                throw new IllegalArgumentException(
                        "lies at " + Json.shown(offsets) + ", expected two places, where it begins and ends");
            }
            if (to - from != type.width * numbers(shape)) {
                throw new IllegalArgumentException(
                        "of shape " + Json.shown(shape) + " takes other bytes than those from " + from + " to " + to);
            }
            return new Place(tensor, type, shape, from, to);
        } catch (IllegalArgumentException e) {
            throw bad("the array " + Json.shown(tensor) + ": " + e.getMessage());
        }
    }

    private static List<Integer> shape(JsonArray described) {
        List<Integer> shape = new ArrayList<>();
        for (Object size : described) {
            if (count(size) < 0) {
                throw new IllegalArgumentException("has the impossible shape " + Json.shown(described));
            }
            shape.add(count(size));
        }
        return shape;
    }

    /** Of a shape; if they are more than any file can hold, a number that is too large as well. */
    private static long numbers(List<Integer> shape) {
        long numbers = shape.contains(0) ? 0 : 1;
        for (int size : shape) {
            numbers = Math.min(numbers * size, Integer.MAX_VALUE);
        }
        return numbers;
    }

    /** A number that counts bytes or sizes; -1 if the value is no such. */
    private static int count(@Nullable Object value) {
        long number = Json.isWhole(value) ? Long.parseLong(String.valueOf(value)) : -1;
        return number >= 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
    }

    /** Each array must begin where the one before it ends, and the last must end with the file. */
    private void checkPlaces(int start, List<Place> places) {
        List<Place> inOrder = new ArrayList<>(places);
        inOrder.sort(Comparator.comparingInt(Place::from).thenComparingInt(Place::to));
        int end = 0;
        for (Place place : inOrder) {
            if (place.from != end) {
                throw bad("the array " + Json.shown(place.tensor) + " begins at " + place.from
                        + ", expected where the one before it ends, at " + end);
            }
            end = place.to;
        }
        long expected = (long) start + end;
        if (bytes.length != expected) {
            throw bad((bytes.length < expected ? "cut short" : "too long") + ": it should have " + expected
                    + " bytes, but has " + bytes.length);
        }
    }

    private void checkHash(int start, String expected) {
        int place = TensorFileWriter.placeOfHash(bytes, start);
        if (place < 0 || !hash(place).equals(expected)) {
            throw bad("damaged: its bytes are no longer those that were written");
        }
        file.sign();
    }

    /** The hash of all bytes, with zeros where it stands itself. */
    private String hash(int place) {
        byte[] zeros = TensorFileWriter.NO_HASH.getBytes(StandardCharsets.US_ASCII);
        int rest = place + zeros.length;
        Sha256 hash = new Sha256();
        hash.add(bytes, 0, place);
        hash.add(zeros, 0, zeros.length);
        hash.add(bytes, rest, bytes.length - rest);
        return hash.hex();
    }

    private BadFileException bad(String reason) {
        return new BadFileException(name, reason);
    }
}
