package microgpt.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A message being taken apart; {@link ByteWriter} has the opposite of each method. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int tag() {
        need(1);
        return bytes[at++] & 0xff;
    }

    public boolean bool() {
        int tag = tag();
        if (tag > 1) {
            throw new IllegalArgumentException("a truth must be 0 or 1, found " + tag + " at " + (at - 1));
        }
        return tag == 1;
    }

    public int int32() {
        need(4);
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            value = (value << 8) | (bytes[at] & 0xff);
        }
        return value;
    }

    public long int64() {
        long high = int32();
        return (high << 32) | (int32() & 0xffffffffL);
    }

    public double real() {
        return Double.longBitsToDouble(int64());
    }

    public String text() {
        return new String(raw(), StandardCharsets.UTF_8);
    }

    public Bytes bytes() {
        return Bytes.of(raw());
    }

    public Floats floats() {
        float[] values = new float[count(4)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(int32());
        }
        return Floats.of(values);
    }

    public Reals reals() {
        double[] values = new double[count(8)];
        for (int i = 0; i < values.length; i++) {
            values[i] = real();
        }
        return Reals.of(values);
    }

    public <T> List<T> list(Function<ByteReader, T> each) {
        int count = count(1);
        List<T> items = new ArrayList<>(); // grows as elements come: each takes more room here than in the message
        for (int i = 0; i < count; i++) {
            items.add(each.apply(this));
        }
        return List.copyOf(items);
    }

    /** The constant whose ordinal was written. */
    public <T> T oneOf(T[] constants) {
        int tag = tag();
        if (tag >= constants.length) {
            throw new IllegalArgumentException("no constant has the tag " + tag + " at " + (at - 1));
        }
        return constants[tag];
    }

    /** Refuses bytes after the end of the message. */
    public <T> T whole(T message) {
        if (at != bytes.length) {
            throw new IllegalArgumentException(
                    "a message of " + bytes.length + " bytes goes on after its end at " + at);
        }
        return message;
    }

    private byte[] raw() {
        int length = count(1);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** A number of elements that the rest of the message can hold: foreign bytes must not ask for all memory. */
    private int count(int bytesEach) {
        int count = int32();
        if (count < 0 || count > (bytes.length - at) / bytesEach) {
            throw cutShort("has no room for the " + count + " elements announced");
        }
        return count;
    }

    private void need(int more) {
        if (bytes.length - at < more) {
            throw cutShort("ends where " + more + " more are expected");
        }
    }

    private IllegalArgumentException cutShort(String how) {
        return new IllegalArgumentException("a message of " + bytes.length + " bytes " + how + " at " + at);
    }
}
