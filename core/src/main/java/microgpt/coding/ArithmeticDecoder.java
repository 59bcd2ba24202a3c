package microgpt.coding;

import microgpt.predict.Chance;

/** Reads back what an {@link ArithmeticEncoder} wrote, if it is asked by the same chances. Beyond the end stand zeros. */
final class ArithmeticDecoder {
    private final byte[] bytes;
    private final int end;
    private int at;
    private long value;
    private long range = ArithmeticEncoder.WHOLE;

    /** Reads from {@code from} to before {@code end}. */
    ArithmeticDecoder(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        at = from;
        for (int i = 0; i < 4; i++) {
            readLowest();
        }
    }

    private void readLowest() {
        value = (value << 8) | (at < end ? bytes[at] & 0xff : 0);
        at++;
    }

    /** The next bit, which is 1 with {@code chance} of {@link Chance#ONE}. */
    int decode(int chance) {
        long ones = (range * chance) >>> 16; // in units of Chance.ONE
        int bit = value < ones ? 1 : 0;
        if (bit == 1) {
            range = ones;
        } else {
            range -= ones;
            value -= ones;
        }
        while (range < ArithmeticEncoder.LEAST) {
            readLowest();
            range <<= 8;
        }
        return bit;
    }
}
