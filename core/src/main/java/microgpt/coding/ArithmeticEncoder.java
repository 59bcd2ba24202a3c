package microgpt.coding;

import java.util.Arrays;
import microgpt.predict.Chance;

/**
 * Writes bits as one long number, each in as much room as its chance leaves it: a range of 32 bits is split by every bit,
 * and what no longer changes is written (Rissanen 1976; the carry as in Martin 1979). A bit loses less than 2^-23 of its
 * share, so the code is longer than the sum of all -log2 p by a few bytes.
 */
final class ArithmeticEncoder {
    static final long WHOLE = 0xffff_ffffL;
    /** The range is kept above this. */
    static final long LEAST = 1L << 24;

    private byte[] bytes = new byte[1 << 10];
    private int count;
    private long low;
    private long range = WHOLE;

    /** Takes in a bit, which is 1 with {@code chance} of {@link Chance#ONE}. */
    void encode(int bit, int chance) {
        long ones = (range * chance) >>> 16; // in units of Chance.ONE
        if (bit == 1) {
            range = ones;
        } else {
            range -= ones;
            add(ones);
        }
        while (range < LEAST) {
            writeHighest();
            range <<= 8;
        }
    }

    private void add(long step) {
        low += step;
        if (low > WHOLE) {
            low &= WHOLE;
            int at = count - 1;
            while (++bytes[at] == 0) { // a carry runs through all bytes of 255
                at--;
            }
        }
    }

    private void writeHighest() {
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * count);
        }
        bytes[count++] = (byte) (low >>> 24);
        low = (low << 8) & WHOLE;
    }

    /** How many bytes are certain so far. */
    int length() {
        return count;
    }

    /** The code: the shortest number within the range that is left, without its last zeros. Nothing can be added. */
    byte[] finish() {
        long high = low + range - 1;
        long zeros = LEAST * 256 - 1;
        while ((high & ~zeros) < low) {
            zeros >>= 1;
        }
        add((high & ~zeros) - low);
        for (int i = 0; i < 4; i++) {
            writeHighest();
        }
        while (count > 0 && bytes[count - 1] == 0) {
            count--;
        }
        return Arrays.copyOf(bytes, count);
    }
}
