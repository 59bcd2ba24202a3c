package microgpt.numeric;

import java.util.Arrays;
import java.util.List;

/**
 * Draws as CPython's {@code random} module makes them after {@code random.seed(n)}: the Mersenne Twister MT19937
 * (Matsumoto and Nishimura 1998), {@code random()}, {@code gauss(0, 1)}, {@code shuffle} and {@code choices}.
 */
public final class PythonDraws implements Draws {
    private static final int WORDS = 624;
    private static final int SHIFT = 397;
    private static final int UPPER_BIT = 0x80000000;

    private final int[] words = new int[WORDS];
    private int used = WORDS;
    /** Normal values come in pairs: the second of the last pair, if nobody has asked for it yet. */
    private double twin;

    private boolean hasTwin;

    public PythonDraws(long seed) {
        long magnitude = Math.abs(seed);
        int high = (int) (magnitude >>> 32);
        mix(high == 0 ? new int[] {(int) magnitude} : new int[] {(int) magnitude, high});
    }

    /** The authors' {@code init_by_array}. */
    private void mix(int[] key) {
        words[0] = 19650218;
        for (int i = 1; i < WORDS; i++) {
            words[i] = 1812433253 * scrambled(i - 1) + i;
        }
        int i = 1;
        for (int k = 0; k < WORDS; k++) {
            words[i] = (words[i] ^ scrambled(i - 1) * 1664525) + key[k % key.length] + k % key.length;
            i = next(i);
        }
        for (int k = 0; k < WORDS - 1; k++) {
            words[i] = (words[i] ^ scrambled(i - 1) * 1566083941) - i;
            i = next(i);
        }
        words[0] = UPPER_BIT;
    }

    private int scrambled(int i) {
        return words[i] ^ (words[i] >>> 30);
    }

    /** The place after {@code i}, where the first is never written to, only overwritten by the last. */
    private int next(int i) {
        if (i + 1 < WORDS) {
            return i + 1;
        }
        words[0] = words[WORDS - 1];
        return 1;
    }

    private int nextWord() {
        if (used == WORDS) {
            for (int i = 0; i < WORDS; i++) {
                int y = (words[i] & UPPER_BIT) | (words[(i + 1) % WORDS] & ~UPPER_BIT);
                words[i] = words[(i + SHIFT) % WORDS] ^ (y >>> 1) ^ ((y & 1) * 0x9908b0df);
            }
            used = 0;
        }
        int y = words[used++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    @Override
    public double uniform() {
        int high = nextWord() >>> 5;
        int low = nextWord() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    @Override
    public double gaussian() {
        if (hasTwin) {
            hasTwin = false;
            return twin;
        }
        double angle = 2 * Math.PI * uniform();
        double radius = Math.sqrt(-2 * DoubleMath.log(1 - uniform()));
        twin = DoubleMath.sin(angle) * radius;
        hasTwin = true;
        return DoubleMath.cos(angle) * radius;
    }

    @Override
    public void shuffle(List<String> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            items.set(i, items.set(below(i + 1), items.get(i)));
        }
    }

    /** As many bits as {@code bound} has, again and again until they are below it. */
    private int below(int bound) {
        int unused = Integer.numberOfLeadingZeros(bound);
        int drawn = nextWord() >>> unused;
        while (drawn >= bound) {
            drawn = nextWord() >>> unused;
        }
        return drawn;
    }

    @Override
    public int choose(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double chosen = uniform() * sum;
        double reached = 0;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            if (weights[i] > 0) {
                last = i;
                if (chosen < reached) {
                    break;
                }
            }
        }
        return last;
    }

    @Override
    public long[] state() {
        long[] state = new long[WORDS + 3];
        for (int i = 0; i < WORDS; i++) {
            state[i] = words[i];
        }
        state[WORDS] = used;
        state[WORDS + 1] = hasTwin ? 1 : 0;
        state[WORDS + 2] = Double.doubleToLongBits(twin);
        return state;
    }

    @Override
    public void restore(long[] state) {
        if (state.length != WORDS + 3) {
            throw new IllegalArgumentException("a state of " + state.length + " longs, expected " + (WORDS + 3));
        }
        if (state[WORDS] < 0 || state[WORDS] > WORDS || (state[WORDS + 1] & 1) != state[WORDS + 1]) {
            throw new IllegalArgumentException("a state with " + state[WORDS] + " words used and " + state[WORDS + 1]
                    + " values kept, expected at most " + WORDS + " and 1");
        }
        double kept = Double.longBitsToDouble(state[WORDS + 2]);
        long bits = 0;
        for (int i = 0; i < WORDS; i++) {
            if (state[i] != (int) state[i]) {
                throw new IllegalArgumentException(
                        "a state of words as large as " + state[i] + ", expected 32 bits each");
            }
            bits |= state[i];
        }
        if (bits == 0 || !Double.isFinite(kept)) {
            throw new IllegalArgumentException("a state of nothing but zeros, or with a value kept that is " + kept);
        }
        Arrays.setAll(words, i -> (int) state[i]);
        used = (int) state[WORDS];
        hasTwin = state[WORDS + 1] == 1;
        twin = kept;
    }
}
