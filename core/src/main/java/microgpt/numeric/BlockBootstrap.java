package microgpt.numeric;

import java.util.Arrays;

/**
 * How far the mean of a series may be off, where neighbours depend on each other as the losses of a text do: the circular
 * block bootstrap (Politis and Romano 1992), which draws whole blocks of the series (Künsch 1989), from anywhere in it, the
 * end being followed by the beginning, until they are as long as the series. Dependence within a block stays in the
 * resample; so the interval is as wide as it makes it.
 *
 * <p>It says what another stretch of the same kind would give. It knows nothing of other seeds.
 */
final class BlockBootstrap {
    static final int RESAMPLES = 1000;

    private static final double COVERAGE = 0.95;
    private static final long SEED = 1;

    private BlockBootstrap() {}

    /**
     * The 95 % percentile interval of the mean of the first {@code count} values, by blocks of {@code block}. The same values
     * give the same interval.
     */
    static Interval ofMean(double[] values, int count, int block) {
        if (count < 1 || block < 1 || block > count) {
            throw new IllegalArgumentException(
                    "blocks of " + block + " of " + count + " values: expected 1 to as many");
        }
        double[] before = new double[2 * count + 1]; // sums of what stands before each place, twice around
        for (int i = 0; i < 2 * count; i++) {
            before[i + 1] = before[i] + values[i % count];
        }
        Rng random = Rng.seeded(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = resampled(before, count, block, random) / count;
        }
        Arrays.sort(means);
        int outside = (int) Math.round(RESAMPLES * (1 - COVERAGE) / 2);
        return new Interval(means[outside], means[RESAMPLES - 1 - outside]);
    }

    /** The sum of blocks from random places; the last one is cut to the length of the series. */
    private static double resampled(double[] before, int count, int block, Rng random) {
        double sum = 0;
        for (int left = count; left > 0; left -= block) {
            int start = random.nextInt(count);
            sum += before[start + Math.min(block, left)] - before[start];
        }
        return sum;
    }
}
