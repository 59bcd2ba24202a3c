package microgpt.checkpoint;

/** Numbers in bytes, the least significant byte first. */
final class LittleEndian {
    private LittleEndian() {}

    static int getInt(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    static long getLong(byte[] bytes, int at) {
        return (getInt(bytes, at) & 0xffffffffL) | (long) getInt(bytes, at + 4) << 32;
    }

    static void putInt(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
        bytes[at + 2] = (byte) (value >>> 16);
        bytes[at + 3] = (byte) (value >>> 24);
    }

    static void putLong(byte[] bytes, int at, long value) {
        putInt(bytes, at, (int) value);
        putInt(bytes, at + 4, (int) (value >>> 32));
    }

    /** The number of 16 bits at {@code at} (IEEE 754 binary16), exactly. */
    static float getHalf(byte[] bytes, int at) {
        int bits = (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >>> 10) & 31;
        int fraction = bits & 0x3ff;
        if (exponent == 0) { // zero, or a subnormal number
            float size = fraction * 0x1p-24f;
            return sign == 0 ? size : -size;
        }
        int wide = exponent == 31 ? 0xff : exponent + 112; // from a bias of 15 to one of 127
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
