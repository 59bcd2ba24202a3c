package microgpt.numeric;

/**
 * A stream of random numbers that is the same on every machine, and that a checkpoint can hold. Draws are a function of
 * the state alone: no value is kept back between calls.
 */
public interface Rng {
    /** 64 uniformly random bits. */
    long nextLong();

    /** The whole state; {@link #restore} of it continues the stream exactly here. */
    long[] state();

    /** The same, written over {@code earlier}, which {@link #state} made: no garbage. */
    void stateInto(long[] earlier);

    /** Continues the stream another generator of this kind was at when it gave {@link #state}. */
    void restore(long[] state);

    /** The generator to use unless there is a reason not to: {@link Xoshiro256}. */
    static Rng seeded(long seed) {
        return new Xoshiro256(seed);
    }

    /** Uniform in [0, 1), all multiples of 2^-53. */
    default double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 ... bound-1, without bias: multiply, and reject the few values that would be favoured (Lemire 2019). */
    default int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound + " must be positive");
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long threshold = (0x1_0000_0000L - bound) % bound;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** Normal with mean 0 and variance 1, by the polar method (Marsaglia and Bray 1964); its second value is dropped. */
    default double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                return u * Math.sqrt(-2 * DoubleMath.log(s) / s);
            }
        }
    }

    /** Puts {@code values} in random order, each order equally likely (Fisher and Yates 1938). */
    default void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
