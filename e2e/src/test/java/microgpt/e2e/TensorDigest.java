package microgpt.e2e;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import microgpt.checkpoint.TensorFile;

/** One tensor in a file: its type and shape, and the SHA-256 of its numbers, each in its bytes, the lowest first. */
record TensorDigest(String shape, String sha256) {
    private static final TensorDigest NONE = new TensorDigest("", "");

    /** All tensors that our own reader finds in a file, by name. */
    static Map<String, TensorDigest> read(byte[] file) {
        Map<String, TensorDigest> digests = new TreeMap<>();
        TensorFile.read("the file", file).entries().forEach((name, tensor) -> digests.put(name, of(tensor)));
        return digests;
    }

    static TensorDigest of(TensorFile.Entry tensor) {
        Object values = tensor.values();
        int count = Array.getLength(values);
        ByteBuffer bytes = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            put(Array.get(values, i), bytes);
        }
        bytes.flip();
        return new TensorDigest(type(values) + " " + tensor.shape(), sha256(bytes));
    }

    private static void put(Object value, ByteBuffer into) {
        if (value instanceof Byte number) {
            into.put(number);
        } else if (value instanceof Integer number) {
            into.putInt(number);
        } else if (value instanceof Long number) {
            into.putLong(number);
        } else if (value instanceof Float number) {
            into.putFloat(number);
        } else {
            into.putDouble((Double) value);
        }
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(Object values) {
        if (values instanceof byte[]) {
            return "U8";
        }
        Class<?> kind = values.getClass().getComponentType();
        return kind == float.class ? "F32" : kind == double.class ? "F64" : kind == long.class ? "I64" : "I32";
    }

    /** The lines that the independent reader prints. */
    static Map<String, TensorDigest> parse(String lines) {
        Map<String, TensorDigest> digests = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            int space = line.indexOf(' ');
            int last = line.lastIndexOf(' ');
            digests.put(
                    line.substring(0, space),
                    new TensorDigest(line.substring(space + 1, last), line.substring(last + 1)));
        }
        return digests;
    }

    static String shape(Map<String, TensorDigest> tensors, String name) {
        return tensors.getOrDefault(name, NONE).shape();
    }
}
