package microgpt.checkpoint;

import microgpt.numeric.Nullable;

/** How numbers of an array are stored. */
enum NumberType {
    F64(8),
    I64(8),
    F32(4),
    I32(4),
    /** Read only, as floats. */
    F16(2),
    /** Read only, as floats. */
    BF16(2),
    U8(1);

    final int width;

    NumberType(int width) {
        this.width = width;
    }

    /** The one of that name in a header; null if there is none. */
    static @Nullable NumberType named(String name) {
        for (NumberType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    static NumberType of(Object values) {
        if (values instanceof float[]) {
            return F32;
        } else if (values instanceof double[]) {
            return F64;
        } else if (values instanceof long[]) {
            return I64;
        } else if (values instanceof int[]) {
            return I32;
        } else if (values instanceof byte[]) {
            return U8;
        }
        throw new IllegalArgumentException("expected an array of numbers");
    }

    static int count(Object values) {
        return switch (of(values)) {
            case F32 -> ((float[]) values).length;
            case F64 -> ((double[]) values).length;
            case I64 -> ((long[]) values).length;
            case I32 -> ((int[]) values).length;
            default -> ((byte[]) values).length;
        };
    }

    static void write(Object values, byte[] into, int at) {
        if (values instanceof float[] floats) {
            for (int i = 0; i < floats.length; i++) {
                LittleEndian.putInt(into, at + 4 * i, Float.floatToRawIntBits(floats[i]));
            }
        } else if (values instanceof double[] doubles) {
            for (int i = 0; i < doubles.length; i++) {
                LittleEndian.putLong(into, at + 8 * i, Double.doubleToRawLongBits(doubles[i]));
            }
        } else if (values instanceof long[] longs) {
            for (int i = 0; i < longs.length; i++) {
                LittleEndian.putLong(into, at + 8 * i, longs[i]);
            }
        } else if (values instanceof int[] ints) {
            for (int i = 0; i < ints.length; i++) {
                LittleEndian.putInt(into, at + 4 * i, ints[i]);
            }
        } else if (values instanceof byte[] bytes) {
            System.arraycopy(bytes, 0, into, at, bytes.length);
        }
    }

    /**
     * Reads {@code count} numbers. Each kind in a method of its own: where arrays of several types meet in one variable,
     * TeaVM 0.15 writes WebAssembly that no browser accepts.
     */
    Object read(byte[] from, int at, int count) {
        return switch (this) {
            case F32, F16, BF16 -> readFloats(from, at, count);
            case F64 -> readDoubles(from, at, count);
            case I64 -> readLongs(from, at, count);
            case I32 -> readInts(from, at, count);
            case U8 -> readBytes(from, at, count);
        };
    }

    private static Object readDoubles(byte[] from, int at, int count) {
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = Double.longBitsToDouble(LittleEndian.getLong(from, at + 8 * i));
        }
        return doubles;
    }

    private static Object readLongs(byte[] from, int at, int count) {
        long[] longs = new long[count];
        for (int i = 0; i < count; i++) {
            longs[i] = LittleEndian.getLong(from, at + 8 * i);
        }
        return longs;
    }

    private static Object readInts(byte[] from, int at, int count) {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
            ints[i] = LittleEndian.getInt(from, at + 4 * i);
        }
        return ints;
    }

    private static Object readBytes(byte[] from, int at, int count) {
        byte[] bytes = new byte[count];
        System.arraycopy(from, at, bytes, 0, count);
        return bytes;
    }

    private Object readFloats(byte[] from, int at, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            int place = at + width * i;
            floats[i] = switch (this) {
                case F16 -> LittleEndian.getHalf(from, place);
                case BF16 -> Float.intBitsToFloat((from[place] & 0xff) << 16 | (from[place + 1] & 0xff) << 24);
                default -> Float.intBitsToFloat(LittleEndian.getInt(from, place));
            };
        }
        return floats;
    }
}
