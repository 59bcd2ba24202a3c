package microgpt.protocol;

import java.util.Arrays;

/** Immutable doubles, so that a message can be a record with equality. */
public final class Reals {
    public static final Reals EMPTY = new Reals(new double[0]);

    private final double[] values;

    private Reals(double[] values) {
        this.values = values;
    }

    /** Takes the array over: the caller no longer writes to it. */
    public static Reals of(double... values) {
        return values.length == 0 ? EMPTY : new Reals(values);
    }

    public int size() {
        return values.length;
    }

    public double at(int index) {
        return values[index];
    }

    /** The doubles themselves, not a copy: not to be written to. */
    public double[] toArray() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reals reals && Arrays.equals(values, reals.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " doubles";
    }
}
