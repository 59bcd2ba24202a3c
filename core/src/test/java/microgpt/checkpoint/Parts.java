package microgpt.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The arrays and texts of a file one by one, to change them while the file stays in order. */
final class Parts {
    private Parts() {}

    /** The bytes of part {@code number}, arrays first, after its number. */
    static byte[] part(TensorFile whole, int number) {
        List<String> names = new ArrayList<>(whole.entries().keySet());
        byte[] content;
        if (number < names.size()) {
            Object values = entry(whole, names.get(number)).values();
            content = new byte[NumberType.count(values) * NumberType.of(values).width];
            NumberType.write(values, content, 0);
        } else {
            List<String> texts = new ArrayList<>(whole.texts().values());
            content = texts.get(number - names.size()).getBytes(StandardCharsets.UTF_8);
        }
        byte[] part = new byte[1 + content.length];
        part[0] = (byte) number;
        System.arraycopy(content, 0, part, 1, content.length);
        return part;
    }

    /** A whole file with one part replaced by what {@link #part} gave, or what became of it. */
    static byte[] with(TensorFile whole, byte[] part) {
        List<String> names = new ArrayList<>(whole.entries().keySet());
        List<String> texts = new ArrayList<>(whole.texts().keySet());
        int number = part.length == 0 ? 0 : (part[0] & 0xff) % (names.size() + texts.size());
        byte[] content = Arrays.copyOfRange(part, Math.min(1, part.length), part.length);
        TensorFile changed;
        if (number < names.size()) {
            String name = names.get(number);
            changed = whole.without(name);
            TensorFile.Entry entry = entry(whole, name);
            NumberType type = NumberType.of(entry.values());
            int count = content.length / type.width;
            boolean isShaped = count == NumberType.count(entry.values());
            changed.put(name, isShaped ? entry.shape() : List.of(count), type.read(content, 0, count));
        } else {
            changed = whole.without("");
            changed.putText(texts.get(number - names.size()), new String(content, StandardCharsets.UTF_8));
        }
        return changed.toBytes();
    }

    /** Changes one number of an array; "-" sets all of them to 0. */
    static void set(TensorFile whole, String name, int index, String number) {
        Object values = entry(whole, name).values();
        if (values instanceof long[] longs) {
            Arrays.fill(longs, number.equals("-") ? 0 : longs.length, longs.length, 0);
            longs[index] = number.equals("-") ? 0 : Long.parseLong(number);
        } else if (values instanceof int[] ints) {
            ints[index] = Integer.parseInt(number);
        } else if (values instanceof double[] doubles) {
            doubles[index] = Double.parseDouble(number);
        } else if (values instanceof float[] floats) {
            floats[index] = Float.parseFloat(number);
        }
    }

    private static TensorFile.Entry entry(TensorFile whole, String name) {
        return Objects.requireNonNull(whole.get(name));
    }

    /** The same array and one number more. */
    static Object longer(Object values) {
        NumberType type = NumberType.of(values);
        int count = NumberType.count(values);
        byte[] bytes = new byte[(count + 1) * type.width];
        NumberType.write(values, bytes, 0);
        return type.read(bytes, 0, count + 1);
    }
}
