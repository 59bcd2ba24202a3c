package microgpt.predict;

import microgpt.numeric.Snapshot;

/**
 * The last word: what a mixed probability turned out to mean in four contexts (secondary symbol estimation, Mahoney 2005),
 * each a row of bins between which one interpolates. The mean of the four counts for 0.6, the mixture for 0.4.
 */
final class FinalMaps {
    private static final int BYTES = 256;
    private static final int ROWS = 1 << 16;
    private static final int MAPS = 4;
    private static final float RATE = 0.02f;
    private static final float MIXED_SHARE = 0.4f;

    private final float[][] maps = new float[MAPS][];
    private final int[] cells = new int[MAPS];
    private final Logistic logistic;
    private float beyond;

    FinalMaps(Logistic logistic) {
        this.logistic = logistic;
        for (int m = 0; m < MAPS; m++) {
            maps[m] = identity(m == 0 ? BYTES : ROWS);
        }
    }

    private float[] identity(int rows) {
        float[] map = new float[rows * Bins.COUNT];
        for (int bin = 0; bin < Bins.COUNT; bin++) {
            map[bin] = logistic.squash(Bins.logit(bin));
        }
        for (int row = 1; row < rows; row++) {
            System.arraycopy(map, 0, map, row * Bins.COUNT, Bins.COUNT);
        }
        return map;
    }

    /** The probability of a 1, of which the mixture says {@code logit}; {@code expected} is a byte someone is sure of. */
    float refine(float logit, Moment moment, Text text, int expected) {
        float place = Bins.place(logit);
        int bin = (int) place;
        beyond = place - bin;
        int partial = moment.partial;
        cells[0] = partial * Bins.COUNT + bin;
        cells[1] = (text.last() << 8 | partial) * Bins.COUNT + bin;
        cells[2] = (Hash.of(text.last4 & 0xffffff, partial) >>> 16) * Bins.COUNT + bin;
        cells[3] = (expected << 8 | partial) * Bins.COUNT + bin;
        float sum = 0;
        for (int m = 0; m < MAPS; m++) {
            float low = maps[m][cells[m]];
            sum += low * (1 - beyond) + maps[m][cells[m] + 1] * beyond;
        }
        return MIXED_SHARE * logistic.squash(logit) + (1 - MIXED_SHARE) * sum / MAPS;
    }

    void learn(int bit) {
        for (int m = 0; m < MAPS; m++) {
            float[] map = maps[m];
            int cell = cells[m];
            map[cell] += (bit - map[cell]) * RATE * (1 - beyond);
            map[cell + 1] += (bit - map[cell + 1]) * RATE * beyond;
        }
    }

    void keep(Journal journal) {
        for (int m = 0; m < MAPS; m++) {
            journal.keep(maps[m], cells[m], 2);
        }
    }

    void save(Snapshot into) {
        for (int m = 0; m < MAPS; m++) {
            into.put("final." + m, maps[m].clone());
        }
    }

    void restore(Snapshot from) {
        for (int m = 0; m < MAPS; m++) {
            System.arraycopy(from.floats("final." + m, maps[m].length), 0, maps[m], 0, maps[m].length);
        }
    }
}
