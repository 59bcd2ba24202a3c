package microgpt.predict;

import java.util.List;
import microgpt.numeric.Snapshot;

/**
 * The last word: what a mixed probability turned out to mean in six or seven contexts (secondary symbol estimation, Mahoney 2005),
 * each a row of bins between which one interpolates. Their mean counts for 0.6, the mixture for 0.4.
 */
final class FinalMaps {
    private static final int BYTES = 256;
    private static final int ROWS = 1 << 16;
    private static final int MAPS = 6;
    private static final int MAPS_WITH_LINE = 7;
    private static final float MIXED_SHARE = 0.4f;
    /** A cell is a probability of 22 bits above a count of 10 bits, which stops at {@link #LIMIT}. */
    private static final int COUNT_BITS = 10;

    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int LIMIT = 250;
    private static final float ONE = 1 << (32 - COUNT_BITS);
    private static final float HIGHEST = ONE - 1;

    private final int[][] maps;
    /** What every row begins as: nothing is changed. */
    private final int[] row = new int[Bins.COUNT];

    private final int[] cells;
    private final float[] rates = new float[LIMIT + 1];
    private final Logistic logistic;
    private float beyond;

    /** Of the maps that {@code stages} name. */
    FinalMaps(List<Stage> stages, Logistic logistic) {
        maps = new int[stages.contains(Stage.LINE_MAP) ? MAPS_WITH_LINE : MAPS][];
        cells = new int[maps.length];
        this.logistic = logistic;
        for (int n = 0; n <= LIMIT; n++) {
            rates[n] = 1 / (n + 1.5f);
        }
        for (int bin = 0; bin < Bins.COUNT; bin++) {
            row[bin] = (int) (logistic.squash(Bins.logit(bin)) * ONE) << COUNT_BITS;
        }
        for (int m = 0; m < maps.length; m++) {
            int rows = m == 0 ? BYTES : ROWS;
            maps[m] = new int[rows * Bins.COUNT];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(row, 0, maps[m], r * Bins.COUNT, Bins.COUNT);
            }
        }
    }

    /** The probability of a 1, of which the mixture says {@code logit}; {@code expected} is a byte someone is sure of. */
    float refine(float logit, Moment moment, Text text, int expected) {
        float place = Bins.place(logit);
        int bin = (int) place;
        beyond = place - bin;
        int partial = moment.partial;
        cells[0] = partial * Bins.COUNT + bin;
        cells[1] = ((text.last() << 8) | partial) * Bins.COUNT + bin;
        cells[2] = ((expected << 8) | partial) * Bins.COUNT + bin;
        cells[3] = hashed(text.last4 & 0xffff, partial) * Bins.COUNT + bin;
        cells[4] = hashed(text.last4 & 0xffffff, partial) * Bins.COUNT + bin;
        cells[5] = hashed(text.word, partial) * Bins.COUNT + bin;
        if (maps.length > MAPS) {
            cells[MAPS] = hashed(Hash.of(text.form.syllables, text.kindsSeen & 0xff), partial) * Bins.COUNT + bin;
        }
        float sum = 0;
        for (int m = 0; m < maps.length; m++) {
            float low = maps[m][cells[m]] >>> COUNT_BITS;
            float high = maps[m][cells[m] + 1] >>> COUNT_BITS;
            sum += low * (1 - beyond) + high * beyond;
        }
        return MIXED_SHARE * logistic.squash(logit) + (1 - MIXED_SHARE) / maps.length * (sum / ONE);
    }

    /** One of all, by chance. */
    private static int hashed(int context, int partial) {
        return Hash.of(context, partial) >>> 16;
    }

    /** Both bins move towards the bit, each by its share; the nearer one counts it. */
    void learn(int bit) {
        float target = bit == 1 ? HIGHEST : 0;
        int nearer = beyond < 0.5f ? 0 : 1;
        for (int m = 0; m < maps.length; m++) {
            int[] map = maps[m];
            map[cells[m]] = moved(map[cells[m]], target, 1 - beyond, 1 - nearer);
            map[cells[m] + 1] = moved(map[cells[m] + 1], target, beyond, nearer);
        }
    }

    private int moved(int cell, float target, float share, int counted) {
        int count = cell & COUNT_MASK;
        float p = cell >>> COUNT_BITS;
        p += (target - p) * rates[count] * share;
        return ((int) (p + 0.5f) << COUNT_BITS) | Math.min(count + counted, LIMIT);
    }

    void keep(Journal journal) {
        for (int m = 0; m < maps.length; m++) {
            journal.keep(maps[m], cells[m], 2);
        }
    }

    /** Adds the parts of saving. */
    void saving(Snapshot into, List<Runnable> parts) {
        for (int m = 0; m < maps.length; m++) {
            String name = "final." + m;
            int[] map = maps[m];
            parts.add(() -> Sparse.save(into, name, map, row));
        }
    }

    /** Adds the parts of restoring. */
    void restoring(Snapshot from, List<Runnable> parts) {
        for (int m = 0; m < maps.length; m++) {
            String name = "final." + m;
            int[] map = maps[m];
            parts.add(() -> restore(from, name, map));
        }
    }

    private void restore(Snapshot from, String name, int[] map) {
        Sparse.restore(from, name, map, row);
        for (int cell : map) {
            if ((cell & COUNT_MASK) > LIMIT) {
                throw new IllegalArgumentException(
                        name + " holds a count of " + (cell & COUNT_MASK) + ", expected at most " + LIMIT);
            }
        }
    }
}
