package microgpt.worker.wasm;

/**
 * A value that a function computes: its type, and the bytes that leave it on the stack. Using an expression twice computes
 * it twice; {@link Function#let} keeps it in a local. Arithmetic follows the type; on a V128 it is that of four floats.
 * Addresses are i32 byte addresses.
 */
public sealed class Expr permits Local {
    private static final int SIMD = 0xfd;
    /** Marks an operation that a type does not have. */
    private static final int NONE = -1;

    final Type type;
    final byte[] code;

    Expr(Type type, byte[] code) {
        this.type = type;
        this.code = code;
    }

    // ---- constants

    public static Expr i32(int value) {
        return new Expr(Type.I32, new Encoder().raw(0x41).signed(value).toBytes());
    }

    public static Expr f32(float value) {
        return new Expr(Type.F32, new Encoder().raw(0x43).float32(value).toBytes());
    }

    public static Expr f64(double value) {
        return new Expr(Type.F64, new Encoder().raw(0x44).float64(value).toBytes());
    }

    /** Four times the same float. */
    public static Expr f32x4(float value) {
        return i32x4(Float.floatToRawIntBits(value));
    }

    /** Four times the same int. */
    public static Expr i32x4(int value) {
        Encoder encoder = new Encoder().raw(SIMD, 0x0c);
        for (int lane = 0; lane < 4; lane++) {
            encoder.raw(value, value >> 8, value >> 16, value >> 24);
        }
        return new Expr(Type.V128, encoder.toBytes());
    }

    // ---- arithmetic

    public Expr plus(Expr other) {
        return binary(other, 0x6a, 0x92, 0xa0, 0xe4);
    }

    public Expr minus(Expr other) {
        return binary(other, 0x6b, 0x93, 0xa1, 0xe5);
    }

    public Expr times(Expr other) {
        return binary(other, 0x6c, 0x94, 0xa2, 0xe6);
    }

    /** Of i32: signed, towards zero. */
    public Expr dividedBy(Expr other) {
        return binary(other, 0x6d, 0x95, 0xa3, 0xe7);
    }

    public Expr min(Expr other) {
        return binary(other, NONE, 0x96, 0xa4, 0xe8);
    }

    public Expr max(Expr other) {
        return binary(other, NONE, 0x97, 0xa5, 0xe9);
    }

    /** Of V128: {@code other} where it is less, else this; so this where either is NaN. One instruction on x64. */
    public Expr orLess(Expr other) {
        return simd(Type.V128, 0xea, other);
    }

    /** Of V128: {@code other} where it is greater, else this; so this where either is NaN. One instruction on x64. */
    public Expr orGreater(Expr other) {
        return simd(Type.V128, 0xeb, other);
    }

    public Expr sqrt() {
        return unary(type, 0x91, 0x9f, 0xe3);
    }

    public Expr negated() {
        return unary(type, 0x8c, 0x9a, 0xe1);
    }

    public Expr plus(int other) {
        return other == 0 ? this : plus(i32(other));
    }

    public Expr minus(int other) {
        return other == 0 ? this : minus(i32(other));
    }

    public Expr times(int other) {
        return times(i32(other));
    }

    public Expr shiftedLeft(int bits) {
        return plain(Type.I32, 0x74, i32(bits));
    }

    /** Arithmetic shift. */
    public Expr shiftedRight(int bits) {
        return plain(Type.I32, 0x75, i32(bits));
    }

    /** Bitwise, of i32 or V128. */
    public Expr and(Expr other) {
        return type == Type.V128 ? simd(Type.V128, 0x4e, other) : plain(Type.I32, 0x71, other);
    }

    /** Bitwise, of i32 or V128. */
    public Expr or(Expr other) {
        return type == Type.V128 ? simd(Type.V128, 0x50, other) : plain(Type.I32, 0x72, other);
    }

    /** Of V128: this where {@code mask} has zeros, zero where it has ones. */
    public Expr butNot(Expr mask) {
        return simd(Type.V128, 0x4f, mask);
    }

    /** This V128 where {@code mask} has ones, {@code other} where it has zeros. */
    public Expr where(Expr mask, Expr other) {
        return new Expr(Type.V128, join(code, other.code, mask.code, new byte[] {(byte) SIMD, 0x52}));
    }

    // ---- comparisons: i32 of scalars (ints signed), a mask per lane of V128

    public Expr equalTo(Expr other) {
        return compare(other, 0x46, 0x5b, 0x61, 0x41);
    }

    public Expr notEqualTo(Expr other) {
        return compare(other, 0x47, 0x5c, 0x62, 0x42);
    }

    public Expr lessThan(Expr other) {
        return compare(other, 0x48, 0x5d, 0x63, 0x43);
    }

    public Expr greaterThan(Expr other) {
        return compare(other, 0x4a, 0x5e, 0x64, 0x44);
    }

    public Expr atMost(Expr other) {
        return compare(other, 0x4c, 0x5f, 0x65, 0x45);
    }

    public Expr atLeast(Expr other) {
        return compare(other, 0x4e, 0x60, 0x66, 0x46);
    }

    /** Of two scalars of one type: {@code this} if the i32 {@code condition} is not zero. */
    public Expr ifElse(Expr condition, Expr other) {
        return new Expr(type, join(code, other.code, condition.code, new byte[] {0x1b}));
    }

    // ---- lanes

    /** An f32 in all four lanes. */
    public Expr splat() {
        return simd(Type.V128, 0x13);
    }

    public Expr lane(int lane) {
        return new Expr(Type.F32, new Encoder().raw(code).raw(SIMD, 0x1f, lane).toBytes());
    }

    /** Four lanes picked from the eight of {@code this} (0..3) and {@code other} (4..7). */
    public Expr shuffle(Expr other, int... lanes) {
        Encoder encoder = new Encoder().raw(code).raw(other.code).raw(SIMD, 0x0d);
        for (int lane : lanes) {
            encoder.raw(4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3);
        }
        return new Expr(Type.V128, encoder.toBytes());
    }

    public Expr plusInts(Expr other) {
        return simd(Type.V128, 0xae, other);
    }

    public Expr minusInts(Expr other) {
        return simd(Type.V128, 0xb1, other);
    }

    public Expr shiftedIntsLeft(int bits) {
        return simd(Type.V128, 0xab, i32(bits));
    }

    /** Arithmetic shift. */
    public Expr shiftedIntsRight(int bits) {
        return simd(Type.V128, 0xac, i32(bits));
    }

    /** Four signed ints to floats. */
    public Expr intsToFloats() {
        return simd(Type.V128, 0xfa);
    }

    /** this * factor + addend, rounded once or twice as the machine prefers (relaxed SIMD). */
    public Expr relaxedMultiplyAdd(Expr factor, Expr addend) {
        return new Expr(
                Type.V128,
                new Encoder()
                        .raw(join(code, factor.code, addend.code))
                        .raw(SIMD)
                        .unsigned(0x105)
                        .toBytes());
    }

    // ---- pairs of doubles in a V128

    /** The first two floats as doubles. */
    public Expr toDoubles() {
        return simd(Type.V128, 0x5f);
    }

    public Expr plusDoubles(Expr other) {
        return simd(Type.V128, 0xf0, other);
    }

    public Expr timesDoubles(Expr other) {
        return simd(Type.V128, 0xf2, other);
    }

    public Expr doubleLane(int lane) {
        return new Expr(Type.F64, new Encoder().raw(code).raw(SIMD, 0x21, lane).toBytes());
    }

    // ---- conversions

    /** A signed i32 as the nearest f32. */
    public Expr toFloat() {
        return new Expr(Type.F32, join(code, new byte[] {(byte) 0xb2}));
    }

    // ---- memory, at this address plus a constant

    public Expr loadInt(int offset) {
        return access(Type.I32, offset, 0x28);
    }

    public Expr loadFloat(int offset) {
        return access(Type.F32, offset, 0x2a);
    }

    public Expr loadVector(int offset) {
        return access(Type.V128, offset, SIMD, 0x00);
    }

    /** One float, in all four lanes. */
    public Expr loadSplat(int offset) {
        return access(Type.V128, offset, SIMD, 0x09);
    }

    private Expr access(Type result, int offset, int... opcode) {
        return new Expr(
                result,
                new Encoder().raw(code).raw(opcode).raw(2).unsigned(offset).toBytes());
    }

    // ---- encoding

    private Expr binary(Expr other, int i32, int f32, int f64, int f32x4) {
        require(other.type == type, other.type);
        return switch (type) {
            case I32 -> plain(type, i32, other);
            case F32 -> plain(type, f32, other);
            case F64 -> plain(type, f64, other);
            case V128 -> simd(type, f32x4, other);
        };
    }

    private Expr compare(Expr other, int i32, int f32, int f64, int f32x4) {
        Expr result = binary(other, i32, f32, f64, f32x4);
        return type == Type.V128 ? result : new Expr(Type.I32, result.code);
    }

    private Expr unary(Type result, int f32, int f64, int f32x4) {
        return switch (type) {
            case F32 -> new Expr(result, join(code, new byte[] {(byte) f32}));
            case F64 -> new Expr(result, join(code, new byte[] {(byte) f64}));
            case V128 -> simd(result, f32x4);
            case I32 -> throw new IllegalArgumentException("an i32 has no such operation");
        };
    }

    private Expr plain(Type result, int opcode, Expr other) {
        require(opcode != NONE, other.type);
        return new Expr(result, join(code, other.code, new byte[] {(byte) opcode}));
    }

    private Expr simd(Type result, int opcode, Expr... others) {
        Encoder encoder = new Encoder().raw(code);
        for (Expr other : others) {
            encoder.raw(other.code);
        }
        return new Expr(result, encoder.raw(SIMD).unsigned(opcode).toBytes());
    }

    private void require(boolean fits, Type other) {
        if (!fits) {
            throw new IllegalArgumentException("no such operation on " + type + " and " + other);
        }
    }

    private static byte[] join(byte[]... parts) {
        Encoder encoder = new Encoder();
        for (byte[] part : parts) {
            encoder.raw(part);
        }
        return encoder.toBytes();
    }
}
