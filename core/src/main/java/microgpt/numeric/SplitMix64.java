package microgpt.numeric;

/** SplitMix64: one word of state, so any seed is a good one (Steele, Lea and Flood 2014). */
final class SplitMix64 implements Rng {
    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public long[] state() {
        return new long[] {state};
    }

    @Override
    public void stateInto(long[] earlier) {
        earlier[0] = state;
    }

    @Override
    public void restore(long[] saved) {
        if (saved.length != 1) {
            throw new IllegalArgumentException("a state of " + saved.length + " longs, expected 1");
        }
        state = saved[0];
    }
}
