package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.util.Map;
import java.util.TreeMap;
import microgpt.checkpoint.TensorFile;

/** One tensor in a file: its type and shape, and the sum of its numbers. */
record TensorSum(String shape, double sum) {
    private static final TensorSum NONE = new TensorSum("", 0);

    /** All tensors that our own reader finds in a file, by name. */
    static Map<String, TensorSum> read(byte[] file) {
        Map<String, TensorSum> sums = new TreeMap<>();
        TensorFile.read("the file", file).entries().forEach((name, tensor) -> sums.put(name, of(tensor)));
        return sums;
    }

    private static TensorSum of(TensorFile.Entry tensor) {
        Object values = tensor.values();
        double sum = 0;
        for (int i = 0; i < Array.getLength(values); i++) {
            sum += values instanceof byte[] bytes ? bytes[i] & 0xff : Array.getDouble(values, i);
        }
        return new TensorSum(type(values) + " " + tensor.shape(), sum);
    }

    private static String type(Object values) {
        if (values instanceof byte[]) {
            return "U8";
        }
        Class<?> kind = values.getClass().getComponentType();
        return kind == float.class ? "F32" : kind == double.class ? "F64" : kind == long.class ? "I64" : "I32";
    }

    /** The lines that the independent reader prints. */
    static Map<String, TensorSum> parse(String lines) {
        Map<String, TensorSum> sums = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            int space = line.indexOf(' ');
            int last = line.lastIndexOf(' ');
            sums.put(
                    line.substring(0, space),
                    new TensorSum(line.substring(space + 1, last), Double.parseDouble(line.substring(last + 1))));
        }
        return sums;
    }

    static String shape(Map<String, TensorSum> tensors, String name) {
        return tensors.getOrDefault(name, NONE).shape();
    }

    /** Two readers found the same tensors; their sums may differ by the order of adding. */
    static void assertAlike(Map<String, TensorSum> ours, Map<String, TensorSum> theirs) {
        assertEquals(ours.keySet(), theirs.keySet());
        ours.forEach((name, sum) -> {
            TensorSum other = theirs.getOrDefault(name, NONE);
            assertEquals(sum.shape(), other.shape(), name);
            assertEquals(sum.sum(), other.sum(), 1e-6 * (1 + Math.abs(other.sum())), name);
        });
    }
}
