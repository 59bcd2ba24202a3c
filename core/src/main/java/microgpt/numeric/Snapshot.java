package microgpt.numeric;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays: what a run remembers, taken apart so that it can be stored, and exact to the bit. Whoever puts an array in
 * takes it out under the same name; arrays are not copied.
 */
public final class Snapshot {
    private final Map<String, Object> arrays;
    private final String prefix;

    /** An empty one. */
    public Snapshot() {
        this(new LinkedHashMap<>(), "");
    }

    private Snapshot(Map<String, Object> arrays, String prefix) {
        this.arrays = arrays;
        this.prefix = prefix;
    }

    /** A view of the same arrays in which all names begin with {@code part} and a dot. */
    public Snapshot part(String part) {
        return new Snapshot(arrays, prefix + part + ".");
    }

    /** Every array by its full name, in the order in which they were put: long[], double[], float[], int[] or byte[]. */
    public Map<String, Object> arrays() {
        return arrays;
    }

    public void put(String name, long... values) {
        arrays.put(prefix + name, values);
    }

    public void put(String name, double... values) {
        arrays.put(prefix + name, values);
    }

    public void put(String name, float... values) {
        arrays.put(prefix + name, values);
    }

    public void put(String name, int... values) {
        arrays.put(prefix + name, values);
    }

    public void put(String name, byte... values) {
        arrays.put(prefix + name, values);
    }

    /** A text, as UTF-16 units. */
    public void putText(String name, String text) {
        int[] units = new int[text.length()];
        for (int i = 0; i < units.length; i++) {
            units[i] = text.charAt(i);
        }
        put(name, units);
    }

    public boolean has(String name) {
        return arrays.containsKey(prefix + name);
    }

    public long[] longs(String name) {
        if (get(name) instanceof long[] values) {
            return values;
        }
        throw wrong(name, "whole numbers of 64 bits");
    }

    public double[] doubles(String name) {
        if (get(name) instanceof double[] values) {
            return values;
        }
        throw wrong(name, "numbers of 64 bits");
    }

    public float[] floats(String name) {
        if (get(name) instanceof float[] values) {
            return values;
        }
        throw wrong(name, "numbers of 32 bits");
    }

    public int[] ints(String name) {
        if (get(name) instanceof int[] values) {
            return values;
        }
        throw wrong(name, "whole numbers of 32 bits");
    }

    public byte[] bytes(String name) {
        if (get(name) instanceof byte[] values) {
            return values;
        }
        throw wrong(name, "bytes");
    }

    public String text(String name) {
        StringBuilder text = new StringBuilder();
        for (int unit : ints(name)) {
            text.append((char) unit);
        }
        return text.toString();
    }

    /** The array of floats of that name, which must have {@code length} values. */
    public float[] floats(String name, int length) {
        float[] values = floats(name);
        checkLength(name, values.length, length);
        return values;
    }

    /** The array of doubles of that name, which must have {@code length} values; {@code longs} likewise. */
    public double[] doubles(String name, int length) {
        double[] values = doubles(name);
        checkLength(name, values.length, length);
        return values;
    }

    public long[] longs(String name, int length) {
        long[] values = longs(name);
        checkLength(name, values.length, length);
        return values;
    }

    private void checkLength(String name, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(prefix + name + " holds " + found + " values, expected " + expected);
        }
    }

    private Object get(String name) {
        Object array = arrays.get(prefix + name);
        if (array == null) {
            throw new IllegalArgumentException(prefix + name + " is missing");
        }
        return array;
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException(prefix + name + " must hold " + expected);
    }
}
