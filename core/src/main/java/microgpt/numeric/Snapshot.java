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
            if (unit != (char) unit) {
                throw new IllegalArgumentException(
                        prefix + name + " holds " + unit + ", expected a unit of text from 0 to 65535");
            }
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

    public int[] ints(String name, int length) {
        int[] values = ints(name);
        checkLength(name, values.length, length);
        return values;
    }

    public byte[] bytes(String name, int length) {
        byte[] values = bytes(name);
        checkLength(name, values.length, length);
        return values;
    }

    /** The array of floats of that name, which must have {@code length} values, all of them finite. */
    public float[] finiteFloats(String name, int length) {
        float[] values = floats(name, length);
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw bad(name, i, values[i], "a finite number");
            }
        }
        return values;
    }

    /** The same of doubles. */
    public double[] finiteDoubles(String name, int length) {
        double[] values = doubles(name, length);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw bad(name, i, values[i], "a finite number");
            }
        }
        return values;
    }

    /** Value {@code index} of the whole numbers of 64 bits, which must be from {@code least} to {@code most}. */
    public long whole(String name, int index, long least, long most) {
        long value = longs(name)[index];
        if (value < least || value > most) {
            throw bad(name, index, value, least == most ? "" + least : "a number from " + least + " to " + most);
        }
        return value;
    }

    /** The same of 32 bits. */
    public int integer(String name, int index, int least, int most) {
        int value = ints(name)[index];
        if (value < least || value > most) {
            throw bad(name, index, value, least == most ? "" + least : "a number from " + least + " to " + most);
        }
        return value;
    }

    /** The same of numbers that need not be whole. */
    public double number(String name, int index, double least, double most) {
        double value = doubles(name)[index];
        if (!(value >= least && value <= most)) {
            String from = least == -Double.MAX_VALUE ? "a number" : "a number from " + least + " on";
            throw bad(name, index, value, most < Double.MAX_VALUE ? "a number from " + least + " to " + most : from);
        }
        return value;
    }

    /** Whether value {@code index} of the doubles of that name is 1; else it must be 0. */
    public boolean flag(String name, int index) {
        double value = doubles(name)[index];
        if (value != 0 && value != 1) {
            throw bad(name, index, value, "0 or 1");
        }
        return value == 1;
    }

    /** Sets {@code rng} to the state of that name. */
    public void restore(String name, Rng rng) {
        long[] state = longs(name);
        try {
            rng.restore(state);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + name + " holds " + e.getMessage(), e);
        }
    }

    /** Sets {@code ema} to the state of that name. */
    public void restore(String name, Ema ema) {
        double[] state = doubles(name);
        try {
            ema.restore(state);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + name + " holds " + e.getMessage(), e);
        }
    }

    /** What to say of value {@code index} of the array of that name. */
    public IllegalArgumentException bad(String name, int index, Object found, String expected) {
        return new IllegalArgumentException(
                prefix + name + " holds " + found + " at " + index + ", expected " + expected);
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
