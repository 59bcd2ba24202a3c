package microgpt.predict;

import java.util.Arrays;

/** Bytes that are written one number after another; {@link Unpacking} reads them. */
final class Packing {
    private byte[] bytes = new byte[1 << 12];
    private int length;

    void putByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    /** 16 bits, the low ones first. */
    void putShort(int value) {
        putByte(value);
        putByte(value >>> 8);
    }

    /** 32 bits, the low ones first. */
    void putInt(int value) {
        putShort(value);
        putShort(value >>> 16);
    }

    /** A number from 0 on, seven bits a byte, the low ones first. */
    void putCount(int value) {
        int rest = value;
        while (rest > 127) {
            putByte((rest & 127) | 128);
            rest >>>= 7;
        }
        putByte(rest);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
