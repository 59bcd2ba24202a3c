package microgpt.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** A growing message, big-endian; {@link ByteReader} has the opposite of each method. */
final class ByteWriter {
    private byte[] bytes = new byte[64];
    private int size;

    ByteWriter tag(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter bool(boolean value) {
        return tag(value ? 1 : 0);
    }

    ByteWriter int32(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >> shift);
        }
        return this;
    }

    ByteWriter int64(long value) {
        return int32((int) (value >> 32)).int32((int) value);
    }

    ByteWriter real(double value) {
        return int64(Double.doubleToLongBits(value));
    }

    ByteWriter text(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    ByteWriter bytes(Bytes value) {
        return raw(value.toArray());
    }

    ByteWriter floats(Floats value) {
        int32(value.size());
        for (int i = 0; i < value.size(); i++) {
            int32(Float.floatToIntBits(value.at(i)));
        }
        return this;
    }

    ByteWriter reals(Reals value) {
        int32(value.size());
        for (int i = 0; i < value.size(); i++) {
            real(value.at(i));
        }
        return this;
    }

    <T> ByteWriter list(List<T> items, BiConsumer<ByteWriter, T> each) {
        int32(items.size());
        for (T item : items) {
            each.accept(this, item);
        }
        return this;
    }

    <T> ByteWriter with(T item, BiConsumer<ByteWriter, T> how) {
        how.accept(this, item);
        return this;
    }

    byte[] toArray() {
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
