package microgpt.numeric;

/** xoshiro256**: period 2^256 - 1, 256 bits of state, no known statistical weakness (Blackman and Vigna 2021). */
final class Xoshiro256 implements Rng {
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** Any seed will do: {@link SplitMix64} spreads it over the state, as the authors advise. */
    public Xoshiro256(long seed) {
        SplitMix64 spread = new SplitMix64(seed);
        s0 = spread.nextLong();
        s1 = spread.nextLong();
        s2 = spread.nextLong();
        s3 = spread.nextLong();
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s1 * 5, 7) * 9;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    @Override
    public long[] state() {
        return new long[] {s0, s1, s2, s3};
    }

    @Override
    public void stateInto(long[] earlier) {
        earlier[0] = s0;
        earlier[1] = s1;
        earlier[2] = s2;
        earlier[3] = s3;
    }

    @Override
    public void restore(long[] state) {
        if (state.length != 4) {
            throw new IllegalArgumentException("a state of " + state.length + " longs, expected 4");
        }
        if ((state[0] | state[1] | state[2] | state[3]) == 0) {
            throw new IllegalArgumentException("a state of zeros would only ever give zeros");
        }
        s0 = state[0];
        s1 = state[1];
        s2 = state[2];
        s3 = state[3];
    }
}
