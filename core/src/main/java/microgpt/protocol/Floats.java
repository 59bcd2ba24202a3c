package microgpt.protocol;

import java.util.Arrays;

/** Immutable floats, so that a message can be a record with equality. */
public final class Floats {
    public static final Floats EMPTY = new Floats(new float[0]);

    private final float[] values;

    private Floats(float[] values) {
        this.values = values;
    }

    /** Takes the array over: the caller no longer writes to it. */
    public static Floats of(float... values) {
        return values.length == 0 ? EMPTY : new Floats(values);
    }

    public int size() {
        return values.length;
    }

    public float at(int index) {
        return values[index];
    }

    /** The floats themselves, not a copy: not to be written to. */
    public float[] toArray() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Floats floats && Arrays.equals(values, floats.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " floats";
    }
}
