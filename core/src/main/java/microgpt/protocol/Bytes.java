package microgpt.protocol;

import java.util.Arrays;

/** Immutable bytes, so that a message can be a record with equality. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] values;

    private Bytes(byte[] values) {
        this.values = values;
    }

    /** Takes the array over: the caller no longer writes to it. */
    public static Bytes of(byte... values) {
        return values.length == 0 ? EMPTY : new Bytes(values);
    }

    public int size() {
        return values.length;
    }

    public byte at(int index) {
        return values[index];
    }

    /** The bytes themselves, not a copy: not to be written to. */
    public byte[] toArray() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(values, bytes.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " bytes";
    }
}
