package microgpt.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** A growing message, big-endian; {@link ByteReader} has the opposite of each method. */
public final class ByteWriter {
    private byte[] bytes = new byte[64];
    private int size;

    public ByteWriter tag(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public ByteWriter bool(boolean value) {
        return tag(value ? 1 : 0);
    }

    public ByteWriter int32(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >> shift);
        }
        return this;
    }

    public ByteWriter int64(long value) {
        return int32((int) (value >> 32)).int32((int) value);
    }

    public ByteWriter real(double value) {
        return int64(Double.doubleToLongBits(value));
    }

    public ByteWriter text(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    public ByteWriter bytes(Bytes value) {
        return raw(value.toArray());
    }

    public ByteWriter floats(Floats value) {
        int32(value.size());
        for (int i = 0; i < value.size(); i++) {
            int32(Float.floatToIntBits(value.at(i)));
        }
        return this;
    }

    public ByteWriter reals(Reals value) {
        int32(value.size());
        for (int i = 0; i < value.size(); i++) {
            real(value.at(i));
        }
        return this;
    }

    public <T> ByteWriter list(List<T> items, BiConsumer<ByteWriter, T> each) {
        int32(items.size());
        for (T item : items) {
            each.accept(this, item);
        }
        return this;
    }

    public <T> ByteWriter with(T item, BiConsumer<ByteWriter, T> how) {
        how.accept(this, item);
        return this;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private ByteWriter raw(byte[] value) {
        int32(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
