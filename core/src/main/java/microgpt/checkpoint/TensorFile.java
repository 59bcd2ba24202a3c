package microgpt.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import microgpt.numeric.Nullable;

/**
 * Named arrays of numbers and named texts, as a safetensors file holds them: a header in JSON, then the numbers, little
 * endian, the last index running fastest. What is written here carries the hash of the whole file among its texts, so that
 * no change goes unnoticed; files from elsewhere need not have it.
 */
public final class TensorFile {
    /**
     * An array and its shape.
     *
     * @param values float[], double[], long[], int[] or byte[], as many as the product of the shape
     */
    public record Entry(List<Integer> shape, Object values) {
        /** The floats of this entry. */
        public float[] floats() {
            if (values instanceof float[] floats) {
                return floats;
            }
            throw new IllegalArgumentException("expected numbers of 32 bits");
        }
    }

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean signed;

    public void put(String name, List<Integer> shape, Object values) {
        entries.put(name, new Entry(List.copyOf(shape), values));
    }

    public void putText(String name, String text) {
        texts.put(name, text);
    }

    public @Nullable String text(String name) {
        return texts.get(name);
    }

    public @Nullable Entry get(String name) {
        return entries.get(name);
    }

    /** Every array, in the order in which they were put or stood in the file. */
    public Map<String, Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** A copy that lacks one array. */
    TensorFile without(String name) {
        TensorFile copy = new TensorFile();
        copy.texts.putAll(texts);
        copy.entries.putAll(entries);
        copy.entries.remove(name);
        return copy;
    }

    /** Whether it was read from a file that carried its hash, which was right. */
    public boolean isSigned() {
        return signed;
    }

    void sign() {
        signed = true;
    }

    Map<String, String> texts() {
        return texts;
    }

    /** The names in the order of the file: large numbers first, so that each array lies at a multiple of its number's size. */
    List<String> inFileOrder() {
        List<String> names = new ArrayList<>(entries.keySet());
        names.sort((a, b) -> width(b) - width(a)); // stable
        return names;
    }

    private int width(String name) {
        Entry entry = entries.get(name);
        return entry == null ? 0 : NumberType.of(entry.values()).width;
    }

    /** The whole file. */
    public byte[] toBytes() {
        return new TensorFileWriter(this).write();
    }

    /**
     * Reads a safetensors file.
     *
     * @param file what to call it in complaints
     * @throws BadFileException if it is torn, or changed since it was written, or something else altogether
     */
    public static TensorFile read(String file, byte[] bytes) {
        return new TensorFileReader(file, bytes).read();
    }
}
